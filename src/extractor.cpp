#include <pith/extractor.hpp>

#include <pith.hpp>

#include <utility>

#include "assemble.hpp"
#include "explain.hpp"
#include "pipeline.hpp"
#include "scoring/scoring.hpp"

namespace pith {

/// The stages' memory, reused from page to page.
struct Extractor::State {
  State(Options chosen, Rules rules) : options(chosen), pipeline(std::move(rules)) {}

  void select(const Source& source, const Options& wanted) {
    pipeline.score(source, wanted, scores);
    scoring::select(pipeline.input(), scores, wanted, selection);
  }

  Options options;
  Pipeline pipeline;
  scoring::Scores scores;
  scoring::Selection selection;
};

Extractor::Extractor(Options options, Rules rules) : state_(new State(options, std::move(rules))) {}
Extractor::~Extractor() {
  delete state_;
}
Extractor::Extractor(Extractor&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
Extractor& Extractor::operator=(Extractor&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

Article Extractor::extract(const Source& source) {
  state_->select(source, state_->options);
  return assemble(state_->pipeline, state_->selection, state_->options);
}

Explanation Extractor::explain(const Source& source) {
  Options options = state_->options;
  options.keep_dropped = true;  // whose categories are explained
  state_->select(source, options);
  state_->pipeline.measure(source, options);
  return pith::explain(state_->pipeline, state_->selection, state_->options);
}

const Options& Extractor::options() const noexcept {
  return state_->options;
}

Article extract(const Source& source, const Options& options) {
  return Extractor(options).extract(source);
}

Article extract(std::string_view bytes, const Options& options) {
  return extract(Source{.bytes = bytes}, options);
}

const char* library_version() noexcept {
  return version;
}

}  // namespace pith

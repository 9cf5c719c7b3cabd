#include <pith/extractor.hpp>

#include <pith.hpp>

#include <utility>

#include "assemble.hpp"
#include "explain.hpp"
#include "pipeline.hpp"
#include "select/select.hpp"

namespace pith {

/// The stages' memory, reused from page to page.
struct Extractor::State {
  State(Options chosen, Rules rules) : options(chosen), pipeline(std::move(rules)) {}

  Options options;
  Pipeline pipeline;
  model::Scores scores;
  select::Selection selection;
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
  state_->pipeline.score(source, state_->options, state_->scores);
  select::select_blocks(state_->pipeline.input(), state_->scores, state_->options, state_->selection);
  return assemble(state_->pipeline.analysis, state_->selection, state_->options);
}

Article Extractor::extract(std::string_view bytes) {
  return extract(Source{.bytes = bytes});
}

Explanation Extractor::explain(const Source& source) {
  Options options = state_->options;
  options.keep_dropped = true;  // whose categories are explained
  state_->pipeline.measure(source, options);
  state_->pipeline.score_measured(state_->scores);
  select::select_blocks(state_->pipeline.input(), state_->scores, options, state_->selection);
  return pith::explain(state_->pipeline.analysis, state_->pipeline.rules().set, state_->selection, state_->options);
}

Explanation Extractor::explain(std::string_view bytes) {
  return explain(Source{.bytes = bytes});
}

const Options& Extractor::options() const noexcept {
  return state_->options;
}

void Extractor::set_limits(const Limits& limits) noexcept {
  state_->options.limits = limits;
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

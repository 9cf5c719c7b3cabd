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

  Article extract(const Source& source, const SiteMemory* memory) {
    pipeline.score(source, options, scores);
    pipeline.find_witnesses(memory, scores);
    select::select_blocks(pipeline.input(), scores, options, selection);
    pipeline.release_measures();
    Article article = assemble(pipeline.analysis, selection, options);
    if (pipeline.release()) {
      scores = {};
      selection = {};
    }
    return article;
  }

  Explanation explain(const Source& source, const SiteMemory* memory) {
    Options showing = options;
    showing.keep_dropped = true;  // whose categories are explained
    pipeline.measure(source, showing);
    pipeline.score_measured(scores);
    pipeline.find_witnesses(memory, scores);
    select::select_blocks(pipeline.input(), scores, showing, selection);
    return pith::explain({pipeline.analysis, pipeline.rules().set, pipeline.model()}, selection, options);
  }

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
  return state_->extract(source, nullptr);
}

Article Extractor::extract(const Source& source, const SiteMemory& memory) {
  return state_->extract(source, &memory);
}

void Extractor::learn(const Source& source, SiteMemory& memory) {
  state_->pipeline.analyse(source, state_->options);
  state_->pipeline.learn_page(memory);
}

Article Extractor::extract(std::string_view bytes) {
  return extract(Source{.bytes = bytes});
}

Explanation Extractor::explain(const Source& source) {
  return state_->explain(source, nullptr);
}

Explanation Extractor::explain(const Source& source, const SiteMemory& memory) {
  return state_->explain(source, &memory);
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

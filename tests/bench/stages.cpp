#include "bench/stages.hpp"

#include "assemble.hpp"
#include "bench/allocations.hpp"
#include "bench/pages.hpp"

namespace pith::bench {
namespace {

/// Adds what has passed since the last stage ended to the next stage.
class StageClock {
 public:
  explicit StageClock(StageCosts& costs) : costs_(costs) {}

  void done() {
    const double now = thread_seconds();
    const std::uint64_t allocations = allocation_count();
    costs_[stage_].seconds += now - began_;
    costs_[stage_].allocations += allocations - allocations_;
    ++stage_;
    allocations_ = allocations;
    began_ = thread_seconds();
  }

 private:
  StageCosts& costs_;
  std::size_t stage_ = 0;
  std::uint64_t allocations_ = allocation_count();
  double began_ = thread_seconds();
};

}  // namespace

StagedExtractor::StagedExtractor()
    : pipeline_(builtin_rules()), html_(page::make_html_scratch()), measures_(scoring::make_html_measure_scratch()) {}

std::size_t StagedExtractor::run(std::string_view page, StageCosts& costs) {
  Pipeline& p = pipeline_;
  p.notices.clear();
  StageClock clock(costs);
  text::decode(page, {}, p.decoded, p.notices);
  clock.done();
  (void)page::read_html(p.decoded.utf8, options_.limits, *html_, p.page, p.notices);
  clock.done();
  blocks::segment(p.page, options_.limits, p.blocks, p.notices);
  clock.done();
  scoring::match_blocks(p.page, p.blocks, p.rules.set(), p.matches);
  clock.done();
  const scoring::Model* const model = p.model();
  if (model != nullptr) {
    scoring::score_html(*model, p.input(), *measures_, scores_);
  } else {
    scoring::score_by_rules(p.input(), scores_);
  }
  clock.done();
  scoring::select(p.input(), scores_, options_, selection_);
  clock.done();
  const Article article = assemble(p, selection_, options_);
  clock.done();
  const std::string rendered = to_text(article);
  clock.done();
  return rendered.size();
}

double StagedExtractor::skeleton_seconds(std::string_view page) {
  text::decode(page, {}, pipeline_.decoded, pipeline_.notices);
  const double began = thread_seconds();
  skeleton_page_.clear();
  const std::string_view valid = page::replace_invalid(pipeline_.decoded.utf8, skeleton_page_.storage);
  (void)page::write_skeleton(valid, options_.limits, page::HtmlReading::skeleton, skeleton_page_, skeleton_);
  return thread_seconds() - began;
}

double StagedExtractor::model_seconds() {
  Pipeline& p = pipeline_;
  const scoring::Model* const model = p.model();
  if (model == nullptr) return 0;
  scoring::measure_html(p.input(), *measures_, p.features);
  const double began = thread_seconds();
  scoring::score_by_model(*model, p.features, scores_);
  return thread_seconds() - began;
}

std::size_t StagedExtractor::arena_bytes() const {
  return page::parse_bytes(*html_) + pipeline_.page.storage.peak_bytes() + pipeline_.blocks.storage.peak_bytes();
}

}  // namespace pith::bench

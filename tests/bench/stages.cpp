#include "bench/stages.hpp"
#include "html/html.hpp"
#include "html/replace_invalid.hpp"

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
    : pipeline_(builtin_rules()), html_(html::make_html_scratch()), measures_(measure::make_html_measure_scratch()) {}

std::size_t StagedExtractor::run(std::string_view page, StageCosts& costs) {
  Analysis& p = pipeline_.analysis;
  p.notices.clear();
  StageClock clock(costs);
  text::decode(page, {}, p.decoded, p.notices);
  clock.done();
  (void)html::read_html(p.decoded.utf8, options_.limits, *html_, p.page, p.notices);
  clock.done();
  blocks::segment(p.page, options_.limits, p.blocks, p.notices);
  clock.done();
  measure::match_blocks(p.page, p.blocks, pipeline_.rules().set, p.matches);
  clock.done();
  measure::score_html(pipeline_.model(), pipeline_.input(), *measures_, scores_);
  clock.done();
  select::select_blocks(pipeline_.input(), scores_, options_, selection_);
  clock.done();
  const Article article = assemble(p, selection_, options_);
  clock.done();
  const std::string rendered = to_text(article);
  clock.done();
  return rendered.size();
}

double StagedExtractor::skeleton_seconds(std::string_view page) {
  text::decode(page, {}, pipeline_.analysis.decoded, pipeline_.analysis.notices);
  const double began = thread_seconds();
  skeleton_page_.clear();
  const std::string_view valid = html::replace_invalid(pipeline_.analysis.decoded.utf8, skeleton_page_.storage);
  (void)html::write_skeleton(valid, options_.limits, html::HtmlReading::skeleton, skeleton_page_, skeleton_);
  return thread_seconds() - began;
}

std::size_t StagedExtractor::words() const {
  std::size_t count = 0;
  for (const auto& block : pipeline_.analysis.blocks.blocks) count += block.word_count;
  return count;
}

double StagedExtractor::model_seconds() {
  measure::measure_html(pipeline_.input(), *measures_, pipeline_.analysis.features);
  const double began = thread_seconds();
  pipeline_.score_measured(scores_);
  return thread_seconds() - began;
}

std::size_t StagedExtractor::arena_bytes() const {
  return html::parse_bytes(*html_) + pipeline_.analysis.page.storage.peak_bytes() +
         pipeline_.analysis.blocks.storage.peak_bytes();
}

}  // namespace pith::bench

#include "bench/stages.hpp"

#include <chrono>

#include "assemble.hpp"

namespace pith::bench {

StagedExtractor::StagedExtractor()
    : pipeline_(builtin_rules()), html_(page::make_html_scratch()), measures_(scoring::make_html_measure_scratch()) {}

std::size_t StagedExtractor::run(std::string_view page, StageSeconds& seconds) {
  using clock = std::chrono::steady_clock;
  std::size_t stage = 0;
  auto began = clock::now();
  const auto done = [&] {
    const auto now = clock::now();
    seconds[stage++] += std::chrono::duration<double>(now - began).count();
    began = now;
  };
  Pipeline& p = pipeline_;
  p.notices.clear();
  text::decode(page, {}, p.decoded, p.notices);
  done();
  (void)page::read_html(p.decoded.utf8, options_.limits, *html_, p.page, p.notices);
  done();
  blocks::segment(p.page, options_.limits, p.blocks, p.notices);
  done();
  scoring::match_blocks(p.page, p.blocks, p.rules.set(), p.matches);
  done();
  scoring::measure_html(p.input(), *measures_, p.features);
  done();
  if (const auto& model = p.rules.set().html_model) {
    scoring::score_by_model(*model, p.features, scores_);
  } else {
    scoring::score_by_rules(p.input(), scores_);
  }
  done();
  scoring::select(p.input(), scores_, options_, selection_);
  done();
  const Article article = assemble(p, selection_, options_);
  done();
  const std::string rendered = to_text(article);
  done();
  return rendered.size();
}

}  // namespace pith::bench

/// Analysis: what the stages left of one page, before anything is decided. Data only: pipeline.cpp fills it, assemble
/// and explain read it.
#pragma once

#include <string>
#include <vector>

#include <pith/article.hpp>

#include "blocks/blocks.hpp"
#include "measure/measure.hpp"
#include "model/model.hpp"
#include "page/page.hpp"
#include "rules/rule_set.hpp"
#include "text/text.hpp"

namespace pith {

/// Lives until the next page, and as long as the bytes it was made from. Reused from page to page.
struct Analysis {
  text::DecodedText decoded;
  page::Page page;
  blocks::BlockList blocks;
  measure::BlockMatches matches;
  model::FeatureMatrix features;  ///< filled by Pipeline::measure() alone
  measure::PageFacts facts;
  std::vector<std::uint8_t> witnesses;  ///< per block: other pages of its site that have it; empty: no site memory
  std::vector<Notice> notices;
  std::string url;
  Date fetched_at;  ///< when the page was fetched; unknown by default

  /// What the measures and the passes read. `rules` are those it was matched with.
  [[nodiscard]] measure::MeasureInput seen_by(const rules::RuleSet& rules) const {
    return {page, blocks, matches, rules, facts, witnesses};
  }
};

}  // namespace pith

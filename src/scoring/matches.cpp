#include "scoring/scoring.hpp"

namespace pith::scoring {

void match_blocks(const blocks::BlockList& blocks, const rules::RuleSet& rules, BlockMatches& out) {
  out.lines.resize(blocks.blocks.size());
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    out.lines[i] = rules::match_line(rules, blocks.blocks[i].text, out.scratch);
  }
}

}  // namespace pith::scoring

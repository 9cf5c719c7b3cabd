#include "scoring/scoring.hpp"

namespace pith::scoring {
namespace {

using page::AttributeName;

rules::AttributeGroups groups_of(const page::Page& page, std::uint32_t node, const rules::RuleSet& rules,
                                 std::initializer_list<AttributeName> names) {
  rules::AttributeGroups groups = 0;
  for (const AttributeName name : names) {
    const std::string_view value = page.attribute(node, name);
    if (!value.empty()) groups |= rules::match_attribute(rules, value);
  }
  return groups;
}

void match_containers(const page::Page& page, const blocks::BlockList& blocks, const rules::RuleSet& rules,
                      BlockMatches& out) {
  const auto& containers = blocks.containers;
  out.named.assign(containers.size(), 0);
  out.marked.assign(containers.size(), 0);
  if (page.kind == page::PageKind::text || page.nodes.empty()) return;
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const std::uint32_t node = containers[c].node;
    if (page.nodes[node].attribute_count == 0) continue;
    out.named[c] = groups_of(page, node, rules, {AttributeName::class_, AttributeName::id, AttributeName::role});
    out.marked[c] = groups_of(page, node, rules, {AttributeName::itemprop, AttributeName::data_kind});
  }
}

/// Folds a block once for the phrases and for all who compare lines.
rules::LineMatches match_block(std::string_view text, const rules::RuleSet& rules, BlockMatches& out) {
  const std::size_t begin = out.folded_text.size();
  if (text.size() <= longest_folded) text::append_folded(text, out.folded_text);
  out.folded_ends.push_back(out.folded_text.size());
  if (text.size() > rules::long_line_bytes) return rules::match_line(rules, text, out.scratch);
  return rules::match_folded_line(rules, std::string_view(out.folded_text).substr(begin));
}

}  // namespace

void match_blocks(const page::Page& page, const blocks::BlockList& blocks, const rules::RuleSet& rules,
                  BlockMatches& out) {
  static_assert(rules::long_line_bytes <= longest_folded);
  match_containers(page, blocks, rules, out);
  out.folded_text.clear();
  out.folded_ends.clear();
  out.lines.resize(blocks.blocks.size());
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    out.lines[i] = match_block(blocks.blocks[i].text, rules, out);
  }
}

}  // namespace pith::scoring

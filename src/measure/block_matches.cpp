#include <algorithm>
#include <array>
#include <span>

#include "core/recent.hpp"
#include "measure/hashes.hpp"
#include "measure/measure.hpp"

namespace pith::measure {
namespace {

using page::AttributeName;

/// What class, id and role values say.
class AttributeMatcher {
 public:
  explicit AttributeMatcher(const rules::RuleSet& rules) noexcept : rules_(rules) {}

  rules::AttributeGroups groups_of(std::string_view value) {
    return recent_.of(value, [this](std::string_view text) { return rules::match_attribute(rules_, text); });
  }

 private:
  const rules::RuleSet& rules_;
  core::Recent<rules::AttributeGroups> recent_;
};

/// Containers that look alike get the same number.
std::uint64_t container_shape(page::Tag tag, std::string_view classes) noexcept {
  // 60 bytes: what follows the first few classes is state, which differs between siblings.
  constexpr std::size_t class_bytes = 60;
  return mix_hash(hash_text(classes.substr(0, class_bytes)), static_cast<std::uint64_t>(tag));
}

bool is_name(AttributeName name) noexcept {
  return name == AttributeName::class_ || name == AttributeName::id || name == AttributeName::role;
}
bool is_property(AttributeName name) noexcept {
  return name == AttributeName::itemprop || name == AttributeName::data_kind;
}

void match_containers(const page::Page& page, const blocks::BlockList& blocks, const rules::RuleSet& rules,
                      BlockMatches& out) {
  const auto& containers = blocks.containers;
  out.groups_by_name.assign(containers.size(), 0);
  out.groups_by_property.assign(containers.size(), 0);
  out.shapes.assign(containers.size(), 0);
  if (page.kind == page::PageKind::text || page.nodes.empty()) return;
  AttributeMatcher matcher(rules);
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const page::Node& node = page.nodes[containers[c].node];
    std::string_view classes;
    for (const page::Attribute& attribute :
         std::span(page.attributes).subspan(node.first_attribute, node.attribute_count)) {
      if (is_name(attribute.name)) out.groups_by_name[c] |= matcher.groups_of(attribute.value);
      if (is_property(attribute.name)) out.groups_by_property[c] |= matcher.groups_of(attribute.value);
      if (attribute.name == AttributeName::class_) classes = attribute.value;
    }
    out.shapes[c] = container_shape(node.tag, classes);
  }
}

/// Folds a block once for the phrases and for all who compare lines.
void match_block(std::string_view text, const rules::RuleSet& rules, BlockMatches& out, rules::LineMatches& matches) {
  const std::size_t begin = out.folded_text.size();
  if (text.size() <= longest_folded) text::append_folded(text, out.folded_text);
  out.folded_ends.push_back(out.folded_text.size());
  if (text.size() > rules::long_line_bytes) return rules::match_line(rules, text, out.scratch, matches);
  rules::match_folded_line(rules, std::string_view(out.folded_text).substr(begin), matches);
}

void find_thread_marks(const rules::RuleSet& rules, BlockMatches& out) {
  out.thread_marks.resize(out.lines.size());
  std::vector<std::int16_t>& kinds = out.seen_marks;
  kinds.clear();
  for (std::size_t i = 0; i < out.lines.size(); ++i) {
    const auto mark = static_cast<std::int16_t>(rules.category_words.thread_mark(out.folded(i)));
    out.thread_marks[i] = mark;
    if (mark >= 0) kinds.push_back(mark);
  }
  std::sort(kinds.begin(), kinds.end());
  out.thread_mark_kinds = static_cast<std::size_t>(std::unique(kinds.begin(), kinds.end()) - kinds.begin());
}

/// Room that folded_text needs, more or less: folded text is hardly ever longer than what it is made of.
std::size_t folded_bytes(const blocks::BlockList& blocks) {
  std::size_t bytes = 0;
  for (const blocks::TextBlock& block : blocks.blocks) {
    if (block.text.size() <= longest_folded) bytes += block.text.size();
  }
  return bytes;
}

}  // namespace

void match_blocks(const page::Page& page, const blocks::BlockList& blocks, const rules::RuleSet& rules,
                  BlockMatches& out) {
  static_assert(rules::long_line_bytes <= longest_folded);
  match_containers(page, blocks, rules, out);
  out.folded_text.clear();
  out.folded_ends.clear();
  out.lines.clear();
  out.folded_text.reserve(folded_bytes(blocks));
  out.folded_ends.reserve(blocks.blocks.size());
  out.lines.reserve(blocks.blocks.size());
  rules::LineMatches matches{};
  for (const blocks::TextBlock& block : blocks.blocks) {
    match_block(block.text, rules, out, matches);
    out.lines.push_back(matches);
  }
  find_thread_marks(rules, out);
}

}  // namespace pith::measure

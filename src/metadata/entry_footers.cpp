// The line that ends a post of a blog: who wrote it, when, and what it is filed under.

#include <algorithm>

#include "metadata/calendars.hpp"
#include "metadata/readers.hpp"

namespace pith::metadata {
namespace {

/// "<a rel="category tag">": what posts are filed under.
bool is_filing(std::string_view relation) noexcept {
  return relation.find("tag") != std::string_view::npos || relation.find("category") != std::string_view::npos;
}

/// Whether a link within the element says what the post is filed under.
bool is_filed(const Input& input, std::uint32_t node) noexcept {
  constexpr std::uint32_t most_nodes = 60;           // of a line
  const std::vector<Mark>& rels = input.marks.rels;  // in the order of the page
  const std::uint32_t end = input.page.nodes[node].subtree_end;
  if (end - node > most_nodes) return false;
  auto mark = std::lower_bound(rels.begin(), rels.end(), node,
                               [](const Mark& one, std::uint32_t from) { return one.node < from; });
  for (; mark != rels.end() && mark->node < end; ++mark) {
    if (is_filing(mark->value)) return true;
  }
  return false;
}

/// The day near the beginning of the line, which nothing says to be of something else.
Date day_of_line(const Input& input, std::string_view line) {
  constexpr std::size_t beginning = 150;  // bytes
  constexpr std::size_t farthest = 70;
  for (const FoundDate& found : find_dates(beginning_of(line, beginning), input.dates)) {
    const bool is_of_post = found.role == DateRole::unlabelled || found.role == DateRole::published;
    if (is_of_post && found.date.day > 0) return found.begin <= farthest ? found.date : Date{};
  }
  return {};
}

}  // namespace

Date day_of_entry_footer(const Input& input) {
  const auto& blocks = input.blocks.blocks;
  DaysBelow days;
  for (std::size_t i = input.head.text + 1; i < blocks.size(); ++i) {
    constexpr std::uint32_t longest = 400;  // letters
    if (blocks[i].kind == BlockKind::heading || blocks[i].letters > longest) continue;
    const std::uint32_t node = input.blocks.containers[blocks[i].container].node;
    const bool ends = is_article_end(input.page, node) || is_article_end(input.page, input.page.nodes[node].parent);
    if ((!ends && !is_filed(input, node)) || is_of_others(input, node)) continue;
    if (const Date day = day_of_line(input, blocks[i].text); day.known()) days.add(day);
  }
  return days.only();
}

}  // namespace pith::metadata

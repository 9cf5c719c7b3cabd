#include "blocks/word_items.hpp"

#include <algorithm>
#include <string_view>

#include "blocks/styles.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

std::string_view style_of(const Page& page, const Container& container) noexcept {
  return page.attribute(container.node, AttributeName::style);
}

/// What stands before the item, which has no other mark: "3.", "a)"; "" when that is no number.
std::string_view printed_number(const Page& page, std::uint32_t item) noexcept {
  constexpr std::uint32_t most_nodes = 8;
  const std::uint32_t end = std::min(page.nodes[item].subtree_end, item + most_nodes);
  for (std::uint32_t i = item + 1; i < end; ++i) {
    const std::string_view text = text::trim(page.nodes[i].text);
    if (text.empty()) continue;
    const bool is_closed = text.ends_with('.') || text.ends_with(')');
    constexpr std::size_t longest = 12;  // bytes: "1.1.1.", "xviii."
    const bool is_number = is_closed && text.size() > 1 && text.size() <= longest &&
                           (text::is_ascii_digit(text[0]) || text::is_ascii_letter(text[0]));
    return is_number ? text.substr(0, text.size() - 1) : std::string_view();
  }
  return {};
}

/// "3" is three; of letters and sections the place among those above tells the number.
std::uint32_t number_of(std::string_view printed, std::uint32_t otherwise) noexcept {
  constexpr std::size_t most_digits = 6;
  std::uint32_t number = 0;
  for (const char c : printed) {
    if (!text::is_ascii_digit(c) || printed.size() > most_digits) return otherwise;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return std::max(number, 1U);
}

/// The last item of a list that may go on.
struct OpenList {
  int level;
  std::string_view name;  // "l0"
  std::uint32_t first;
  std::uint32_t last;
};

}  // namespace

bool is_word_item(const Page& page, const Container& container) noexcept {
  if (container.tag != Tag::p) return false;
  const std::string_view style = style_of(page, container);
  return !style.empty() && is_item_of_word(style);
}

const WordItem& WordItems::at(const Page& page, const BlockList& blocks, std::uint32_t item) {
  if (items_.empty()) items_.resize(blocks.containers.size());
  const bool is_found = items_[item].first != 0;
  if (!is_found) find_items_in(page, blocks, static_cast<std::uint32_t>(std::max(blocks.containers[item].parent, 0)));
  return items_[item];
}

void WordItems::find_items_in(const Page& page, const BlockList& blocks, std::uint32_t around) {
  std::vector<OpenList> open;  // innermost last
  const std::uint32_t end = blocks.containers[around].subtree_end;
  for (std::uint32_t c = around + 1; c < end; c = blocks.containers[c].subtree_end) {
    const Container& here = blocks.containers[c];
    if (!is_word_item(page, here)) {
      if (here.first_block < here.end_block) open.clear();
      continue;
    }
    const ListOfWord list = list_of_word(style_of(page, here));
    while (!open.empty() && open.back().level > list.level) open.pop_back();
    const bool goes_on = !open.empty() && open.back().level == list.level && open.back().name == list.name;
    if (!goes_on && !open.empty() && open.back().level == list.level) open.pop_back();
    const std::uint32_t before = goes_on ? items_[open.back().last].number : 0;
    if (!goes_on) open.push_back({list.level, list.name, c, c});
    open.back().last = c;
    WordItem& item = items_[c];
    item.first = open.back().first;
    if (open.size() > 1) item.above = static_cast<std::int32_t>(open[open.size() - 2].last);
    const std::string_view printed = printed_number(page, here.node);
    item.number = printed.empty() ? 0 : number_of(printed, before + 1);
  }
}

}  // namespace pith::blocks

#include "blocks/word_items.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "blocks/marks.hpp"
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

constexpr int no_level = -1;

/// The number that the text ends with, after the last character that is no digit; no_level: none.
int ending_number(std::string_view text) noexcept {
  constexpr std::size_t most_digits = 2;
  const std::size_t begin = text.find_last_not_of("0123456789") + 1;
  if (begin == text.size() || text.size() - begin > most_digits) return no_level;
  int number = 0;
  for (const char c : text.substr(begin)) number = number * 10 + (c - '0');
  return number;
}

/// The first word of the element's class that begins with one of those that tell a level before its number.
std::string_view level_class(const Page& page, std::uint32_t node,
                             std::span<const std::string_view> beginnings) noexcept {
  std::string_view classes = page.attribute(node, AttributeName::class_);
  while (!classes.empty()) {
    const std::string_view word = take_class(classes);
    const auto begins_word = [word](std::string_view beginning) { return word.starts_with(beginning); };
    const bool may_tell = std::any_of(beginnings.begin(), beginnings.end(), begins_word);
    if (may_tell && ending_number(word) != no_level) return word;
  }
  return {};
}

/// Of a list of Google Docs: "lst-kix_abc-1".
std::string_view class_of_list(const Page& page, std::uint32_t list) noexcept {
  static constexpr std::string_view beginnings[] = {"lst-kix_"};
  return level_class(page, list, beginnings);
}

/// Of an item of Quill or Draft.js, which knows no lists within lists; 0: not told.
int level_of_item(const Page& page, std::uint32_t item) noexcept {
  static constexpr std::string_view beginnings[] = {"ql-indent-", "public-DraftStyleDefault-depth"};
  return std::max(ending_number(level_class(page, item, beginnings)), 0);
}

bool has_levelled_item(const Page& page, const BlockList& blocks, std::uint32_t list) noexcept {
  for (std::uint32_t c = list + 1; c < blocks.containers[list].subtree_end; c = blocks.containers[c].subtree_end) {
    const Container& item = blocks.containers[c];
    if (item.tag == Tag::li && level_of_item(page, item.node) > 0) return true;
  }
  return false;
}

}  // namespace

/// The lists that may go on, innermost last.
class OpenLists {
 public:
  void close() { open_.clear(); }

  /// The place of the next item, without its number, and the one before it in its list; 0: it is the first.
  std::pair<WordItem, std::uint32_t> place(int level, std::string_view name, std::uint32_t item) {
    while (!open_.empty() && open_.back().level > level) open_.pop_back();
    const bool is_at_level = !open_.empty() && open_.back().level == level;
    const bool goes_on = is_at_level && open_.back().name == name;
    if (is_at_level && !goes_on) open_.pop_back();
    const std::uint32_t before = goes_on ? open_.back().last : 0;
    if (!goes_on) open_.push_back({level, name, item, item});
    open_.back().last = item;
    WordItem place;
    place.first = open_.back().first;
    if (open_.size() > 1) place.above = static_cast<std::int32_t>(open_[open_.size() - 2].last);
    return {place, before};
  }

 private:
  struct OpenList {
    int level;
    std::string_view name;  // "l0"
    std::uint32_t first;
    std::uint32_t last;
  };
  std::vector<OpenList> open_;
};

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
  OpenLists open;
  const std::uint32_t end = blocks.containers[around].subtree_end;
  for (std::uint32_t c = around + 1; c < end; c = blocks.containers[c].subtree_end) {
    const Container& here = blocks.containers[c];
    if (!is_word_item(page, here)) {
      if (here.first_block < here.end_block) open.close();
      continue;
    }
    const ListOfWord list = list_of_word(style_of(page, here));
    const auto [place, before] = open.place(list.level, list.name, c);
    items_[c] = place;
    const std::string_view printed = printed_number(page, here.node);
    items_[c].number = printed.empty() ? 0 : number_of(printed, (before == 0 ? 0 : items_[before].number) + 1);
  }
}

bool WordItems::is_levelled(const Page& page, const BlockList& blocks, std::uint32_t item, std::uint32_t list) {
  if (items_.empty()) items_.resize(blocks.containers.size());
  if (items_[list].first == 0) find_levelled_items(page, blocks, list);
  return items_[item].first != 0;
}

/// Of the list, or of all lists beside it where these tell their levels.
void WordItems::find_levelled_items(const Page& page, const BlockList& blocks, std::uint32_t list) {
  const auto& containers = blocks.containers;
  items_[list].first = list;  // it was looked at
  OpenLists open;
  if (class_of_list(page, containers[list].node).empty()) {
    if (has_levelled_item(page, blocks, list)) place_items(page, blocks, {list, 0, {}}, open);
    return;
  }
  const auto around = static_cast<std::uint32_t>(std::max(containers[list].parent, 0));
  for (std::uint32_t c = around + 1; c < containers[around].subtree_end; c = containers[c].subtree_end) {
    const std::string_view word = is_list(containers[c].tag) ? class_of_list(page, containers[c].node) : "";
    if (!word.empty()) {
      items_[c].first = c;
      place_items(page, blocks, {c, ending_number(word), word.substr(0, word.rfind('-'))}, open);
    } else if (containers[c].first_block < containers[c].end_block) {
      open.close();
    }
  }
}

void WordItems::place_items(const Page& page, const BlockList& blocks, const LevelledList& list, OpenLists& open) {
  const Container& here = blocks.containers[list.container];
  const std::string_view start = page.attribute(here.node, AttributeName::start);
  bool is_first = true;
  for (std::uint32_t c = list.container + 1; c < here.subtree_end; c = blocks.containers[c].subtree_end) {
    if (blocks.containers[c].tag != Tag::li) continue;
    const int level = list.level + level_of_item(page, blocks.containers[c].node);
    const auto [place, before] = open.place(level, list.name, c);
    const std::uint32_t next = (before == 0 ? 0 : items_[before].number) + 1;
    items_[c] = place;
    if (here.tag == Tag::ol && !is_told_bullet(page, blocks.containers[c].node))
      items_[c].number = is_first && !start.empty() ? number_of(start, next) : next;
    is_first = false;
  }
}

}  // namespace pith::blocks

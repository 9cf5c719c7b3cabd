/// Items whose level is told by a word: a word processor's, which are paragraphs, and those of editors that write the
/// lists within a list beside it, or their items among its own. Private to blocks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "blocks/blocks.hpp"

namespace pith::blocks {

/// Where an item stands. Containers.
struct WordItem {
  std::int32_t above = -1;   ///< the item that its list stands in; negative: none
  std::uint32_t first = 0;   ///< the first item of its list; itself
  std::uint32_t number = 0;  ///< 0: its mark is no number
};

/// Whether the container is such an item: "<p style='mso-list:l0 level1 lfo1'>".
[[nodiscard]] bool is_word_item(const page::Page& page, const Container& container) noexcept;

/// A list whose items have that level, or a greater one.
struct LevelledList {
  std::uint32_t container = 0;
  int level = 0;
  std::string_view name;  ///< lists of another name are others
};

class OpenLists;

/// Knows the places of all items on the page once it is asked for one.
class WordItems {
 public:
  [[nodiscard]] const WordItem& at(const page::Page& page, const BlockList& blocks, std::uint32_t item);
  /// Whether the level of the item is told by a class of it or of its list, a <ul> or <ol>: at() tells its place.
  [[nodiscard]] bool is_levelled(const page::Page& page, const BlockList& blocks, std::uint32_t item,
                                 std::uint32_t list);

 private:
  void find_items_in(const page::Page& page, const BlockList& blocks, std::uint32_t around);
  void find_levelled_items(const page::Page& page, const BlockList& blocks, std::uint32_t list);
  void place_items(const page::Page& page, const BlockList& blocks, const LevelledList& list, OpenLists& open);

  std::vector<WordItem> items_;  // per container, of a list that was looked at too. Empty until there is one
};

}  // namespace pith::blocks

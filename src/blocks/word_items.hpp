/// Items of lists that a word processor wrote as paragraphs. Private to blocks.
#pragma once

#include <cstdint>
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

/// Knows the places of all items on the page once it is asked for one.
class WordItems {
 public:
  [[nodiscard]] const WordItem& at(const page::Page& page, const BlockList& blocks, std::uint32_t item);

 private:
  void find_items_in(const page::Page& page, const BlockList& blocks, std::uint32_t around);

  std::vector<WordItem> items_;  // per container. Empty until there is one
};

}  // namespace pith::blocks

/// The columns that a block's own characters and words give, the same for HTML and plain text.
#pragma once

#include <span>

#include "measure/columns.hpp"
#include "measure/text_shape.hpp"

namespace pith::measure {

/// Of the words of one block.
struct WordShares {
  float capitals = 0;  ///< words that begin with a capital
  float shorts = 0;    ///< words of at most three letters
  float numbers = 0;   ///< words of digits
};
[[nodiscard]] WordShares word_shares(std::span<const text::Word> words) noexcept;

/// What the columns read: a place per block.
struct BlockTexts {
  const blocks::BlockList& list;
  std::span<const TextShape> shapes;
  std::span<const float> weighted;  ///< words, CJK at 1/1.7
  std::span<const WordShares> shares;
};

void add_text_columns(const BlockTexts& texts, Columns& columns);

/// 0 where there is no whole.
[[nodiscard]] constexpr float ratio(float part, float whole) noexcept {
  return whole > 0 ? part / whole : 0.0F;
}

}  // namespace pith::measure

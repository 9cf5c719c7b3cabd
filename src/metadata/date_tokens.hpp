/// A text cut into what dates are made of: numbers, marks and known words. Private to metadata.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "metadata/words.hpp"

namespace pith::metadata {

enum class TokenKind : std::uint8_t {
  number,  ///< in the digits of any script, or Han numerals before a unit
  mark,    ///< punctuation; `mark` is its code point
  known,   ///< a word of the tables; `word` says which
  other,   ///< a word of no meaning for dates
};

struct DateToken {
  TokenKind kind = TokenKind::other;
  std::uint8_t digits = 0;    ///< of a number: how many
  bool space_before = false;  ///< white space stands before it
  std::uint32_t begin = 0;    ///< in bytes of the text
  std::uint32_t end = 0;
  std::int64_t value = 0;  ///< of a number
  char32_t mark = 0;
  FoundWord word;

  [[nodiscard]] bool is(WordKind wanted) const noexcept { return kind == TokenKind::known && word.kind == wanted; }
  [[nodiscard]] bool is_mark(char32_t wanted) const noexcept { return kind == TokenKind::mark && mark == wanted; }
};

using DateTokens = std::vector<DateToken>;

/// Whether the text may have a token that is a number; a quick look.
[[nodiscard]] bool may_have_number(std::string_view text) noexcept;

/// Appends the tokens of `text`. Linear.
void read_tokens(std::string_view text, DateTokens& out);

}  // namespace pith::metadata

/// Grammar: what may stand where a row has a slot, "Edited by {name}", "{number} comments". A row is taken apart when
/// it is loaded into its forms (forms.hpp), which are found by their words; matching costs a look at what stands beside
/// these, never a second try from the beginning.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>

namespace pith::rules {

enum class Slot : std::uint8_t {
  none,
  number,  ///< {number}: 12, 1,204, 3.4k, 5万
  year,    ///< {year}: 1900 to 2099, and a second one after it: 2019-2024
  date,    ///< {date}: a number, and up to seven more numbers, names of months and days and marks of time
  name,    ///< {name}: up to 60 bytes without digits
  site,    ///< {site}: up to 60 bytes
  words,   ///< {words}: up to 90 bytes
  any,     ///< `*`, of line patterns: anything or nothing
};

/// Words, folded, or a slot. The words stand in a text that all pieces share.
struct Piece {
  Slot slot = Slot::none;
  std::uint32_t first_byte = 0;
  std::uint32_t word_bytes = 0;  ///< 0: the slot

  [[nodiscard]] std::string_view words_in(std::string_view text) const noexcept {
    return text.substr(first_byte, word_bytes);
  }

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.slot, self.first_byte, self.word_bytes);
  }
};

/// Whether a slot does not know its own end: what stands after it tells.
[[nodiscard]] constexpr bool is_open(Slot slot) noexcept {
  return slot == Slot::name || slot == Slot::site || slot == Slot::words;
}

/// Where the pieces that stand right after line[at] end; npos: they do not stand there. `words` is the text that theirs
/// stand in, `line` is folded. A {name}, {site} or {words} at the end of the pieces stands for all the rest of the
/// line, and for nothing longer.
[[nodiscard]] std::size_t pieces_end(std::span<const Piece> pieces, std::string_view words, std::string_view line,
                                     std::size_t at) noexcept;

/// Whether the slot, a number, year or date that begins with a digit, is all of `text`.
[[nodiscard]] bool fills(Slot slot, std::string_view text) noexcept;

/// Whether nothing that stands at both sides of line[at] is one word. CJK text has no spaces: there every place is a
/// boundary.
[[nodiscard]] bool is_word_boundary(std::string_view folded, std::size_t at) noexcept;

/// Whether a word may begin with a CJK character or one beyond, which need no space between them.
[[nodiscard]] constexpr bool is_cjk_lead(char byte) noexcept {
  return static_cast<unsigned char>(byte) >= 0xE3;
}

}  // namespace pith::rules

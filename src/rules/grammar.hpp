/// Grammar: how a row writes phrases that differ by a word, "(Edited|Written) by {name}", "{number} comments". A row is
/// taken apart when it is loaded into its forms, which are found by their words; matching costs a look at what stands
/// beside these, never a second try from the beginning.
///
/// In: the text of a row. Out: its forms. (a|b) is a or b, (a|) a or nothing; groups may hold groups. Parentheses
/// without `|` and `|` outside of them are punctuation, which counts for nothing. {slot} stands for what differs from
/// page to page.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

/// Words, folded, or a slot.
struct Piece {
  Slot slot = Slot::none;
  std::string words;  ///< empty: the slot
};

/// A piece of one of the texts that a row stands for.
struct FormPiece {
  Slot slot = Slot::none;
  std::uint32_t first_byte = 0;  ///< of its words, in Forms::words
  std::uint32_t word_bytes = 0;  ///< 0: the slot
};

/// The texts that a row stands for.
struct Forms {
  std::string words;                ///< of all pieces, folded
  std::vector<FormPiece> pieces;    ///< of all forms, one after the other
  std::vector<std::uint32_t> ends;  ///< of each form, in `pieces`
  std::string wrong;                ///< what is wrong with the text; empty: nothing

  [[nodiscard]] std::size_t size() const noexcept { return ends.size(); }
  [[nodiscard]] std::span<const FormPiece> form(std::size_t number) const noexcept;
  [[nodiscard]] std::string_view words_of(const FormPiece& piece) const noexcept {
    return std::string_view(words).substr(piece.first_byte, piece.word_bytes);
  }
};

/// Most forms of one row, and most bytes in all of them: more are a mistake, and cost memory.
inline constexpr std::size_t most_forms = 256;
inline constexpr std::size_t most_form_bytes = 65'536;
/// A longer text is no row: lines are not searched beyond their first and last few hundred bytes.
inline constexpr std::size_t most_row_bytes = 8192;

/// Whether a slot does not know its own end: what stands after it tells.
[[nodiscard]] constexpr bool is_open(Slot slot) noexcept {
  return slot == Slot::name || slot == Slot::site || slot == Slot::words;
}

/// `star`: of a line pattern. `*` and all slots but {number} and {year} are Slot::any, these are the number 0. Else `*`
/// is punctuation.
[[nodiscard]] Forms forms_of(std::string_view text, bool star);

/// Where the pieces that stand right after line[at] end; npos: they do not stand there. `line` is folded. A {name},
/// {site} or {words} at the end of the pieces stands for all the rest of the line, and for nothing longer.
[[nodiscard]] std::size_t pieces_end(const std::vector<Piece>& pieces, std::string_view line, std::size_t at) noexcept;

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

/// Sentence: the marks that end sentences, and which of them count where.
///
/// What counts differs on purpose. Where a mark is only counted, many may count; where a line is cut or dropped for it,
/// only those do that end nothing but sentences. A mark added to a set changes scores: train again.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/text.hpp"

namespace pith::text {

/// A mark by itself, as a bit.
enum SentenceMark : std::uint32_t {
  full_stop = 1,           ///< .
  exclamation = 2,         ///< !
  question = 4,            ///< ?
  cjk_full_stop = 8,       ///< U+3002
  cjk_exclamation = 16,    ///< U+FF01
  cjk_question = 32,       ///< U+FF1F
  ellipsis = 64,           ///< U+2026
  closing_quote = 128,     ///< U+201D: Chinese sentences end within it
  arabic_question = 256,   ///< U+061F
  arabic_full_stop = 512,  ///< U+06D4
  danda = 1024,            ///< U+0964
  semicolon = 2048,        ///< ;
  cjk_semicolon = 4096,    ///< U+FF1B
};
using SentenceMarks = std::uint32_t;

/// 0 for all other characters.
[[nodiscard]] constexpr SentenceMarks mark_of(char32_t c) noexcept {
  switch (c) {
    case U'.':
      return full_stop;
    case U'!':
      return exclamation;
    case U'?':
      return question;
    case U';':
      return semicolon;
    case 0x3002:
      return cjk_full_stop;
    case 0xFF01:
      return cjk_exclamation;
    case 0xFF1F:
      return cjk_question;
    case 0xFF1B:
      return cjk_semicolon;
    case 0x2026:
      return ellipsis;
    case 0x201D:
      return closing_quote;
    case 0x061F:
      return arabic_question;
    case 0x06D4:
      return arabic_full_stop;
    case 0x0964:
      return danda;
    default:
      return 0;
  }
}

/// These end a sentence only where a space, a closing mark or nothing follows: they also stand in numbers and names.
inline constexpr SentenceMarks ascii_ends = full_stop | exclamation | question;
/// These end a sentence wherever they stand.
inline constexpr SentenceMarks cjk_ends = cjk_full_stop | cjk_exclamation | cjk_question;

/// Counted in blocks wherever they stand.
inline constexpr SentenceMarks counted_in_blocks = cjk_ends | ellipsis | arabic_question | arabic_full_stop | danda;
/// A block with one of these last, closing quotes and brackets aside, ends as a sentence does.
inline constexpr SentenceMarks ends_of_blocks = ascii_ends | counted_in_blocks;
/// A short block with one of these last is a sentence and no label.
inline constexpr SentenceMarks ends_of_short_blocks = ascii_ends | cjk_ends | closing_quote;
/// A line with one of these last is no headline: a deck, or a sentence of the article. Headlines may ask or exclaim.
inline constexpr SentenceMarks not_of_headlines = full_stop | cjk_full_stop | closing_quote;
/// A line with one of these last points to no other article, for the headlines of those do not end so.
inline constexpr SentenceMarks not_of_pointers = full_stop | exclamation | cjk_full_stop | cjk_exclamation;
/// After one of these "the end" stands by itself and is no end of the sentence.
inline constexpr SentenceMarks before_end_marks = cjk_ends | closing_quote | ellipsis;
/// A piece of residue begins after one of these.
inline constexpr SentenceMarks before_residue = cjk_ends | closing_quote;

/// Whether the text ends with one of the marks.
[[nodiscard]] inline bool ends_with_mark(std::string_view utf8, SentenceMarks marks) noexcept {
  if (utf8.empty()) return false;
  std::size_t at = code_point_start(utf8, utf8.size() - 1);
  return (mark_of(next_code_point(utf8, at)) & marks) != 0;
}

/// Whether the text announces what follows it.
[[nodiscard]] inline bool ends_with_colon(std::string_view utf8) noexcept {
  return utf8.ends_with(':') || utf8.ends_with("\uFF1A");
}

/// Bytes of the mark that the text begins with, one of `marks`; 0: there is none.
[[nodiscard]] inline std::size_t mark_bytes(std::string_view utf8, SentenceMarks marks) noexcept {
  if (utf8.empty()) return 0;
  std::size_t at = 0;
  return (mark_of(next_code_point(utf8, at)) & marks) != 0 ? at : 0;
}

}  // namespace pith::text

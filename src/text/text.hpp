/// Text: from bytes of unknown encoding to valid UTF-8, and what stands in it.
/// In: the bytes of a page. Out: DecodedText (decode.cpp, read it first), then its words, classes of its characters,
/// its folded form and its language. charsets.cpp knows the labels of encodings, icu.cpp alone knows ICU, word_lists
/// the words of data/words.tsv, json_tree JSON. Pure functions over caller-owned memory; any thread. A charset label, a
/// word or a language is a row in src/data; a mark that ends sentences is a bit in sentence.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

#include "text/ascii.hpp"

namespace pith::text {

/// Valid UTF-8 from here on.
struct DecodedText {
  /// The whole page, without BOM. Views either the input (already valid UTF-8) or `storage`.
  std::string_view utf8;
  std::string charset;  ///< IANA name: "UTF-8", "GB18030", "windows-1252", ...
  std::string storage;  ///< reused from page to page
};

/// What is known about the encoding from outside the bytes.
struct DecodeHints {
  std::string_view content_type;  ///< HTTP header value, may be empty
  std::string_view encoding;      ///< overrules everything, may be empty
  bool may_be_html = true;        ///< look for <meta>
};

/// Decides the encoding (BOM, `encoding`, Content-Type, <meta> prescan, UTF-8 validity, ICU's detector) and
/// decodes into `out`, replacing its content. Malformed sequences become U+FFFD. Appends notices.
/// `bytes` must outlive `out`.
void decode(std::string_view bytes, const DecodeHints& hints, DecodedText& out, std::vector<Notice>& notices);

/// Length of the longest prefix that is valid UTF-8; bytes.size() when all of it is.
[[nodiscard]] std::size_t valid_utf8_prefix(std::string_view bytes) noexcept;

/// Whether a byte of valid UTF-8 is the first of its code point.
[[nodiscard]] constexpr bool starts_code_point(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}
/// Where the code point begins that the byte at `position` belongs to; `position` itself at the end of the text.
[[nodiscard]] constexpr std::size_t code_point_start(std::string_view utf8, std::size_t position) noexcept {
  while (position > 0 && position < utf8.size() && !starts_code_point(utf8[position])) --position;
  return position;
}
/// The first start of a code point at or after `position`; the size when there is none.
[[nodiscard]] constexpr std::size_t code_point_end(std::string_view utf8, std::size_t position) noexcept {
  while (position < utf8.size() && !starts_code_point(utf8[position])) ++position;
  return position;
}

/// The code point at `position` of valid UTF-8; moves `position` past it. Precondition: position < size.
[[nodiscard]] inline char32_t next_code_point(std::string_view utf8, std::size_t& position) noexcept;
/// The same, where it is known not to be ASCII.
[[nodiscard]] char32_t next_wide_code_point(std::string_view utf8, std::size_t& position) noexcept;
/// The character at `from`, its three bytes as one number, the first one highest; 0: it is none of U+4E00 to U+9FFF.
[[nodiscard]] inline std::uint32_t han_bytes(const char* from) noexcept;
/// Bytes of the characters of U+4E00 to U+9FFF at the start of valid UTF-8: what most of Chinese is made of.
[[nodiscard]] inline std::size_t han_prefix(std::string_view utf8) noexcept;
void append_utf8(std::string& out, char32_t code_point);
/// Writes up to four bytes; returns one past the last.
[[nodiscard]] char* write_utf8(char* out, char32_t code_point) noexcept;

/// Unicode properties, from tables made from ICU's data (see unicode_tables.inc).
enum CharClass : std::uint16_t {
  is_letter = 1,         ///< L*
  is_digit = 2,          ///< Nd
  is_other_number = 4,   ///< Nl, No
  is_mark = 8,           ///< M*
  is_upper = 16,         ///< Lu, Lt
  is_lower = 32,         ///< Ll
  is_space = 64,         ///< White_Space, also U+200B, U+FEFF
  is_punctuation = 128,  ///< P*
  is_symbol = 256,       ///< S*
  is_cjk = 512,          ///< counts as one word by itself: kana, Han (U+3400-4DBF, U+4E00-9FFF), Hangul syllables
  is_connector = 1024,   ///< Pc, such as '_': part of a word
  is_currency = 2048,    ///< Sc
};
/// Bits of CharClass. O(1).
[[nodiscard]] std::uint16_t class_of(char32_t code_point) noexcept;
/// Simple (one to one) lower case. O(1).
[[nodiscard]] char32_t to_lower(char32_t code_point) noexcept;

/// By byte: letters of ASCII in lower case, and its digits; 0 for all others. Words of these are passed over in runs.
inline constexpr std::array<char, 256> word_bytes = [] {
  std::array<char, 256> lowered{};
  for (unsigned c = 'a'; c <= 'z'; ++c) lowered[c] = lowered[c - 'a' + 'A'] = static_cast<char>(c);
  for (unsigned c = '0'; c <= '9'; ++c) lowered[c] = static_cast<char>(c);
  return lowered;
}();
[[nodiscard]] constexpr char word_byte(char c) noexcept {
  return word_bytes[static_cast<unsigned char>(c)];
}

/// A word as the field's scorers count them: a run of letters, digits, numbers and '_', or one CJK character.
struct Word {
  std::uint64_t hash : 57 = 0;    ///< of the lower-cased word; equal words have equal hashes on every machine
  std::uint64_t letters : 4 = 0;  ///< code points, saturated at 15
  bool is_cjk : 1 = false;
  bool starts_upper : 1 = false;
  bool all_digits : 1 = false;
};
static_assert(sizeof(Word) == 8, "a page has more of them than of anything else");

/// Appends the words of valid UTF-8 text.
void tokenize(std::string_view utf8, std::vector<Word>& out);

/// Hash of the word as `tokenize` makes it; for tables of known words. `word` must be one lower-case word.
[[nodiscard]] std::uint64_t hash_word(std::string_view word) noexcept;

/// Where a line may end within a word, and between words of scripts that part them by nothing else.
inline constexpr std::string_view zero_width_space = "\u200B";

/// White space trimmed at both ends (Unicode white space and U+200B, U+FEFF).
[[nodiscard]] std::string_view trim(std::string_view utf8) noexcept;

/// How titles and phrases are compared: lower case, full-width ASCII (U+FF01..FF5E) as ASCII, and every run of white
/// space, punctuation and ASCII symbols as one space between two words, as nothing at both ends and beside CJK
/// characters. "Read more >>" gives "read more". Appends to `out`.
void append_folded(std::string_view utf8, std::string& out);

/// "zh-Hans", "zh-Hant", "ja", "ko", "ru", "en", ...: guessed from script and function words; "" when unsure.
[[nodiscard]] std::string guess_language(std::string_view utf8);

std::uint32_t han_bytes(const char* from) noexcept {
  const auto byte = [from](int k) { return static_cast<std::uint32_t>(static_cast<unsigned char>(from[k])); };
  const std::uint32_t bytes = byte(0) << 16U | byte(1) << 8U | byte(2);
  return bytes >= 0xE4B880 && bytes <= 0xE9BFBF ? bytes : 0;
}

std::size_t han_prefix(std::string_view utf8) noexcept {
  constexpr std::size_t bytes = 3;
  std::size_t end = 0;
  while (end + bytes <= utf8.size() && han_bytes(utf8.data() + end) != 0) end += bytes;
  return end;
}

char32_t next_code_point(std::string_view utf8, std::size_t& position) noexcept {
  const auto lead = static_cast<unsigned char>(utf8[position]);
  if (lead >= 0x80) return next_wide_code_point(utf8, position);
  ++position;
  return lead;
}

}  // namespace pith::text

#include "html/entities.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "core/wide_bytes.hpp"
#include "html/entity_table.hpp"
#include "text/text.hpp"

namespace pith::html {
namespace {

constexpr char32_t replacement_character = 0xFFFD;

/// Where each row begins; counted by the compiler.
constexpr std::array<std::uint16_t, entity_count> make_row_offsets() noexcept {
  std::array<std::uint16_t, entity_count> offsets{};
  std::size_t row = 1;
  for (std::size_t i = 0; i + 1 < entity_rows.size(); ++i) {
    if (entity_rows[i] == ' ') offsets[row++] = static_cast<std::uint16_t>(i + 1);
  }
  return offsets;
}

constexpr std::array<std::uint16_t, entity_count> row_offsets = make_row_offsets();

/// What a numeric reference to 0x80..0x9F means: windows-1252, as pages of old meant it.
constexpr std::array<char16_t, 32> windows_1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_alphanumeric(char letter) noexcept {
  return text::is_ascii_digit(letter) || text::is_ascii_letter(letter);
}

/// -1 when it is no digit of the base.
int digit_of(char letter, int base) noexcept {
  int digit = -1;
  if (text::is_ascii_digit(letter)) digit = letter - '0';
  if (letter >= 'a' && letter <= 'f') digit = letter - 'a' + 10;
  if (letter >= 'A' && letter <= 'F') digit = letter - 'A' + 10;
  return digit < base ? digit : -1;
}

char32_t repaired(std::uint32_t value) noexcept {
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return replacement_character;
  if (value >= 0x80 && value <= 0x9F) return windows_1252[value - 0x80];
  return value;
}

CharacterReference read_numeric(std::string_view source) noexcept {
  std::size_t position = 2;
  const bool hexadecimal = position < source.size() && (source[position] == 'x' || source[position] == 'X');
  if (hexadecimal) ++position;
  const int base = hexadecimal ? 16 : 10;
  const std::size_t digits_begin = position;
  std::uint32_t value = 0;
  for (; position < source.size(); ++position) {
    const int digit = digit_of(source[position], base);
    if (digit < 0) break;
    // Stays above the last code point once it is there, instead of wrapping around.
    if (value <= 0x10FFFF) value = value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit);
  }
  if (position == digits_begin) return {};
  if (position < source.size() && source[position] == ';') ++position;
  return {position, repaired(value), 0};
}

std::string_view name_of_row(std::uint16_t offset) noexcept {
  std::size_t end = offset;
  while (entity_rows[end] != '!' && entity_rows[end] != '=') ++end;
  return entity_rows.substr(offset, end - offset);
}

struct EntityRow {
  bool found = false;
  bool needs_semicolon = true;
  char32_t first = 0;
  char32_t second = 0;
};

EntityRow parse_row(std::size_t position) noexcept {
  EntityRow row;
  row.found = true;
  if (entity_rows[position] == '!') {
    row.needs_semicolon = false;
    ++position;
  }
  char32_t value = 0;
  for (++position; entity_rows[position] != ' '; ++position) {
    if (entity_rows[position] == '+') {
      row.first = value;
      value = 0;
    } else {
      value = value * 16 + static_cast<char32_t>(digit_of(entity_rows[position], 16));
    }
  }
  (row.first == 0 ? row.first : row.second) = value;
  return row;
}

EntityRow find_entity(std::string_view name) noexcept {
  const auto found =
      std::lower_bound(row_offsets.begin(), row_offsets.end(), name,
                       [](std::uint16_t offset, std::string_view wanted) { return name_of_row(offset) < wanted; });
  if (found == row_offsets.end() || name_of_row(*found) != name) return {};
  return parse_row(*found + name.size());
}

CharacterReference read_named(std::string_view source, ReferencePlace place) noexcept {
  if (source.starts_with("&amp;")) return {5, '&', 0};  // most of all
  std::size_t end = 1;
  while (end < source.size() && end <= longest_entity && is_alphanumeric(source[end])) ++end;
  if (end < source.size() && source[end] == ';') {
    const EntityRow row = find_entity(source.substr(1, end - 1));
    if (row.found) return {end + 1, row.first, row.second};
  }
  // Without a semicolon the longest name counts: "&notit" is a not sign and "it".
  constexpr std::size_t longest_without_semicolon = 6;
  for (std::size_t size = std::min(end - 1, longest_without_semicolon); size >= 2; --size) {
    const EntityRow row = find_entity(source.substr(1, size));
    if (!row.found || row.needs_semicolon) continue;
    const char next = 1 + size < source.size() ? source[1 + size] : '\0';
    if (place == ReferencePlace::attribute && (next == '=' || is_alphanumeric(next))) return {};
    return {1 + size, row.first, row.second};
  }
  return {};
}

bool is_copied(char letter) noexcept {
  return letter != '&' && letter != '\r' && letter != '\0';
}

/// Where the bytes that are copied from `at` on end.
std::size_t copied_end(std::string_view source, std::size_t at) noexcept {
  for (; source.size() - at >= sizeof(core::WideBytes); at += sizeof(core::WideBytes)) {
    const core::WideBytes bytes = core::load_wide(source.data() + at);
    const auto special = std::bit_cast<core::WideBytes>((bytes == '&') | (bytes == '\r') | (bytes == 0));
    if (core::any(special)) return at + core::first_set(special);
  }
  while (at < source.size() && is_copied(source[at])) ++at;
  return at;
}

/// Writes what the byte at source[position], which is not just copied, stands for, and moves after it.
char* decode_one(std::string_view source, ReferencePlace place, std::size_t& position, char* out) noexcept {
  const char letter = source[position];
  if (letter == '&') {
    const CharacterReference reference = read_reference(source.substr(position), place);
    if (reference.length != 0) {
      position += reference.length;
      out = text::write_utf8(out, reference.first);
      return reference.second == 0 ? out : text::write_utf8(out, reference.second);
    }
  }
  ++position;
  if (letter == '\r') {
    if (position < source.size() && source[position] == '\n') ++position;
    *out++ = '\n';
  } else if (letter == '\0') {
    if (place == ReferencePlace::attribute) out = text::write_utf8(out, replacement_character);
  } else {
    *out++ = letter;
  }
  return out;
}

}  // namespace

CharacterReference read_reference(std::string_view source, ReferencePlace place) noexcept {
  if (source.size() < 3) return {};
  return source[1] == '#' ? read_numeric(source) : read_named(source, place);
}

std::string_view decode_references(std::string_view source, ReferencePlace place, core::Arena& storage) {
  const std::size_t first = copied_end(source, 0);
  if (first == source.size()) return source;
  // References of two code points grow from five bytes to six at most; a NUL in an attribute from one to three.
  const std::size_t rest = source.size() - first;
  const std::size_t reserved = source.size() + (place == ReferencePlace::attribute ? 2 * rest : rest / 4 + 1);
  char* const begin = storage.allocate_chars(reserved);
  char* out = std::copy_n(source.data(), first, begin);
  std::size_t position = first;
  while (position < source.size()) {
    out = decode_one(source, place, position, out);
    const std::size_t end = copied_end(source, position);
    out = std::copy_n(source.data() + position, end - position, out);
    position = end;
  }
  const auto used = static_cast<std::size_t>(out - begin);
  storage.shrink_last(begin, reserved, used);
  return {begin, used};
}

}  // namespace pith::html

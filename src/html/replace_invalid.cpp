// Gumbo reads control characters and noncharacters as U+FFFD. The skeleton hands it none of the text, so they are
// replaced ahead.
#include "html/replace_invalid.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <string>

#include "core/wide_bytes.hpp"

namespace pith::html {
namespace {

constexpr std::string_view replacement_bytes = "\xEF\xBF\xBD";

unsigned byte_at(std::string_view text, std::size_t position) noexcept {
  return position < text.size() ? static_cast<unsigned char>(text[position]) : 0U;
}

/// Bytes of the invalid code point at `position`; 0 when it is valid.
std::size_t invalid_bytes(std::string_view utf8, std::size_t position) noexcept {
  const unsigned byte = byte_at(utf8, position);
  const unsigned second = byte_at(utf8, position + 1);
  const unsigned third = byte_at(utf8, position + 2);
  if (byte < 0x20) return byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0 ? 1 : 0;
  if (byte == 0x7F) return 1;
  if (byte == 0xC2) return second < 0xA0 ? 2 : 0;
  if (byte == 0xEF) {
    const bool arabic = second == 0xB7 && third >= 0x90 && third < 0xB0;  // U+FDD0..U+FDEF
    return arabic || (second == 0xBF && third >= 0xBE) ? 3 : 0;           // U+FFFE, U+FFFF
  }
  const bool plane_end =
      byte >= 0xF0 && (second & 0x0FU) == 0x0F && third == 0xBF && byte_at(utf8, position + 3) >= 0xBE;
  return plane_end ? 4 : 0;
}

/// For each byte whether an invalid code point may begin with it.
constexpr std::array<bool, 256> may_begin_invalid = [] {
  std::array<bool, 256> may{};
  for (std::size_t byte = 1; byte < 0x20; ++byte) may[byte] = byte < 0x09 || byte == 0x0B || byte > 0x0D;
  may[0x7F] = may[0xC2] = may[0xEF] = true;
  for (std::size_t byte = 0xF0; byte < 0xF8; ++byte) may[byte] = true;
  return may;
}();

/// Whether the line of bytes is surely valid; of control characters it knows the frequent ones.
bool is_plain_ascii(const char* bytes) noexcept {
  return !core::any_in_line(bytes, 0xFF, [](core::WideBytes byte) {
    // As signed numbers one higher, control characters, U+007F and all that is not ASCII are below the others.
    const auto special = std::bit_cast<core::SignedBytes>(byte + 1) <= ' ';
    const auto frequent = (byte == '\n') | (byte == '\r') | (byte == '\t');
    return std::bit_cast<core::WideBytes>(special & ~frequent);
  });
}

/// Whether no invalid code point but one of the planes above U+FFFF begins in the line. Reads one byte after it.
bool is_plain_text(const char* bytes) noexcept {
  core::WideBytes found{};
  for (std::size_t k = 0; k < core::line_bytes; k += sizeof found) {
    core::WideBytes byte;
    core::WideBytes next;
    std::memcpy(&byte, bytes + k, sizeof byte);
    std::memcpy(&next, bytes + k + 1, sizeof next);
    const auto control = (byte < 0x20) & (byte != '\n') & (byte != '\r') & (byte != '\t');
    const auto second_control = (byte == 0xC2) & (next < 0xA0);
    const auto noncharacter = (byte == 0xEF) & ((next == 0xB7) | (next == 0xBF));
    const auto special = control | (byte == 0x7F) | second_control | noncharacter | (byte >= 0xF0);
    found |= std::bit_cast<core::WideBytes>(special);
  }
  return !core::any(found);
}

bool holds_invalid(std::string_view utf8) noexcept {
  for (std::size_t begin = 0; begin < utf8.size(); begin += core::line_bytes) {
    const std::size_t end = std::min(begin + core::line_bytes, utf8.size());
    if (end - begin == core::line_bytes && is_plain_ascii(utf8.data() + begin)) continue;
    if (end < utf8.size() && is_plain_text(utf8.data() + begin)) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (may_begin_invalid[static_cast<unsigned char>(utf8[i])] && invalid_bytes(utf8, i) != 0) return true;
    }
  }
  return false;
}

}  // namespace

std::string_view replace_invalid(std::string_view utf8, core::Arena& storage) {
  if (!holds_invalid(utf8)) return utf8;
  std::string out;
  out.reserve(utf8.size() + utf8.size() / 8);
  for (std::size_t i = 0; i < utf8.size();) {
    const std::size_t bytes = invalid_bytes(utf8, i);
    if (bytes == 0) {
      out += utf8[i++];
    } else {
      out += replacement_bytes;
      i += bytes;
    }
  }
  return storage.copy(out);
}

}  // namespace pith::html

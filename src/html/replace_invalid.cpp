// Gumbo reads control characters and noncharacters as U+FFFD. The skeleton hands it none of the text, so they are
// replaced ahead.
#include "html/replace_invalid.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "core/nibble_table.hpp"
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

bool holds_invalid_at(std::string_view utf8, std::size_t position) noexcept {
  return may_begin_invalid[static_cast<unsigned char>(utf8[position])] && invalid_bytes(utf8, position) != 0;
}

#if defined(__x86_64__)

/// Bits of both halves of a byte: where the two share one, an invalid code point may begin with it.
struct NibbleTables {
  core::NibbleTable low{}, high{};
};
constexpr NibbleTables suspicious = [] {
  NibbleTables tables;
  // A bit for each of the higher halves that hold some, shared by those that hold the same.
  std::uint8_t bit = 1;
  for (std::size_t high = 0; high < 16; ++high) {
    std::uint16_t lows = 0;
    for (std::size_t low = 0; low < 16; ++low)
      lows |= static_cast<std::uint16_t>(may_begin_invalid[high << 4U | low] << low);
    if (lows == 0) continue;
    tables.high[high] = bit;
    for (std::size_t low = 0; low < 16; ++low) tables.low[low] |= (lows >> low & 1U) != 0 ? bit : 0;
    bit = static_cast<std::uint8_t>(bit << 1U);
  }
  return tables;
}();

/// Not 0 where an invalid code point may begin.
__attribute__((target("avx2"))) __m256i suspicious_in_32(const char* from) noexcept {
  const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(from));
  return _mm256_and_si256(core::look_up_low(suspicious.low, bytes), core::look_up_high(suspicious.high, bytes));
}

__attribute__((target("avx2"))) std::uint64_t zero_bytes(__m256i bytes) noexcept {
  const __m256i is_zero = _mm256_cmpeq_epi8(bytes, _mm256_setzero_si256());
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(is_zero));
}

__attribute__((target("avx2"))) bool holds_invalid_avx2(std::string_view utf8) noexcept {
  std::size_t line = 0;
  for (; utf8.size() - line >= core::line_bytes; line += core::line_bytes) {
    const __m256i first = suspicious_in_32(utf8.data() + line);
    const __m256i second = suspicious_in_32(utf8.data() + line + sizeof first);
    const __m256i both = _mm256_or_si256(first, second);
    if (_mm256_testz_si256(both, both) != 0) continue;
    for (std::uint64_t at = ~(zero_bytes(first) | zero_bytes(second) << 32U); at != 0; at &= at - 1) {
      if (invalid_bytes(utf8, line + static_cast<std::size_t>(std::countr_zero(at))) != 0) return true;
    }
  }
  for (; line < utf8.size(); ++line) {
    if (holds_invalid_at(utf8, line)) return true;
  }
  return false;
}

#endif

bool holds_invalid(std::string_view utf8) noexcept {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") != 0) return holds_invalid_avx2(utf8);
#endif
  return portable_holds_invalid(utf8);
}

}  // namespace

bool portable_holds_invalid(std::string_view utf8) noexcept {
  for (std::size_t begin = 0; begin < utf8.size(); begin += core::line_bytes) {
    const std::size_t end = std::min(begin + core::line_bytes, utf8.size());
    if (end - begin == core::line_bytes && is_plain_ascii(utf8.data() + begin)) continue;
    if (end < utf8.size() && is_plain_text(utf8.data() + begin)) continue;
    for (std::size_t i = begin; i < end; ++i) {
      if (holds_invalid_at(utf8, i)) return true;
    }
  }
  return false;
}

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

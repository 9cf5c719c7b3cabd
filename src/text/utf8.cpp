#include <array>
#include <bit>
#include <cstring>

#include "core/wide_bytes.hpp"
#include "text/text.hpp"

namespace pith::text {
namespace {

/// Length of the well-formed sequence at `p` (Unicode 15, table 3-7), or 0. Precondition: p < end, *p >= 0x80.
std::size_t sequence_length(const unsigned char* p, const unsigned char* end) noexcept {
  const auto continues = [&](std::size_t k) { return p + k < end && (p[k] & 0xC0U) == 0x80U; };
  const unsigned lead = *p;
  if (lead >= 0xC2 && lead <= 0xDF) return continues(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (!continues(1) || !continues(2)) return 0;
    if (lead == 0xE0 && p[1] < 0xA0) return 0;  // overlong
    if (lead == 0xED && p[1] > 0x9F) return 0;  // surrogate
    return 3;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (!continues(1) || !continues(2) || !continues(3)) return 0;
    if (lead == 0xF0 && p[1] < 0x90) return 0;  // overlong
    if (lead == 0xF4 && p[1] > 0x8F) return 0;  // above U+10FFFF
    return 4;
  }
  return 0;
}

/// Whether three bytes of most of Chinese, Japanese and Korean stand at `p`.
bool is_common_triple(const unsigned char* p) noexcept {
  const bool plain_lead = (p[0] & 0xF0U) == 0xE0 && p[0] != 0xE0 && p[0] != 0xED;
  return plain_lead && (p[1] & 0xC0U) == 0x80U && (p[2] & 0xC0U) == 0x80U;
}

constexpr std::size_t triples_bytes = 15;

/// The same of five in a row. Reads one byte more.
bool are_common_triples(const unsigned char* p) noexcept {
  constexpr core::WideBytes looked_at = {0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0,
                                         0xC0, 0xF0, 0xC0, 0xC0, 0xF0, 0xC0, 0xC0, 0};
  constexpr core::WideBytes expected = {0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80,
                                        0x80, 0xE0, 0x80, 0x80, 0xE0, 0x80, 0x80, 0};
  core::WideBytes bytes;
  std::memcpy(&bytes, p, sizeof bytes);
  const auto differs = (bytes & looked_at) != expected;
  const auto is_special = (bytes == 0xE0) | (bytes == 0xED);
  return !core::any(std::bit_cast<core::WideBytes>(differs | is_special));
}

bool is_ascii_line(const unsigned char* from) noexcept {
  return !core::any_in_line(reinterpret_cast<const char*>(from), 0x80, [](core::WideBytes bytes) { return bytes; });
}

}  // namespace

std::size_t valid_utf8_prefix(std::string_view bytes) noexcept {
  const auto* begin = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* end = begin + bytes.size();
  const auto* p = begin;
  while (p < end) {
    // Many ASCII bytes at a time: pages are mostly markup.
    while (static_cast<std::size_t>(end - p) >= core::line_bytes && is_ascii_line(p)) p += core::line_bytes;
    while (p < end && *p < 0x80) ++p;
    while (end - p > static_cast<std::ptrdiff_t>(triples_bytes) && are_common_triples(p)) p += triples_bytes;
    while (end - p >= 3 && is_common_triple(p)) p += 3;
    if (p == end) break;
    if (*p < 0x80) continue;
    const std::size_t length = sequence_length(p, end);
    if (length == 0) break;
    p += length;
  }
  return static_cast<std::size_t>(p - begin);
}

char32_t next_wide_code_point(std::string_view utf8, std::size_t& position) noexcept {
  const auto byte = [&](std::size_t k) {
    return static_cast<char32_t>(static_cast<unsigned char>(utf8[position + k]));
  };
  const char32_t lead = byte(0);
  if (lead >= 0xE0 && lead < 0xF0 && position + 3 <= utf8.size()) {  // nearly all of Chinese, Japanese and Korean
    const char32_t c = (lead & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    position += 3;
    return c;
  }
  // Text that is not UTF-8 after all must not be read past its end.
  const std::size_t length = lead < 0xE0 ? 2 : (lead < 0xF0 ? 3 : 4);
  if (position + length > utf8.size()) {
    position = utf8.size();
    return 0xFFFD;
  }
  char32_t c = lead & (0xFFU >> (length + 1));
  for (std::size_t k = 1; k < length; ++k) c = c << 6U | (byte(k) & 0x3FU);
  position += length;
  return c;
}

char* write_utf8(char* out, char32_t c) noexcept {
  const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6U);
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12U);
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18U);
    put(0x80U | (c >> 12U & 0x3FU));
    put(0x80U | (c >> 6U & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  std::array<char, 4> bytes;
  out.append(bytes.data(), write_utf8(bytes.data(), c));
}

}  // namespace pith::text

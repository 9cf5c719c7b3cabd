// UTF-8 or not: for every machine, and with AVX2.
#include "text/valid_utf8.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "core/nibble_table.hpp"
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

#if defined(__x86_64__)

/// What may be wrong with two bytes in a row, a bit each. Looked up by the halves of the first byte and by the higher
/// half of the second one, and wrong where all three say so. (Keiser and Lemire, "Validating UTF-8 In Less Than One
/// Instruction Per Byte", 2020.)
enum PairFault : std::uint8_t {
  too_short = 1,       // a lead without a continuation after it
  too_long = 2,        // ASCII with one
  overlong_3 = 4,      // E0 80 to E0 9F
  too_large = 8,       // F4 90 and more
  surrogate = 16,      // ED A0 to ED BF
  overlong_2 = 32,     // C0, C1
  too_large_80 = 64,   // F5 80 to FF 8F
  overlong_4 = 64,     // F0 80 to F0 8F
  continuations = 128  // two: no fault where a lead of three or four bytes stands before them
};
using NibbleFaults = core::NibbleTable;

constexpr NibbleFaults by_first_high = [] {
  NibbleFaults faults{};
  for (std::size_t k = 0x0; k < 0x8; ++k) faults[k] = too_long;
  for (std::size_t k = 0x8; k < 0xC; ++k) faults[k] = continuations;
  faults[0xC] = too_short | overlong_2;
  faults[0xD] = too_short;
  faults[0xE] = too_short | overlong_3 | surrogate;
  faults[0xF] = too_short | too_large | too_large_80 | overlong_4;
  return faults;
}();
constexpr NibbleFaults by_first_low = [] {
  NibbleFaults faults{};
  for (std::size_t k = 0; k < faults.size(); ++k) {
    faults[k] = too_short | too_long | continuations;
    if (k >= 0x4) faults[k] |= too_large;
    if (k >= 0x5) faults[k] |= too_large_80;
  }
  faults[0x0] |= overlong_2 | overlong_3 | overlong_4;
  faults[0x1] |= overlong_2;
  faults[0xD] |= surrogate;
  return faults;
}();
constexpr NibbleFaults by_second_high = [] {
  NibbleFaults faults{};
  faults.fill(too_short);
  for (std::size_t k = 0x8; k < 0xC; ++k) faults[k] = too_long | overlong_2 | continuations;
  faults[0x8] |= overlong_3 | too_large_80 | overlong_4;
  faults[0x9] |= overlong_3 | too_large;
  faults[0xA] |= surrogate | too_large;
  faults[0xB] |= surrogate | too_large;
  return faults;
}();

/// Not 0 where the bytes are no UTF-8, given the 32 before them. A character that they do not end is no fault.
__attribute__((target("avx2"))) __m256i faults_in_32(__m256i before, __m256i bytes) noexcept {
  const __m256i across = _mm256_permute2x128_si256(before, bytes, 0x21);
  const __m256i previous = _mm256_alignr_epi8(bytes, across, 15);
  const __m256i by_first =
      _mm256_and_si256(core::look_up_high(by_first_high, previous), core::look_up_low(by_first_low, previous));
  const __m256i pairs = _mm256_and_si256(by_first, core::look_up_high(by_second_high, bytes));
  // The highest bit where a lead of three bytes stands two bytes before, or one of four bytes three before.
  const __m256i third = _mm256_subs_epu8(_mm256_alignr_epi8(bytes, across, 14), _mm256_set1_epi8(0xE0 - 0x80));
  const __m256i fourth = _mm256_subs_epu8(_mm256_alignr_epi8(bytes, across, 13), _mm256_set1_epi8(0xF0 - 0x80));
  const __m256i continued = _mm256_and_si256(_mm256_or_si256(third, fourth), _mm256_set1_epi8(-128));
  return _mm256_xor_si256(pairs, continued);
}

/// Bytes from the beginning in whole lines that are valid UTF-8, but perhaps for a character that their end cuts.
__attribute__((target("avx2"))) std::size_t valid_lines_avx2(std::string_view bytes) noexcept {
  __m256i before = _mm256_setzero_si256();
  std::size_t at = 0;
  for (; bytes.size() - at >= core::line_bytes; at += core::line_bytes) {
    const auto* const line = reinterpret_cast<const __m256i*>(bytes.data() + at);
    const __m256i first = _mm256_loadu_si256(line);
    const __m256i second = _mm256_loadu_si256(line + 1);
    const __m256i all = _mm256_or_si256(_mm256_or_si256(before, first), second);
    if (_mm256_movemask_epi8(all) != 0) {  // else ASCII, after ASCII
      const __m256i faults = _mm256_or_si256(faults_in_32(before, first), faults_in_32(first, second));
      if (_mm256_testz_si256(faults, faults) == 0) break;
    }
    before = second;
  }
  return at;
}

#endif

}  // namespace

std::size_t portable_valid_utf8_prefix(std::string_view bytes, std::size_t known) noexcept {
  const auto* begin = reinterpret_cast<const unsigned char*>(bytes.data());
  const auto* end = begin + bytes.size();
  const auto* p = begin + known;
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

std::size_t valid_utf8_prefix(std::string_view bytes) noexcept {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") != 0) {
    const std::size_t lines = valid_lines_avx2(bytes);
    // The last character is looked at again: their end may cut it.
    return portable_valid_utf8_prefix(bytes, lines == 0 ? 0 : code_point_start(bytes, lines - 1));
  }
#endif
  return portable_valid_utf8_prefix(bytes, 0);
}

}  // namespace pith::text

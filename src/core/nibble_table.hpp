/// NibbleTable: sixteen answers by half a byte, looked up for 32 halves at once where the processor has AVX2.
#pragma once

#include <array>
#include <cstdint>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace pith::core {

using NibbleTable = std::array<std::uint8_t, 16>;

#if defined(__x86_64__)

/// For each byte of `nibbles`, which are below 16, its answer.
__attribute__((target("avx2"))) inline __m256i look_up(const NibbleTable& table, __m256i nibbles) noexcept {
  const __m128i half = _mm_loadu_si128(reinterpret_cast<const __m128i*>(table.data()));
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(half), nibbles);
}

/// The same by the lower half of each byte, and by the higher one.
__attribute__((target("avx2"))) inline __m256i look_up_low(const NibbleTable& table, __m256i bytes) noexcept {
  return look_up(table, _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F)));
}
__attribute__((target("avx2"))) inline __m256i look_up_high(const NibbleTable& table, __m256i bytes) noexcept {
  return look_up_low(table, _mm256_srli_epi16(bytes, 4));
}

#endif

}  // namespace pith::core

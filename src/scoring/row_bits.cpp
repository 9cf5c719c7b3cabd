#include "scoring/row_bits.hpp"

#include <algorithm>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace pith::scoring {
namespace {

/// By byte: its bits as bytes of 0 or 1, the lowest first.
constexpr std::array<std::uint64_t, 256> spread_bits = [] {
  std::array<std::uint64_t, 256> spread{};
  for (std::size_t byte = 0; byte < spread.size(); ++byte) {
    for (std::size_t bit = 0; bit < 8; ++bit) spread[byte] |= std::uint64_t{byte >> bit & 1U} << (8 * bit);
  }
  return spread;
}();

std::uint64_t bits_below_portable(RowValues values, float threshold) noexcept {
  std::uint64_t bits = 0;
  for (std::size_t k = 0; k < row_chunk; ++k) bits |= static_cast<std::uint64_t>(values[k] < threshold) << k;
  return bits;
}

Bounds bounds_portable(RowValues values) noexcept {
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  return {*least, *greatest};
}

void transpose_portable(std::span<const std::uint64_t> words, RowBytes& bytes) noexcept {
  for (std::size_t row = 0; row < row_chunk; row += 8) {
    std::uint64_t eight = 0;
    for (std::size_t w = 0; w < words.size(); ++w) eight |= spread_bits[words[w] >> row & 0xFFU] << w;
    for (std::size_t k = 0; k < 8; ++k) bytes[row + k] = static_cast<std::uint8_t>(eight >> (8 * k));
  }
}

constexpr RowOperations portable = {bits_below_portable, bounds_portable, transpose_portable};

#if defined(__x86_64__)

__attribute__((target("avx2"))) std::uint64_t bits_below_avx2(RowValues values, float threshold) noexcept {
  const __m256 limit = _mm256_set1_ps(threshold);
  std::uint64_t bits = 0;
  for (std::size_t k = 0; k < row_chunk; k += 8) {
    const __m256 is_below = _mm256_cmp_ps(_mm256_loadu_ps(&values[k]), limit, _CMP_LT_OQ);
    bits |= std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_ps(is_below))} << k;
  }
  return bits;
}

__attribute__((target("avx2"))) Bounds bounds_avx2(RowValues values) noexcept {
  __m256 least = _mm256_loadu_ps(&values[0]);
  __m256 greatest = least;
  for (std::size_t k = 8; k < row_chunk; k += 8) {
    const __m256 eight = _mm256_loadu_ps(&values[k]);
    least = _mm256_min_ps(least, eight);
    greatest = _mm256_max_ps(greatest, eight);
  }
  std::array<float, 8> low;
  std::array<float, 8> high;
  _mm256_storeu_ps(low.data(), least);
  _mm256_storeu_ps(high.data(), greatest);
  return {*std::min_element(low.begin(), low.end()), *std::max_element(high.begin(), high.end())};
}

/// Of 32 rows at a time: a word's bits are copied to all bytes of their rows, and each byte looks at its own bit.
__attribute__((target("avx2"))) void transpose_avx2(std::span<const std::uint64_t> words, RowBytes& bytes) noexcept {
  const __m256i byte_of_row = _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,  //
                                               2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3);
  const __m256i bit_of_row = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201U));
  for (std::size_t row = 0; row < row_chunk; row += 32) {
    __m256i all = _mm256_setzero_si256();
    for (std::size_t w = 0; w < words.size(); ++w) {
      const __m256i word = _mm256_set1_epi32(static_cast<int>(words[w] >> row));
      const __m256i own = _mm256_and_si256(_mm256_shuffle_epi8(word, byte_of_row), bit_of_row);
      const __m256i is_set = _mm256_cmpeq_epi8(own, bit_of_row);
      all = _mm256_or_si256(all, _mm256_and_si256(is_set, _mm256_set1_epi8(static_cast<char>(1U << w))));
    }
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(&bytes[row]), all);
  }
}

constexpr RowOperations avx2 = {bits_below_avx2, bounds_avx2, transpose_avx2};

#endif

}  // namespace

const RowOperations& portable_operations() noexcept {
  return portable;
}

const RowOperations& fastest_operations() noexcept {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") != 0) return avx2;
#endif
  return portable;
}

}  // namespace pith::scoring

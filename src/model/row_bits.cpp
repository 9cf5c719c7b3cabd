#include "model/row_bits.hpp"

#include <algorithm>
#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace pith::model {
namespace {

/// By byte: its bits as bytes of 0 or 1, the lowest first.
constexpr std::array<std::uint64_t, 256> spread_bits = [] {
  std::array<std::uint64_t, 256> spread{};
  for (std::size_t byte = 0; byte < spread.size(); ++byte) {
    for (std::size_t bit = 0; bit < 8; ++bit) spread[byte] |= std::uint64_t{byte >> bit & 1U} << (8 * bit);
  }
  return spread;
}();

void bits_below_portable(RowValues values, float threshold, RowSet& bits) noexcept {
  for (std::size_t word = 0; word * word_rows < values.size(); ++word) {
    std::uint64_t below = 0;
    for (std::size_t k = 0; k < word_rows; ++k) {
      below |= static_cast<std::uint64_t>(values[word * word_rows + k] < threshold) << k;
    }
    bits.words[word] = below;
  }
}

Bounds bounds_portable(RowValues values) noexcept {
  const auto [least, greatest] = std::minmax_element(values.begin(), values.end());
  return {*least, *greatest};
}

/// All words of a RowSet at once: the compiler cuts it into what the processor has.
using Lanes [[gnu::vector_size(sizeof(RowSet))]] = std::uint64_t;

/// One text for both processors. Level by level, so that a split seldom waits for the one before it, whose rows are
/// still on their way to memory.
[[gnu::always_inline]] inline void route_rows_inline(const TableSplit* splits, std::span<const std::uint8_t> level_ends,
                                                     std::span<const RowSet> answers,
                                                     RowsTurningRight& turning_right) noexcept {
  std::array<RowSet, no_split + 1> rows;  // that come to each split
  rows[0].words.fill(~std::uint64_t{0});
  std::size_t at = 0;
  for (std::size_t level = 0; level < level_ends.size(); ++level) {
    Lanes turned{};
    for (; at < level_ends[level]; ++at) {
      const TableSplit& split = splits[at];
      Lanes here, yes;
      std::memcpy(&here, &rows[at], sizeof here);
      std::memcpy(&yes, &answers[split.question], sizeof yes);
      const Lanes left = here & yes;
      const Lanes right = here & ~yes;
      std::memcpy(&rows[split.left], &left, sizeof left);
      std::memcpy(&rows[split.right], &right, sizeof right);
      turned |= right;
    }
    std::memcpy(&turning_right[level], &turned, sizeof turned);
  }
}

void route_rows_portable(const TableSplit* splits, std::span<const std::uint8_t> level_ends,
                         std::span<const RowSet> answers, RowsTurningRight& turning_right) noexcept {
  route_rows_inline(splits, level_ends, answers, turning_right);
}

void transpose_portable(std::span<const RowSet> levels, std::size_t word, RowBytes& bytes) noexcept {
  for (std::size_t row = 0; row < word_rows; row += 8) {
    std::uint64_t eight = 0;
    for (std::size_t l = 0; l < levels.size(); ++l) eight |= spread_bits[levels[l].words[word] >> row & 0xFFU] << l;
    for (std::size_t k = 0; k < 8; ++k) bytes[row + k] = static_cast<std::uint8_t>(eight >> (8 * k));
  }
}

/// Eight rows at a time, a number that compilers unroll.
void add_leaves_portable(const std::int32_t* leaves, const RowBytes& paths, std::span<std::int64_t> sums) noexcept {
  for (std::size_t first = 0; first < sums.size(); first += 8) {
    for (std::size_t k = 0; k < 8; ++k) sums[first + k] += leaves[paths[first + k]];
  }
}

constexpr RowOperations portable = {bits_below_portable, bounds_portable, route_rows_portable, transpose_portable,
                                    add_leaves_portable};

#if defined(__x86_64__)

__attribute__((target("avx2"))) __m256i below_in_8(const float* values, __m256 limit) noexcept {
  return _mm256_castps_si256(_mm256_cmp_ps(_mm256_loadu_ps(values), limit, _CMP_LT_OQ));
}

/// Four comparisons, narrowed to a byte a row. Narrowing works on the halves of a register by themselves, which leaves
/// fours of rows out of order.
__attribute__((target("avx2"))) std::uint32_t below_in_32(const float* values, __m256 limit) noexcept {
  const __m256i first = _mm256_packs_epi32(below_in_8(values, limit), below_in_8(values + 8, limit));
  const __m256i second = _mm256_packs_epi32(below_in_8(values + 16, limit), below_in_8(values + 24, limit));
  const __m256i fours = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
  const __m256i bytes = _mm256_permutevar8x32_epi32(_mm256_packs_epi16(first, second), fours);
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
}

__attribute__((target("avx2"))) void bits_below_avx2(RowValues values, float threshold, RowSet& bits) noexcept {
  const __m256 limit = _mm256_set1_ps(threshold);
  for (std::size_t word = 0; word * word_rows < values.size(); ++word) {
    const float* const of_word = &values[word * word_rows];
    bits.words[word] = below_in_32(of_word, limit) | std::uint64_t{below_in_32(of_word + 32, limit)} << 32U;
  }
}

__attribute__((target("avx2"))) Bounds bounds_avx2(RowValues values) noexcept {
  __m256 least = _mm256_loadu_ps(&values[0]);
  __m256 greatest = least;
  for (std::size_t k = 8; k < values.size(); k += 8) {
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

__attribute__((target("avx2"))) void route_rows_avx2(const TableSplit* splits, std::span<const std::uint8_t> level_ends,
                                                     std::span<const RowSet> answers,
                                                     RowsTurningRight& turning_right) noexcept {
  route_rows_inline(splits, level_ends, answers, turning_right);
}

/// Of 32 rows at a time: a word's bits are copied to all bytes of their rows, and each byte looks at its own bit.
__attribute__((target("avx2"))) void transpose_avx2(std::span<const RowSet> levels, std::size_t word,
                                                    RowBytes& bytes) noexcept {
  const __m256i byte_of_row = _mm256_setr_epi8(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1,  //
                                               2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3);
  const __m256i bit_of_row = _mm256_set1_epi64x(static_cast<long long>(0x8040201008040201U));
  for (std::size_t row = 0; row < word_rows; row += 32) {
    __m256i all = _mm256_setzero_si256();
    for (std::size_t l = 0; l < levels.size(); ++l) {
      const __m256i bits = _mm256_set1_epi32(static_cast<int>(levels[l].words[word] >> row));
      const __m256i own = _mm256_and_si256(_mm256_shuffle_epi8(bits, byte_of_row), bit_of_row);
      const __m256i is_set = _mm256_cmpeq_epi8(own, bit_of_row);
      all = _mm256_or_si256(all, _mm256_and_si256(is_set, _mm256_set1_epi8(static_cast<char>(1U << l))));
    }
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(&bytes[row]), all);
  }
}

__attribute__((target("avx2"))) void add_leaves_avx2(const std::int32_t* leaves, const RowBytes& paths,
                                                     std::span<std::int64_t> sums) noexcept {
  const auto add = [](std::int64_t * four, __m128i values) __attribute__((target("avx2"))) {
    const __m256i sum = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(four));
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(four), _mm256_add_epi64(sum, _mm256_cvtepi32_epi64(values)));
  };
  for (std::size_t first = 0; first < sums.size(); first += 8) {
    const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(&paths[first]));
    const __m256i found = _mm256_i32gather_epi32(leaves, _mm256_cvtepu8_epi32(bytes), sizeof *leaves);
    add(&sums[first], _mm256_castsi256_si128(found));
    add(&sums[first + 4], _mm256_extracti128_si256(found, 1));
  }
}

constexpr RowOperations avx2 = {bits_below_avx2, bounds_avx2, route_rows_avx2, transpose_avx2, add_leaves_avx2};

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

}  // namespace pith::model

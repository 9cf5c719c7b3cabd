#include "model/row_bits.hpp"

#include <algorithm>
#include <cstring>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace pith::model {
namespace {

/// Eight bytes as a square of 64 bits are turned about its diagonal in three steps: single bits, twos and fours off the
/// diagonal change places with those that stand `distance` further.
struct SwapStep {
  int distance;
  std::uint64_t swapped;
};
constexpr std::array<SwapStep, 3> swap_steps = {
    {{7, 0x00AA00AA00AA00AAU}, {14, 0x0000CCCC0000CCCCU}, {28, 0x00000000F0F0F0F0U}}};

void bits_below_portable(RowValues values, std::span<const float> thresholds, RowSet* bits) noexcept {
  for (const float threshold : thresholds) {
    for (std::size_t word = 0; word * word_rows < values.size(); ++word) {
      std::uint64_t below = 0;
      for (std::size_t k = 0; k < word_rows; ++k) {
        below |= static_cast<std::uint64_t>(values[word * word_rows + k] < threshold) << k;
      }
      bits->words[word] = below;
    }
    ++bits;
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
  for (std::size_t level = level_ends.size(); level < deepest_table; ++level) turning_right[level].words.fill(0);
}

void route_rows_portable(const TableSplit* splits, std::span<const std::uint8_t> level_ends,
                         std::span<const RowSet> answers, RowsTurningRight& turning_right) noexcept {
  route_rows_inline(splits, level_ends, answers, turning_right);
}

void transpose_portable(const RowsTurningRight& levels, std::size_t rows, RowBytes& bytes) noexcept {
  for (std::size_t row = 0; row < rows; row += 8) {
    std::uint64_t eight = 0;
    for (std::size_t l = 0; l < levels.size(); ++l) {
      eight |= (levels[l].words[row / word_rows] >> row % word_rows & 0xFFU) << (8 * l);
    }
    for (const auto& [distance, swapped] : swap_steps) {
      const std::uint64_t differing = (eight ^ eight >> distance) & swapped;
      eight ^= differing ^ differing << distance;
    }
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
  // limit > value: the other way round, each load would be an instruction of its own.
  return _mm256_castps_si256(_mm256_cmp_ps(limit, _mm256_loadu_ps(values), _CMP_GT_OQ));
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

__attribute__((target("avx2"))) void bits_below_avx2(RowValues values, std::span<const float> thresholds,
                                                     RowSet* bits) noexcept {
  for (const float threshold : thresholds) {
    const __m256 limit = _mm256_set1_ps(threshold);
    for (std::size_t word = 0; word * word_rows < values.size(); ++word) {
      const float* const of_word = &values[word * word_rows];
      bits->words[word] = below_in_32(of_word, limit) | std::uint64_t{below_in_32(of_word + 32, limit)} << 32U;
    }
    ++bits;
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

/// Of four squares of bits.
__attribute__((target("avx2"))) __m256i turn_squares(__m256i squares) noexcept {
  for (const auto& [distance, swapped] : swap_steps) {
    const __m256i differing = _mm256_and_si256(_mm256_xor_si256(squares, _mm256_srli_epi64(squares, distance)),
                                               _mm256_set1_epi64x(static_cast<long long>(swapped)));
    squares = _mm256_xor_si256(squares, _mm256_xor_si256(differing, _mm256_slli_epi64(differing, distance)));
  }
  return squares;
}

/// The levels' bytes of eight rows side by side, for 32 rows of the words 0 and 2 or of 1 and 3.
__attribute__((target("avx2"))) void store_squares(__m256i squares, std::uint8_t* bytes) noexcept {
  const __m256i turned = turn_squares(squares);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(bytes), _mm256_castsi256_si128(turned));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(bytes + 2 * word_rows), _mm256_extracti128_si256(turned, 1));
}

/// Of four twos of levels, whose bytes alternate; `bytes` are those of the first word.
__attribute__((target("avx2"))) void transpose_words(const __m256i* twos, std::uint8_t* bytes) noexcept {
  const __m256i low[] = {_mm256_unpacklo_epi16(twos[0], twos[1]), _mm256_unpacklo_epi16(twos[2], twos[3])};
  const __m256i high[] = {_mm256_unpackhi_epi16(twos[0], twos[1]), _mm256_unpackhi_epi16(twos[2], twos[3])};
  store_squares(_mm256_unpacklo_epi32(low[0], low[1]), bytes);
  store_squares(_mm256_unpackhi_epi32(low[0], low[1]), bytes + 16);
  store_squares(_mm256_unpacklo_epi32(high[0], high[1]), bytes + 32);
  store_squares(_mm256_unpackhi_epi32(high[0], high[1]), bytes + 48);
}

/// Of all rows, as fewer would cost as much.
__attribute__((target("avx2"))) void transpose_avx2(const RowsTurningRight& levels, std::size_t /*rows*/,
                                                    RowBytes& bytes) noexcept {
  __m256i low[deepest_table / 2];   // of the words 0 and 2
  __m256i high[deepest_table / 2];  // of the words 1 and 3
  for (std::size_t l = 0; l < levels.size(); l += 2) {
    const __m256i even = _mm256_load_si256(reinterpret_cast<const __m256i*>(&levels[l]));
    const __m256i odd = _mm256_load_si256(reinterpret_cast<const __m256i*>(&levels[l + 1]));
    low[l / 2] = _mm256_unpacklo_epi8(even, odd);
    high[l / 2] = _mm256_unpackhi_epi8(even, odd);
  }
  transpose_words(low, bytes.data());
  transpose_words(high, bytes.data() + word_rows);
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

/// RowBits: what evaluate.cpp does with up to 256 rows of the feature matrix at a time, a bit each. Private to model.
///
/// Everything is written twice: for every machine, and with AVX2, chosen at run time. Both give the same bits.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>

namespace pith::model {

/// Rows that go down the trees together, in words of 64. Pages of fewer rows leave words unused.
inline constexpr std::size_t word_rows = 64;
inline constexpr std::size_t row_words = 4;
inline constexpr std::size_t row_chunk = row_words * word_rows;

/// A bit for every row.
struct alignas(32) RowSet {
  std::array<std::uint64_t, row_words> words;
};

/// Values of one column, of whole words of rows.
using RowValues = std::span<const float>;

struct Bounds {
  float least = 0, greatest = 0;
};

/// A byte for every row.
using RowBytes = std::array<std::uint8_t, row_chunk>;

/// Marks a child that is a leaf. Larger than the index of any split.
inline constexpr std::uint8_t no_split = 255;
/// Splits on the longest path of a tree that becomes a table: its leaves are found by one bit a level, in a byte.
inline constexpr std::size_t deepest_table = 8;

struct TableSplit {
  std::uint32_t question = 0;
  std::uint8_t left = no_split, right = no_split;  ///< children, by their place among the tree's splits

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.question, self.left, self.right);
  }
};

/// By level of the tree: the rows that turn right there; none at levels that it does not have.
using RowsTurningRight = std::array<RowSet, deepest_table>;

struct RowOperations {
  /// Bit k of bits[t]: values[k] < thresholds[t]. Leaves the words of `bits` alone that have no values.
  void (*bits_below)(RowValues values, std::span<const float> thresholds, RowSet* bits) noexcept;
  Bounds (*bounds)(RowValues values) noexcept;
  /// Sends all rows down a tree, left where the answer (by question) is yes. `level_ends` as in TreeTable.
  void (*route_rows)(const TableSplit* splits, std::span<const std::uint8_t> level_ends,
                     std::span<const RowSet> answers, RowsTurningRight& turning_right) noexcept;
  /// Bit l of bytes[k] is bit k of level l, for `rows` rows, a multiple of eight, or more.
  void (*transpose)(const RowsTurningRight& levels, std::size_t rows, RowBytes& bytes) noexcept;
  /// Adds to each sum the leaf at the row's path. `sums` are some eights of rows.
  void (*add_leaves)(const std::int32_t* leaves, const RowBytes& paths, std::span<std::int64_t> sums) noexcept;
};

/// Those of every machine, and the fastest that this processor has.
[[nodiscard]] const RowOperations& portable_operations() noexcept;
[[nodiscard]] const RowOperations& fastest_operations() noexcept;

}  // namespace pith::model

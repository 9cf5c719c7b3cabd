/// RowBits: what model.cpp does with 64 rows of the feature matrix at a time, a bit each. Private to scoring.
///
/// Everything is written twice: for every machine, and with AVX2, chosen at run time. Both give the same bits.
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace pith::scoring {

/// Rows that go down the trees together.
inline constexpr std::size_t row_chunk = 64;

using RowValues = std::span<const float, row_chunk>;

struct Bounds {
  float least = 0, greatest = 0;
};

/// A byte for every row.
using RowBytes = std::array<std::uint8_t, row_chunk>;

struct RowOperations {
  /// Bit k: values[k] < threshold.
  std::uint64_t (*bits_below)(RowValues values, float threshold) noexcept;
  Bounds (*bounds)(RowValues values) noexcept;
  /// Turns up to eight words of a bit for every row into bytes: bit l of bytes[k] is bit k of words[l].
  void (*transpose)(std::span<const std::uint64_t> words, RowBytes& bytes) noexcept;
};

/// Those of every machine, and the fastest that this processor has.
[[nodiscard]] const RowOperations& portable_operations() noexcept;
[[nodiscard]] const RowOperations& fastest_operations() noexcept;

}  // namespace pith::scoring

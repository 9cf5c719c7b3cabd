/// RowBits: what model.cpp does with 64 rows of the feature matrix at a time, a bit each. Private to scoring.
///
/// Everything is written twice: for every machine, and with the instructions of x86-64. Both give the same bits.
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

/// Bit k: values[k] < threshold.
[[nodiscard]] std::uint64_t bits_below(RowValues values, float threshold) noexcept;
[[nodiscard]] std::uint64_t bits_below_portable(RowValues values, float threshold) noexcept;

[[nodiscard]] Bounds bounds(RowValues values) noexcept;
[[nodiscard]] Bounds bounds_portable(RowValues values) noexcept;

/// A byte for every row.
using RowBytes = std::array<std::uint8_t, row_chunk>;

/// Turns up to eight words of a bit for every row into bytes: bit l of bytes[k] is bit k of words[l].
using Transpose = void (*)(std::span<const std::uint64_t> words, RowBytes& bytes) noexcept;
void transpose_portable(std::span<const std::uint64_t> words, RowBytes& bytes) noexcept;
/// The fastest that this processor has.
[[nodiscard]] Transpose fastest_transpose() noexcept;

}  // namespace pith::scoring

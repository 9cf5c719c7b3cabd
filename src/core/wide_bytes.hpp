/// WideBytes: sixteen bytes of text at a time, in the vectors that GCC and Clang have for every processor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pith::core {

/// Comparisons give 255 where they hold, else 0.
using WideBytes [[gnu::vector_size(16)]] = unsigned char;
using SignedBytes [[gnu::vector_size(16)]] = signed char;

/// Whether any byte is not 0.
[[nodiscard]] inline bool any(WideBytes bytes) noexcept {
  std::uint64_t halves[2];
  std::memcpy(halves, &bytes, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/// How many bytes are 255, of bytes that are 255 or 0.
[[nodiscard]] inline std::size_t count_set(WideBytes bytes) noexcept {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  std::uint64_t halves[2];
  std::memcpy(halves, &bytes, sizeof halves);
  return static_cast<std::size_t>(((halves[0] & ones) + (halves[1] & ones)) * ones >> 56U);
}

/// Bytes that are looked at before one branch: a cache line.
inline constexpr std::size_t line_bytes = 4 * sizeof(WideBytes);

/// Whether test(bytes) has a bit of `bits`, which is the same for all bytes, in any of the line_bytes bytes at `from`.
template <typename Test>
[[nodiscard]] bool any_in_line(const char* from, unsigned char bits, Test test) noexcept {
  WideBytes found{};
  for (std::size_t k = 0; k < line_bytes; k += sizeof found) {
    WideBytes bytes;
    std::memcpy(&bytes, from + k, sizeof bytes);
    found |= test(bytes);
  }
  std::uint64_t halves[2];
  std::memcpy(halves, &found, sizeof halves);
  return ((halves[0] | halves[1]) & (bits * std::uint64_t{0x0101010101010101U})) != 0;
}

}  // namespace pith::core

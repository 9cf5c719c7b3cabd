/// Packed: short texts as numbers, to compare and hash them without a call.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace pith::core {

/// At most eight bytes as a number, the first lowest; 0 after the end. Byte by byte, for every machine and compiler.
[[nodiscard]] constexpr std::uint64_t pack_slowly(std::string_view text) noexcept {
  std::uint64_t packed = 0;
  for (std::size_t k = 0; k < text.size(); ++k) {
    packed |= std::uint64_t{static_cast<unsigned char>(text[k])} << (8 * k);
  }
  return packed;
}

/// The same in a few instructions: where there are no eight bytes to load, loads that overlap.
[[nodiscard]] constexpr std::uint64_t pack(std::string_view text) noexcept {
  if (std::is_constant_evaluated() || std::endian::native != std::endian::little) return pack_slowly(text);
  const std::size_t size = text.size();
  if (size == 8) {
    std::uint64_t all = 0;
    std::memcpy(&all, text.data(), 8);
    return all;
  }
  if (size >= 4) {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::memcpy(&first, text.data(), 4);
    std::memcpy(&last, text.data() + size - 4, 4);
    return first | std::uint64_t{last} << (8 * (size - 4));
  }
  if (size == 0) return 0;
  const auto byte = [text](std::size_t k) { return std::uint64_t{static_cast<unsigned char>(text[k])} << (8 * k); };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

/// Capitals of ASCII as small letters, all other bytes as they are.
[[nodiscard]] constexpr std::uint64_t lower_packed(std::uint64_t packed) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101U;
  const std::uint64_t low_bits = packed & 0x7F * each;
  // The highest bit of each byte: whether it is at least 'A', or beyond 'Z'.
  const std::uint64_t from_a = low_bits + (0x80 - 'A') * each;
  const std::uint64_t beyond_z = low_bits + (0x7F - 'Z') * each;
  const std::uint64_t capitals = from_a & ~beyond_z & ~packed & 0x80 * each;
  return packed | capitals >> 2U;
}

/// Where the first space from `at` on stands; text.size() when nowhere. For words, which are a few bytes; of longer
/// texts, find() is quicker.
[[nodiscard]] constexpr std::size_t find_space(std::string_view text, std::size_t at) noexcept {
  constexpr std::uint64_t each = 0x0101010101010101U;
  for (; at < text.size(); at += 8) {
    const std::uint64_t no_space = pack(text.substr(at, 8)) ^ ' ' * each;
    // The highest bit of each byte that is 0, surely right up to the first of them.
    const std::uint64_t spaces = (no_space - each) & ~no_space & 0x80 * each;
    if (spaces != 0) return std::min(text.size(), at + static_cast<std::size_t>(std::countr_zero(spaces)) / 8);
  }
  return text.size();
}

}  // namespace pith::core

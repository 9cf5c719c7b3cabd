/// WideBytes: sixteen bytes of text at a time, in the vectors that GCC and Clang have for every processor.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

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

/// Place of the first byte that is not 0; the number of bytes when all are.
[[nodiscard]] inline std::size_t first_set(WideBytes bytes) noexcept {
  std::uint64_t halves[2];
  std::memcpy(halves, &bytes, sizeof halves);
  const auto first_of = [](std::uint64_t half) {
    const int bits = std::endian::native == std::endian::little ? std::countr_zero(half) : std::countl_zero(half);
    return static_cast<std::size_t>(bits) / 8;
  };
  return halves[0] != 0 ? first_of(halves[0]) : sizeof halves[0] + first_of(halves[1]);
}

/// Sixteen bytes of a text.
[[nodiscard]] inline WideBytes load_wide(const char* from) noexcept {
  WideBytes bytes;
  std::memcpy(&bytes, from, sizeof bytes);
  return bytes;
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

/// Where `first` stands right before `second`, from `from` on; text.size() when nowhere.
[[nodiscard]] inline std::size_t find_pair(std::string_view text, std::size_t from, char first, char second) noexcept {
  constexpr std::size_t step = sizeof(WideBytes);
  const auto pairs_at = [&](std::size_t at) {
    WideBytes here;
    WideBytes next;
    std::memcpy(&here, text.data() + at, step);
    std::memcpy(&next, text.data() + at + 1, step);
    const auto same = (here == static_cast<unsigned char>(first)) & (next == static_cast<unsigned char>(second));
    return std::bit_cast<WideBytes>(same);
  };
  for (; from + line_bytes < text.size(); from += line_bytes) {
    const WideBytes halves = pairs_at(from) | pairs_at(from + step);
    if (any(halves | pairs_at(from + 2 * step) | pairs_at(from + 3 * step))) break;
  }
  while (from + step < text.size() && !any(pairs_at(from))) from += step;
  for (; from + 1 < text.size(); ++from) {
    if (text[from] == first && text[from + 1] == second) return from;
  }
  return text.size();
}

/// std::string_view::find for words of two bytes and more in long texts. That one stops at every byte that the word
/// begins with; this one at the first two.
[[nodiscard]] inline std::size_t find_word(std::string_view text, std::string_view word,
                                           std::size_t from = 0) noexcept {
  for (;; ++from) {
    from = find_pair(text, from, word[0], word[1]);
    if (from == text.size()) return std::string_view::npos;
    if (text.substr(from).starts_with(word)) return from;
  }
}

}  // namespace pith::core

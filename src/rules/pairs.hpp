/// PairSet: which pairs of neighbouring bytes stand in a text. A cheap filter for words in lines.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace pith::rules {

/// 128 bits, which the pairs share. A line that lacks a bit of a word cannot have the word.
class PairSet {
 public:
  constexpr void add(char first, char second) noexcept {
    const std::uint32_t bit = bit_of(first, second);
    bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  constexpr void add(std::string_view text) noexcept {
    for (std::size_t at = 1; at < text.size(); ++at) add(text[at - 1], text[at]);
  }
  [[nodiscard]] static constexpr PairSet of(std::string_view text) noexcept {
    PairSet pairs;
    pairs.add(text);
    return pairs;
  }
  [[nodiscard]] constexpr bool has_all(const PairSet& wanted) const noexcept {
    return ((wanted.bits_[0] & ~bits_[0]) | (wanted.bits_[1] & ~bits_[1])) == 0;
  }

 private:
  static constexpr std::uint32_t bit_of(char first, char second) noexcept {
    const std::uint32_t pair = static_cast<std::uint32_t>(static_cast<unsigned char>(first)) << 8U |
                               static_cast<std::uint32_t>(static_cast<unsigned char>(second));
    return pair * 0x9E3779B1U >> 25U;  // the seven highest bits depend on all of the pair's
  }

  std::array<std::uint64_t, 2> bits_{};
};

}  // namespace pith::rules

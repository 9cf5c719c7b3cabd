/// BitFilter: tells of most hashes at once that they are not in a small set, before anybody searches it.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace pith::core {

/// A bit for each hash by its lowest bits: `size` should be some fifty times the set's.
template <std::size_t size>
class BitFilter {
  static_assert(std::has_single_bit(size) && size >= 64);

 public:
  constexpr void add(std::uint64_t hash) noexcept { words_[word_of(hash)] |= std::uint64_t{1} << (hash % 64); }
  /// False: the hash was never added.
  [[nodiscard]] constexpr bool may_have(std::uint64_t hash) const noexcept {
    return (words_[word_of(hash)] >> (hash % 64) & 1U) != 0;
  }

 private:
  static constexpr std::size_t word_of(std::uint64_t hash) noexcept { return hash / 64 % (size / 64); }

  std::array<std::uint64_t, size / 64> words_{};
};

}  // namespace pith::core

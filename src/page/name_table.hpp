/// NameTable: names by hash, hashed once by the compiler.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/packed.hpp"

namespace pith::page {

/// Open addressing over N names in lower case, of at most 8 * Words - 1 letters. At most 255 names.
///
/// Names are compared as numbers: eight letters to each, the length in the last byte.
template <std::size_t N, std::size_t BucketCount, std::size_t Words>
class NameTable {
  static_assert(N < 256 && BucketCount >= 2 * N && (BucketCount & (BucketCount - 1)) == 0);

 public:
  static constexpr std::size_t longest_name = 8 * Words - 1;

  constexpr explicit NameTable(const std::array<std::string_view, N>& names) noexcept {
    for (std::size_t i = 0; i < N; ++i) {
      keys_[i] = key_of(names[i]);
      std::size_t bucket = bucket_of(keys_[i], names[i].size());
      while (buckets_[bucket] != 0) bucket = (bucket + 1) % BucketCount;
      buckets_[bucket] = static_cast<std::uint8_t>(i + 1);
    }
  }

  /// Index of the name, letter case of ASCII apart; N when it is none of them.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
    if (name.size() > longest_name) return N;
    const Key key = key_of(name);
    for (std::size_t bucket = bucket_of(key, name.size()); buckets_[bucket] != 0; bucket = (bucket + 1) % BucketCount) {
      const std::size_t index = buckets_[bucket] - 1U;
      if (are_equal(keys_[index], key)) return index;
    }
    return N;
  }

 private:
  using Key = std::array<std::uint64_t, Words>;

  static constexpr Key key_of(std::string_view name) noexcept {
    Key key{};
    for (std::size_t w = 0; 8 * w < name.size(); ++w) key[w] = core::lower_packed(core::pack(name.substr(8 * w, 8)));
    key.back() |= std::uint64_t{name.size()} << 56U;
    return key;
  }

  /// Without the call that == of arrays makes.
  static constexpr bool are_equal(const Key& a, const Key& b) noexcept {
    std::uint64_t different = 0;
    for (std::size_t w = 0; w < Words; ++w) different |= a[w] ^ b[w];
    return different == 0;
  }

  /// Most names have one word: the others are mixed in only where there are some.
  static constexpr std::size_t bucket_of(const Key& key, std::size_t size) noexcept {
    std::uint64_t sum = size;
    for (std::size_t w = 0; 8 * w < size; ++w) sum = (sum ^ key[w]) * 0x9E3779B97F4A7C15U;
    return static_cast<std::size_t>(sum >> 32U) % BucketCount;
  }

  std::array<Key, N> keys_{};
  std::array<std::uint8_t, BucketCount> buckets_{};
};

}  // namespace pith::page

/// NameTable: names by hash, hashed once by the compiler.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pith::page {

/// Open addressing over N names, of which the table keeps no copy but views of static storage. At most 255 names.
template <std::size_t N, std::size_t BucketCount>
class NameTable {
  static_assert(N < 256 && BucketCount >= 2 * N && (BucketCount & (BucketCount - 1)) == 0);

 public:
  constexpr explicit NameTable(const std::array<std::string_view, N>& names) noexcept : names_(names) {
    for (std::size_t i = 0; i < N; ++i) {
      std::size_t bucket = bucket_of(names[i]);
      while (buckets_[bucket] != 0) bucket = (bucket + 1) % BucketCount;
      buckets_[bucket] = static_cast<std::uint8_t>(i + 1);
    }
  }

  /// Index of the name; N when it is none of them.
  [[nodiscard]] constexpr std::size_t find(std::string_view name) const noexcept {
    for (std::size_t bucket = bucket_of(name); buckets_[bucket] != 0; bucket = (bucket + 1) % BucketCount) {
      const std::size_t index = buckets_[bucket] - 1U;
      if (names_[index] == name) return index;
    }
    return N;
  }

 private:
  static constexpr std::size_t bucket_of(std::string_view name) noexcept {
    if (name.empty()) return 0;
    const auto letter = [name](std::size_t at) { return static_cast<unsigned char>(name[at]); };
    // These four tell most names apart.
    const std::size_t hash =
        name.size() * 7 + letter(0) * 31U + letter(name.size() / 2) * 127U + letter(name.size() - 1) * 1021U;
    return (hash ^ (hash >> 9)) % BucketCount;
  }

  std::array<std::string_view, N> names_;
  std::array<std::uint8_t, BucketCount> buckets_{};
};

}  // namespace pith::page

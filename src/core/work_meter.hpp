/// WorkMeter: what one page may still cost, in bytes of work (Limits::max_work in pith/options.hpp). Counted, not
/// timed: the same on every machine.
#pragma once

#include <algorithm>
#include <cstdint>

namespace pith::core {

class WorkMeter {
 public:
  explicit WorkMeter(std::uint64_t budget) noexcept : left_(budget) {}

  [[nodiscard]] std::uint64_t left() const noexcept { return left_; }
  void spend(std::uint64_t work) noexcept { left_ -= std::min(left_, work); }

  /// How many of `wanted` units of `price` bytes of work each fit into half of what is left. Spends nothing.
  [[nodiscard]] std::uint64_t half_affords(std::uint64_t wanted, std::uint64_t price) const noexcept {
    return std::min(wanted, left_ / 2 / price);
  }

 private:
  std::uint64_t left_;
};

// Prices, in the time that a byte of an ordinary page takes over the whole extraction (some 4 ns).
inline constexpr std::uint64_t work_of_parsed_byte = 8;  ///< Gumbo makes 27 MB/s where pith makes 226
inline constexpr std::uint64_t work_of_block = 512;      ///< matching, measuring, scoring and selecting it: 2 to 3 us

}  // namespace pith::core

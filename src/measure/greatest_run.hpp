/// Greatest run: the stretch of blocks with the greatest sum of something.
#pragma once

#include <cstddef>

namespace pith::measure {

/// The blocks [begin, end), and a sum over them.
template <typename Sum>
struct BlockRun {
  std::size_t begin = 0;
  std::size_t end = 0;
  Sum sum = {};

  [[nodiscard]] bool contains(std::size_t i) const noexcept { return i >= begin && i < end; }
};

/// The first run that maximises the sum of value(i) (Kadane's algorithm); empty when no sum is above `least`.
template <typename Sum, typename Value>
[[nodiscard]] BlockRun<Sum> greatest_run(std::size_t size, Value value, Sum least) {
  BlockRun<Sum> best{0, 0, least};
  Sum sum = 0;
  std::size_t start = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (sum <= 0) {
      sum = 0;
      start = i;
    }
    sum += value(i);
    if (sum > best.sum) best = {start, i + 1, sum};
  }
  return best;
}

}  // namespace pith::measure

/// e^x without libm, whose last bit differs between platforms.
#pragma once

#include <bit>
#include <cstdint>

namespace pith::core {

/// e^x for |x| <= 700, to about 1e-15. Cody and Waite's range reduction, then the Taylor series.
[[nodiscard]] inline double exponential(double x) noexcept {
  constexpr double log2_e = 1.4426950408889634;
  constexpr double ln2_high = 0.693147180369123816490;
  constexpr double ln2_low = 1.90821492927058770002e-10;
  const auto k = static_cast<std::int64_t>(x * log2_e + (x < 0 ? -0.5 : 0.5));
  const auto scale = static_cast<double>(k);
  const double r = (x - scale * ln2_high) - scale * ln2_low;
  double sum = 1.0;
  for (int term = 14; term >= 1; --term) sum = 1.0 + sum * r / term;
  const auto bits = static_cast<std::uint64_t>(k + 1023) << 52U;
  return sum * std::bit_cast<double>(bits);
}

}  // namespace pith::core

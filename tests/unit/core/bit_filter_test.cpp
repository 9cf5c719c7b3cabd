#include "core/bit_filter.hpp"

#include <doctest/doctest.h>

TEST_CASE("a filter has all that was added, and little else") {
  pith::core::BitFilter<4096> filter;
  for (std::uint64_t hash = 0; hash < 50; ++hash) filter.add(hash * 0x9E3779B97F4A7C15U);
  for (std::uint64_t hash = 0; hash < 50; ++hash) CHECK(filter.may_have(hash * 0x9E3779B97F4A7C15U));

  int wrong = 0;
  for (std::uint64_t hash = 1000; hash < 2000; ++hash) wrong += filter.may_have(hash * 0x9E3779B97F4A7C15U) ? 1 : 0;
  CHECK(wrong < 40);
}

TEST_CASE("an empty filter has nothing") {
  const pith::core::BitFilter<64> filter;
  for (std::uint64_t hash = 0; hash < 64; ++hash) CHECK_FALSE(filter.may_have(hash));
}

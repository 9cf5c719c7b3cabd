#include <doctest/doctest.h>

#include "core/work_meter.hpp"

#include <cstdint>

using pith::core::WorkMeter;

TEST_CASE("work is taken off what is left, and never below nothing") {
  WorkMeter meter(100);
  meter.spend(30);
  CHECK(meter.left() == 70);
  meter.spend(71);
  CHECK(meter.left() == 0);
}

TEST_CASE("no wish gets more than half of what is left") {
  const WorkMeter meter(1000);
  CHECK(meter.half_affords(499, 1) == 499);
  CHECK(meter.half_affords(501, 1) == 500);
  CHECK(meter.half_affords(200, 8) == 62);
  CHECK(WorkMeter(0).half_affords(1, 1) == 0);
}

TEST_CASE("without a limit everything is affordable") {
  WorkMeter meter(UINT64_MAX);
  meter.spend(std::uint64_t{1} << 40);
  CHECK(meter.half_affords(std::uint64_t{1} << 40, 512) == std::uint64_t{1} << 40);
}

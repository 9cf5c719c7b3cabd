#include "measure/greatest_run.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <vector>

using pith::measure::greatest_run;

namespace {

auto run_of(const std::vector<double>& values, double least) {
  return greatest_run(
      values.size(), [&](std::size_t i) { return values[i]; }, least);
}

}  // namespace

TEST_CASE("the run with the greatest sum reaches across small losses") {
  const auto run = run_of({-1, 3, -2, 4, -9, 4}, 0);
  CHECK(run.begin == 1);
  CHECK(run.end == 4);
  CHECK(run.sum == 5);
  CHECK(run.contains(3));
  CHECK_FALSE(run.contains(4));
}

TEST_CASE("of equal runs the first is taken") {
  CHECK(run_of({2, -5, 2}, 0).end == 1);
}

TEST_CASE("without a gain the run is empty, unless any run will do") {
  CHECK(run_of({-3, -1, -2}, 0).end == 0);
  const auto run = run_of({-3, -1, -2}, std::numeric_limits<double>::lowest());
  CHECK(run.begin == 1);
  CHECK(run.end == 2);
}

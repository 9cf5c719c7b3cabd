#include "measure/hashes.hpp"

#include <doctest/doctest.h>

#include <vector>

using namespace pith::measure;

namespace {

std::vector<std::uint32_t> numbers_of(const KeyGroups& groups) {
  return {groups.numbers().begin(), groups.numbers().end()};
}

}  // namespace

TEST_CASE("equal keys have equal numbers, in the order of their first appearance") {
  KeyGroups groups;

  groups.find(std::vector<std::uint64_t>{7, 0, 7, 9, 0});
  CHECK(numbers_of(groups) == std::vector<std::uint32_t>{0, 1, 0, 2, 1});
  CHECK(groups.count() == 3);

  SUBCASE("of the keys at hand only") {
    groups.find(std::vector<std::uint64_t>{9});
    CHECK(numbers_of(groups) == std::vector<std::uint32_t>{0});
    CHECK(groups.count() == 1);
  }
  SUBCASE("of no keys") {
    groups.find({});
    CHECK(groups.numbers().empty());
    CHECK(groups.count() == 0);
  }
}

#include "core/flat_table.hpp"

#include <doctest/doctest.h>

namespace {

struct LowBits {
  std::uint32_t operator()(std::uint64_t key) const noexcept { return static_cast<std::uint32_t>(key); }
};
using Table = pith::core::FlatTable<std::uint64_t, LowBits>;

}  // namespace

TEST_CASE("keys are numbered in the order of their first appearance") {
  Table table;
  table.reset(3);
  CHECK(table.add(70) == 0);
  CHECK(table.add(5) == 1);
  CHECK(table.add(70) == 0);
  CHECK(table.count() == 2);
  CHECK(table.find(5) == 1);
  CHECK(table.find(6) == Table::none);

  SUBCASE("keys that begin at the same place are told apart") {
    const std::uint64_t same_place = 5 + (std::uint64_t{1} << 32U);
    CHECK(table.find(same_place) == Table::none);
    CHECK(table.add(same_place) == 2);
    CHECK(table.find(same_place) == 2);
    CHECK(table.find(5) == 1);
  }
  SUBCASE("an emptied table knows none") {
    table.reset(3);
    CHECK(table.count() == 0);
    CHECK(table.find(70) == Table::none);
  }
}

TEST_CASE("a table that was never given room knows nothing") {
  CHECK(Table().find(0) == Table::none);
}

TEST_CASE("keys that crowd one place share numbers instead of taking for ever") {
  Table table;
  table.reset(1000);
  for (std::uint64_t key = 0; key < 1000; ++key) CHECK(table.add(key << 32U) == std::min<std::uint64_t>(key, 31));
  CHECK(table.count() == 32);
  CHECK(table.find(std::uint64_t{999} << 32U) == Table::none);
}

TEST_CASE("more keys than room was asked for end all the same") {
  Table table;
  table.reset(10);
  for (std::uint64_t key = 0; key < 100'000; ++key) static_cast<void>(table.add(key));
  CHECK(table.find(0) == 0);
  CHECK(table.count() <= 100'000);
}

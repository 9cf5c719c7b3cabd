#include "page/name_table.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

constexpr std::array<std::string_view, 4> names = {"river", "bridge", "a", "quay-of-stones"};
constexpr pith::page::NameTable<4, 8, 2> table(names);

}  // namespace

TEST_CASE("names are found whole, in any case") {
  for (std::size_t i = 0; i < names.size(); ++i) CHECK(table.find(names[i]) == i);
  CHECK(table.find("RiVeR") == 0);
  CHECK(table.find("rive") == 4);
  CHECK(table.find("rivers") == 4);
  CHECK(table.find("") == 4);
  CHECK(table.find(std::string(16, 'a')) == 4);  // longer than any name may be
}

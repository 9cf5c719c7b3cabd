#include <doctest/doctest.h>

#include <vector>

#include "model/trees.hpp"

using pith::model::make_tables;
using pith::model::Model;
using pith::model::no_split;

TEST_CASE("a tree becomes a table, level by level") {
  // 0 < ... : leaf 10, else 1 < ... : leaf 20, leaf 30.
  Model model;
  model.roots = {0};
  model.nodes = {{0, 2}, {10, 0}, {1, 2}, {20, 0}, {30, 0}};
  make_tables(model);

  REQUIRE(model.tables.size() == 1);
  CHECK(model.tables[0].levels == 2);
  CHECK(model.roots.empty());
  CHECK(model.nodes.empty());
  REQUIRE(model.splits.size() == 2);
  CHECK(model.tables[0].level_ends[0] == 1);
  CHECK(model.tables[0].level_ends[1] == 2);
  // Leaves stand at their paths: bit k is set where the path goes right at level k.
  REQUIRE(model.leaves.size() == 4);
  CHECK(model.leaves[0] == 10);
  CHECK(model.leaves[1] == 20);
  CHECK(model.leaves[3] == 30);
}

TEST_CASE("a tree of one leaf is a table without splits") {
  Model model;
  model.roots = {0};
  model.nodes = {{7, 0}};
  make_tables(model);
  REQUIRE(model.tables.size() == 1);
  CHECK(model.tables[0].levels == 0);
  CHECK(model.leaves == std::vector<std::int32_t>{7});
}

TEST_CASE("a tree too deep for a table stays as nodes") {
  Model model;
  model.roots = {0};
  const std::uint32_t levels = pith::model::deepest_table + 1;
  for (std::uint32_t i = 0; i < levels; ++i) {
    model.nodes.push_back({0, 2});
    model.nodes.push_back({1, 0});
  }
  model.nodes.push_back({2, 0});
  make_tables(model);
  CHECK(model.tables.empty());
  CHECK(model.roots == std::vector<std::uint32_t>{0});
  CHECK(model.nodes.size() == 2 * levels + 1);
}

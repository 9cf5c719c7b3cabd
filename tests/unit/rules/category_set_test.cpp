#include "rules/category_set.hpp"

#include <doctest/doctest.h>

using pith::Category;
using pith::rules::CategorySet;

TEST_CASE("a set has what it was made of, and what was added") {
  CategorySet set{Category::content, Category::other};
  CHECK(set.has(Category::content));
  CHECK(set.has(Category::other));
  CHECK_FALSE(set.has(Category::share));
  set.add(Category::share);
  CHECK(set.has(Category::share));
  CHECK_FALSE(CategorySet{}.has(Category::content));
}

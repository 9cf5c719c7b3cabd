#include "rules/category_set.hpp"

#include <doctest/doctest.h>

using pith::Category;

TEST_CASE("a set has the categories that it was made of, and those that were added") {
  pith::rules::CategorySet set = {Category::share, Category::other};
  CHECK(set.has(Category::share));
  CHECK(set.has(Category::other));
  CHECK_FALSE(set.has(Category::content));

  set.add(Category::content);
  CHECK(set.has(Category::content));
  CHECK_FALSE(pith::rules::CategorySet().has(Category::content));
}

#include <doctest/doctest.h>

#include "measure/lines/page.hpp"
#include "support/line_builder.hpp"

using pith::test::LineBuilder;

TEST_CASE("copies of a line know each other") {
  LineBuilder page;
  page.line("The old mill").prose(1).line("THE OLD MILL!").line("the old").measure();
  CHECK(page.value(0, "copies") == 2);
  CHECK(page.value(0, "first_copy") == 1);
  CHECK(page.value(0, "last_copy_distance") == 999);
  CHECK(page.value(2, "copies") == 2);
  CHECK(page.value(2, "first_copy") == 0);
  CHECK(page.value(2, "last_copy_distance") == 2);
  CHECK(page.value(3, "copies") == 1);
}

TEST_CASE("a copy has some words: signs and numbers repeat everywhere") {
  LineBuilder page;
  page.line("The old mill").line("12").line("The old mill").line("12").measure();
  CHECK(page.value(0, "copies") == 2);
  CHECK(page.value(1, "copies") == 2);
  CHECK(page.value(0, "below_2_copied") == 1);
  CHECK(page.value(0, "below_1_copied") == 0);
}

TEST_CASE("lines that begin alike are found") {
  LineBuilder page;
  page.line("The old mill burned down")
      .line("The old mill burned down last night")
      .line("nothing")
      .line("a b c d e f g h one")
      .line("another")
      .line("a b c d e f g h two")
      .measure();
  CHECK(page.value(0, "next_prefix") == 1);
  CHECK(page.value(1, "previous_prefix") == 1);
  CHECK(page.value(3, "next_prefix") == 2);
  CHECK(page.value(5, "previous_prefix") == 2);
  CHECK(page.value(3, "prefix_copies") == 2);
  CHECK(page.value(2, "prefix_copies") == 0);
}

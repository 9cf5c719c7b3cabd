#include "support/metadata_cases.hpp"

TEST_CASE("a text begins with the day it was written on") {
  pith::test::check_pages("datelines");
}

#include "support/metadata_cases.hpp"

TEST_CASE("lines near the headline tell authors and days") {
  pith::test::check_pages("bylines");
}

#include "support/metadata_cases.hpp"

TEST_CASE("microdata names authors and days") {
  pith::test::check_pages("microdata");
}

#include "support/metadata_cases.hpp"

TEST_CASE("the line that ends a post tells its day") {
  pith::test::check_pages("entry footers");
}

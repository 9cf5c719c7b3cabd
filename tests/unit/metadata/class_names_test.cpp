#include "support/metadata_cases.hpp"

TEST_CASE("class names mark authors and days") {
  pith::test::check_pages("class_names");
}

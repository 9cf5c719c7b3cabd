#include "support/metadata_cases.hpp"

TEST_CASE("meta tags fill the fields that their rows name") {
  pith::test::check_pages("meta_tags");
}

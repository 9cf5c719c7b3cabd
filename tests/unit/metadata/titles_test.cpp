#include "support/metadata_cases.hpp"

TEST_CASE("a title loses the site and nothing else") {
  pith::test::check_pages("titles");
}

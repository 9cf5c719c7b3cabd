#include "support/metadata_cases.hpp"

TEST_CASE("the first figure is the last choice for a picture") {
  pith::test::check_pages("figures");
}

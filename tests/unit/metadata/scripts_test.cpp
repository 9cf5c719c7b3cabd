#include "support/metadata_cases.hpp"

TEST_CASE("scripts tell the day where nothing else does") {
  pith::test::check_pages("scripts");
}

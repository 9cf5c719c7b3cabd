#include "support/metadata_cases.hpp"

TEST_CASE("time elements tell days for machines") {
  pith::test::check_pages("time_elements");
}

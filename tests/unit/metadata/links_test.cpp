#include "support/metadata_cases.hpp"

TEST_CASE("links tell addresses, tags and authors") {
  pith::test::check_pages("links");
}

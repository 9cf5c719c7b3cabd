#include "support/metadata_cases.hpp"

TEST_CASE("JSON-LD describes the article among all things of a page") {
  pith::test::check_pages("json_ld");
}

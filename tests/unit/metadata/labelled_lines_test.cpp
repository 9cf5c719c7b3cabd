#include "support/metadata_cases.hpp"

TEST_CASE("labels tell authors, sources and days") {
  pith::test::check_pages("labelled_lines");
}

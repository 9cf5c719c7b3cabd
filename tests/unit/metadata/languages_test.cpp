#include "support/metadata_cases.hpp"

TEST_CASE("the declared language only refines what the text says") {
  pith::test::check_pages("languages");
}

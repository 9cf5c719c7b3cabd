#include "support/metadata_cases.hpp"

TEST_CASE("reporters who sign in brackets are named") {
  pith::test::check_pages("signatures");
}

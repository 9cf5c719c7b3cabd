#include "metadata/names.hpp"
#include "support/metadata_cases.hpp"

using namespace pith::metadata;

TEST_CASE("surnames tell names in Han characters and Hangul") {
  for (const auto& row : pith::test::metadata_rows("han_names.tsv")) {
    CAPTURE(row[0]);
    CHECK(pith::test::joined(split_han_names(row[0])) == row[1]);
  }
}

TEST_CASE("outlets are told by their last word") {
  CHECK(is_outlet("\u67F3\u5CB8\u65E5\u62A5"));
  CHECK_FALSE(is_outlet("\u5468\u660E"));
}

#include "metadata/dates.hpp"
#include "support/metadata_cases.hpp"

using namespace pith::metadata;

TEST_CASE("times of day are read after and before the day") {
  for (const auto& row : pith::test::metadata_rows("clock_times.tsv")) {
    CAPTURE(row[1]);
    CHECK(to_string(parse_date(row[1], date_setting(row[0], "", {}))) == row[2]);
  }
}

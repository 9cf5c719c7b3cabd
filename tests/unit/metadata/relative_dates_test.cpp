#include "metadata/dates.hpp"
#include "support/metadata_cases.hpp"

using namespace pith::metadata;

TEST_CASE("relative dates count back from the fetch") {
  const pith::Date now{.year = 2022, .month = 3, .day = 7, .hour = 15, .minute = 20};
  for (const auto& row : pith::test::metadata_rows("relative_dates.tsv")) {
    CAPTURE(row[1]);
    CHECK(pith::test::or_dash(to_string(parse_date(row[1], date_setting(row[0], "", now)))) == row[2]);
    CHECK_FALSE(parse_date(row[1], date_setting(row[0], "", {})).known());
  }
}

#include "metadata/dates.hpp"
#include "support/metadata_cases.hpp"

using namespace pith::metadata;

TEST_CASE("days are read in any script, calendar and order") {
  for (const auto& row : pith::test::metadata_rows("days.tsv")) {
    CAPTURE(row[1]);
    const pith::Date date = parse_date(row[1], date_setting(row[0], "", {}));
    CHECK(pith::test::or_dash(to_string(date).substr(0, 10)) == row[2]);
  }
}

TEST_CASE("long numbers are Unix times only where machines write them") {
  DateSetting setting;
  CHECK_FALSE(parse_date("1646666400", setting).known());
  setting.is_for_machines = true;
  CHECK(to_string(parse_date("1646666400", setting)) == "2022-03-07T15:20:00Z");
  CHECK(to_string(parse_date("1646666400000", setting)) == "2022-03-07T15:20:00Z");
  CHECK_FALSE(parse_date("0000000000", setting).known());
}

#include "metadata/dates.hpp"
#include "support/metadata_cases.hpp"

using namespace pith::metadata;

namespace {

std::string roles_of(const pith::test::Row& row) {
  static constexpr const char* names[] = {"unlabelled", "published", "modified", "other"};
  std::vector<std::string> found;
  for (const FoundDate& one : find_dates(row[1], date_setting(row[0], "", {}))) {
    found.push_back(std::string(names[static_cast<std::size_t>(one.role)]) + " " + to_string(one.date));
  }
  return pith::test::joined(found);
}

}  // namespace

TEST_CASE("labels say what each date of a line is") {
  for (const auto& row : pith::test::metadata_rows("dates.tsv")) {
    CAPTURE(row[1]);
    CHECK(roles_of(row) == row[2]);
  }
}

TEST_CASE("prose is not read for dates") {
  CHECK(find_dates("7 March 2022 " + std::string(400, 'x'), {}).empty());
  CHECK(parse_date("7 March 2022 " + std::string(400, 'x')).year == 2022);
}

TEST_CASE("the order of figures follows language and country") {
  CHECK(date_setting("en", "https://a.example/", {}).order == DateOrder::month_first);
  CHECK(date_setting("en", "https://a.co.uk/", {}).order == DateOrder::day_first);
  CHECK(date_setting("en-GB", "", {}).order == DateOrder::day_first);
  CHECK(date_setting("de", "", {}).order == DateOrder::day_first);
  CHECK(date_setting("zh-Hans", "", {}).order == DateOrder::year_first);
}

TEST_CASE("placeholders and the future are implausible") {
  CHECK_FALSE(is_plausible({.year = 1970, .month = 1, .day = 1}, {}));
  CHECK_FALSE(is_plausible({.year = 1969, .month = 12, .day = 31}, {}));
  CHECK(is_plausible({.year = 1970, .month = 1, .day = 2}, {}));
  CHECK(is_plausible({.year = 2100, .month = 12, .day = 31}, {}));
  CHECK_FALSE(is_plausible({.year = 2103, .month = 9, .day = 5}, {}));  // 1482 of the solar calendar
  const pith::Date now{.year = 2022, .month = 3, .day = 7};
  CHECK(is_plausible({.year = 2022, .month = 3, .day = 8}, now));
  CHECK_FALSE(is_plausible({.year = 2022, .month = 3, .day = 9}, now));
}

#include "metadata/calendars.hpp"

#include <doctest/doctest.h>

using namespace pith::metadata;

TEST_CASE("days and dates are each other's inverse") {
  CHECK(days_of(1970, 1, 1) == 0);
  CHECK(days_of(2000, 3, 1) == 11017);
  for (std::int64_t day = -30'000; day < 60'000; day += 13) {
    const pith::Date date = date_of_days(day);
    CHECK(days_of(date.year, date.month, date.day) == day);
    CHECK(is_day(date.year, date.month, date.day));
  }
}

TEST_CASE("other calendars are turned into the Gregorian one") {
  CHECK(to_string(from_jalali(1402, 1, 1)) == "2023-03-21");
  CHECK(to_string(from_jalali(1403, 12, 30)) == "2025-03-20");
  CHECK(to_string(from_hijri(1445, 1, 1)) == "2023-07-19");
  CHECK(to_string(from_hijri(1400, 1, 1)) == "1979-11-21");
  CHECK_FALSE(from_hijri(1300, 1, 1).known());
  CHECK_FALSE(from_hijri(1501, 1, 1).known());
  CHECK_FALSE(from_jalali(1402, 13, 1).known());
}

TEST_CASE("days that do not exist are refused") {
  CHECK(is_day(2024, 2, 29));
  CHECK_FALSE(is_day(2023, 2, 29));
  CHECK_FALSE(is_day(1900, 2, 29));
  CHECK_FALSE(is_day(2023, 0, 1));
  CHECK_FALSE(is_day(2023, 4, 31));
}

TEST_CASE("an instant moves to another clock") {
  const pith::Date utc = date_of_seconds(1'646'666'400);
  CHECK(to_string(utc) == "2022-03-07T15:20:00Z");
  CHECK(to_string(at_offset(utc, 600)) == "2022-03-08T01:20:00+10:00");
  CHECK(to_string(at_offset(utc, -16 * 60)) == "2022-03-06T23:20:00-16:00");
  CHECK_FALSE(date_of_seconds(0).known());
}

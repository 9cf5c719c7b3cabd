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

TEST_CASE("days that other calendars have not are refused") {
  CHECK(from_jalali(1402, 6, 31).known());
  CHECK_FALSE(from_jalali(1402, 7, 31).known());
  CHECK_FALSE(from_jalali(1402, 12, 30).known());  // 1403 is a leap year, 1402 is none
  int days = 0;
  for (int year = 1300; year < 1500; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= 31; ++day) days += from_jalali(year, month, day).known() ? 1 : 0;
    }
  }
  CHECK(days == days_of(2121, 3, 21) - days_of(1921, 3, 21));
  // Two months after each other never have the same day.
  CHECK(from_hijri(1445, 1, 30) != from_hijri(1445, 2, 1));
  CHECK(from_hijri(1445, 2, 30) != from_hijri(1445, 3, 1));
}

TEST_CASE("minutes before 1970 are of the day that they are in") {
  CHECK(whole_days(1'439) == 0);
  CHECK(whole_days(-1) == -1);
  CHECK(whole_days(-1'440) == -1);
  CHECK(whole_days(-1'441) == -2);
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

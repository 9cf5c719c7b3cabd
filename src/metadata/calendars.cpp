#include "metadata/calendars.hpp"

#include <array>
#include <chrono>

namespace pith::metadata {
namespace {

constexpr int first_hijri_year = 1400;
constexpr std::int64_t first_hijri_day = 3611;  // 1 Muharram 1400: 21 November 1979

/// Which months of the years from 1400 on have 30 days, the first month lowest; the others have 29. After ICU's
/// islamic-umalqura calendar.
constexpr std::array<std::uint16_t, 101> long_months = {
    0xaa5, 0xa4b, 0x497, 0x937, 0x2b6, 0x975, 0xd69, 0xd52, 0xc95, 0x92b, 0x25b, 0x4db, 0x9d5, 0x5d2, 0xda5,
    0xd4a, 0xa95, 0x54d, 0xaad, 0x3aa, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4, 0xdc9, 0xd92,
    0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d, 0x2ba, 0x5b5, 0x5aa, 0xd55, 0xa9a,
    0x92e, 0x26e, 0x55d, 0xada, 0x6d4, 0x6a5, 0xb27, 0xa4d, 0x4ad, 0x56d, 0xb5a, 0x754, 0xf49, 0xe92, 0xd26,
    0xa56, 0x356, 0x6b5, 0xbaa, 0xb92, 0xb25, 0x68b, 0xa9b, 0x55a, 0xada, 0x5b4, 0xda9, 0xb52, 0xa9a, 0x536,
    0x276, 0x575, 0xaf2, 0x6d4, 0x6a9, 0x555, 0x2ad, 0x4bd, 0x9ba, 0x574, 0xb69, 0xb52, 0xa95, 0x52d, 0xa5d,
    0x4da, 0xad9, 0x6b2, 0xe95, 0xe2a, 0xc96, 0x92e, 0xaad, 0x56a, 0xd65, 0xd4a};

/// Years of the solar calendar count in cycles of 33 from 979, which holds from 1244 to 1531.
constexpr int first_jalali_year = 979;
constexpr int jalali_cycle = 33;

int jalali_month_days(int year, int month) noexcept {
  if (month < 12) return month < 7 ? 31 : 30;
  const int in_cycle = (year - first_jalali_year) % jalali_cycle;
  return in_cycle % 4 == 0 && in_cycle < jalali_cycle - 1 ? 30 : 29;
}

int hijri_month_days(int year, int month) noexcept {
  return 29 + (long_months[static_cast<std::size_t>(year - first_hijri_year)] >> (month - 1) & 1);
}

}  // namespace

std::int64_t days_of(int year, int month, int day) noexcept {
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  return std::chrono::sys_days(date).time_since_epoch().count();
}

Date date_of_days(std::int64_t days) noexcept {
  const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days))};
  Date date;
  date.year = static_cast<std::int16_t>(static_cast<int>(day.year()));
  date.month = static_cast<std::int8_t>(static_cast<unsigned>(day.month()));
  date.day = static_cast<std::int8_t>(static_cast<unsigned>(day.day()));
  return date;
}

Date gregorian_day(int year, int month, int day) noexcept {
  Date date;
  if (year < 1900 || year > 2100 || !is_day(year, month, day)) return date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::int8_t>(month);
  date.day = static_cast<std::int8_t>(day);
  return date;
}

Date date_of_seconds(std::int64_t seconds) noexcept {
  constexpr std::int64_t begin_of_1990 = 631'152'000;
  constexpr std::int64_t begin_of_2100 = 4'102'444'800;
  return seconds < begin_of_1990 || seconds >= begin_of_2100 ? Date{} : date_from_unix_time(seconds);
}

std::int64_t whole_days(std::int64_t minutes) noexcept {
  return minutes >= 0 ? minutes / 1'440 : (minutes - 1'439) / 1'440;
}

Date at_offset(const Date& date, std::int16_t utc_offset_minutes) noexcept {
  if (!date.known() || date.day == 0 || date.hour < 0 || date.utc_offset_minutes == Date::no_offset) return date;
  const std::int64_t minutes = days_of(date.year, date.month, date.day) * 1'440 + date.hour * 60 + date.minute +
                               utc_offset_minutes - date.utc_offset_minutes;
  const std::int64_t day = whole_days(minutes);
  Date moved = date_of_days(day);
  moved.hour = static_cast<std::int8_t>((minutes - day * 1'440) / 60);
  moved.minute = static_cast<std::int8_t>((minutes - day * 1'440) % 60);
  moved.second = date.second;
  moved.utc_offset_minutes = utc_offset_minutes;
  return moved;
}

bool is_day(int year, int month, int day) noexcept {
  if (month < 1 || day < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

bool is_same_day(const Date& one, const Date& other) noexcept {
  return one.known() && one.year == other.year && one.month == other.month && one.day == other.day;
}

Date from_jalali(int year, int month, int day) noexcept {
  if (year < 1300 || year > 1500 || month < 1 || month > 12) return {};
  if (day < 1 || day > jalali_month_days(year, month)) return {};
  // The year begins on 20, 21 or 22 March.
  const int years = year - first_jalali_year;
  const std::int64_t days_before_year = 365LL * years + years / jalali_cycle * 8 + (years % jalali_cycle + 3) / 4;
  const int days_before_month = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  // 1 Farvardin 979 is 20 March 1600 by this cycle.
  return date_of_days(days_of(1600, 3, 20) + days_before_year + days_before_month + day - 1);
}

Date from_hijri(int year, int month, int day) noexcept {
  const bool is_known = year >= first_hijri_year && year < first_hijri_year + static_cast<int>(long_months.size());
  if (!is_known || month < 1 || month > 12 || day < 1 || day > hijri_month_days(year, month)) return {};
  std::int64_t days = first_hijri_day;
  for (int y = first_hijri_year; y <= year; ++y) {
    for (int m = 1; m <= (y == year ? month - 1 : 12); ++m) days += hijri_month_days(y, m);
  }
  return date_of_days(days + day - 1);
}

}  // namespace pith::metadata

/// Days of the Gregorian and other calendars. Private to metadata; pure functions.
#pragma once

#include <cstdint>

#include <pith/article.hpp>

namespace pith::metadata {

/// Days since 1970-01-01 of a date of the Gregorian calendar.
[[nodiscard]] std::int64_t days_of(int year, int month, int day) noexcept;

/// The date (year, month, day only) that is so many days after 1970-01-01.
[[nodiscard]] Date date_of_days(std::int64_t days) noexcept;

/// The instant in seconds since 1970 as UTC; unknown unless it lies in 1990 to 2100.
[[nodiscard]] Date date_of_seconds(std::int64_t seconds) noexcept;

/// The day since 1970 on which so many minutes since 1970 are over; also of minutes before 1970.
[[nodiscard]] std::int64_t whole_days(std::int64_t minutes) noexcept;

/// The same instant by the clock at `utc_offset_minutes`; a date without time or offset stays as it is.
[[nodiscard]] Date at_offset(const Date& date, std::int16_t utc_offset_minutes) noexcept;

/// Whether such a day exists.
[[nodiscard]] bool is_day(int year, int month, int day) noexcept;

/// That day; unknown where there is none such, and before 1900 or after 2100.
[[nodiscard]] Date gregorian_day(int year, int month, int day) noexcept;

/// Whether both are the same known day, whatever the time.
[[nodiscard]] bool is_same_day(const Date& one, const Date& other) noexcept;

/// Iran's solar calendar, years 1300 to 1500; unknown for others.
[[nodiscard]] Date from_jalali(int year, int month, int day) noexcept;

/// The calendar of Umm al-Qura, years 1400 to 1500; unknown for others.
[[nodiscard]] Date from_hijri(int year, int month, int day) noexcept;

}  // namespace pith::metadata

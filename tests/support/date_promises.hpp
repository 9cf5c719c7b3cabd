/// What holds of every date that is read: it is a day of the calendar, a time of the clock, and stands in the text.
#pragma once

#include <pith.hpp>

#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/dates.hpp"
#include "text/text.hpp"

namespace pith::test {

/// A day, a month or a year that exists; unknown parts after unknown ones.
inline bool is_calendar_day(const Date& date) {
  if (date.month == 0 || date.day == 0) return date.day == 0 && date.month >= 0 && date.month <= 12;
  return std::chrono::year_month_day(std::chrono::year(date.year),
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(static_cast<unsigned>(date.day)))
      .ok();
}

/// A time that the clock shows, or none.
inline bool is_clock_time(const Date& date) {
  constexpr int widest_offset = 15 * 60;
  if (date.hour < 0) return date.minute < 0 && date.second < 0;
  const bool has_offset = date.utc_offset_minutes != Date::no_offset;
  if (has_offset && (date.utc_offset_minutes <= -widest_offset || date.utc_offset_minutes >= widest_offset))
    return false;
  return date.hour < 24 && date.minute >= 0 && date.minute < 60 && date.second >= -1 && date.second < 60;
}

/// "" when the date is unknown, or all of it can be.
inline std::string broken_date(const Date& date) {
  if (!date.known()) return date == Date{} ? "" : "an unknown date with known parts";
  if (!is_calendar_day(date)) return "no day of the calendar: " + to_string(date);
  return is_clock_time(date) ? "" : "no time of the clock: " + to_string(date);
}

/// The setting that a byte chooses.
inline metadata::DateSetting date_setting_of(unsigned char choice) {
  static constexpr std::array<std::string_view, 8> languages = {"",   "en-US",   "en-GB", "de",
                                                                "th", "zh-Hant", "fa",    "ja"};
  Date now;
  if ((choice & 8U) != 0) now = {.year = 2024, .month = 3, .day = 1, .hour = 0, .minute = 5};
  metadata::DateSetting setting = metadata::date_setting(languages[choice & 7U], "https://herald.example/", now);
  setting.is_for_machines = (choice & 16U) != 0;
  return setting;
}

/// A whole date, written as ISO 8601 has it, is read as itself.
inline std::string broken_way_back(const Date& date, metadata::DateSetting setting) {
  if (!date.known() || date.day == 0) return {};
  setting.is_for_machines = false;
  const Date again = metadata::parse_date(to_string(date), setting);
  return again == date ? "" : "written and read it is another: " + to_string(date) + ", " + to_string(again);
}

/// The first byte chooses the setting, the others are the text.
inline std::string broken_date_promise(std::string_view bytes) {
  if (bytes.empty()) return {};
  const metadata::DateSetting setting = date_setting_of(static_cast<unsigned char>(bytes[0]));
  const std::string_view text = bytes.substr(1, text::valid_utf8_prefix(bytes.substr(1)));
  const std::vector<metadata::FoundDate> found = metadata::find_dates(text, setting);
  std::size_t last_end = 0;
  for (const metadata::FoundDate& one : found) {
    if (std::string broken = broken_date(one.date); !broken.empty()) return broken;
    if (std::string broken = broken_way_back(one.date, setting); !broken.empty()) return broken;
    if (!metadata::is_plausible(one.date, setting.now)) return "not plausible: " + to_string(one.date);
    if (one.begin >= one.end || one.end > text.size()) return "a date's place";
    if (one.end <= last_end) return "a date within the one before it";
    last_end = one.end;
  }
  const Date first = metadata::parse_date(text, setting);
  return first == (found.empty() ? Date{} : found.front().date) ? "" : "the first date is not the first";
}

}  // namespace pith::test

// Dates as pages write them: ISO 8601, RFC 2822, and day, month and year in words of several languages.

#include <algorithm>
#include <array>

#include "metadata/metadata.hpp"

namespace pith::metadata {
namespace {

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

/// Reads up to `digits` digits at `at`; -1 when there is none.
int read_number(std::string_view text, std::size_t& at, int digits) noexcept {
  int number = -1;
  for (; digits > 0 && at < text.size() && is_digit(text[at]); --digits, ++at) {
    number = (number < 0 ? 0 : number * 10) + (text[at] - '0');
  }
  return number;
}

bool is_possible(int year, int month, int day) noexcept {
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/// "+08:00", "+0800", "Z" behind a time.
std::int16_t read_offset(std::string_view text, std::size_t at) noexcept {
  while (at < text.size() && (text[at] == ' ' || text[at] == '.' || is_digit(text[at]))) ++at;
  if (at >= text.size()) return Date::no_offset;
  if (text[at] == 'Z' || text.substr(at, 3) == "GMT" || text.substr(at, 3) == "UTC") return 0;
  if (text[at] != '+' && text[at] != '-') return Date::no_offset;
  const int sign = text[at] == '-' ? -1 : 1;
  ++at;
  const int hours = read_number(text, at, 2);
  if (at < text.size() && text[at] == ':') ++at;
  const int minutes = std::max(read_number(text, at, 2), 0);
  return hours < 0 || hours > 14 || minutes > 59 ? Date::no_offset
                                                 : static_cast<std::int16_t>(sign * (hours * 60 + minutes));
}

/// What parts hours from minutes: ':', "h" in French, the CJK and Korean unit; its length, 0 when there is none.
std::size_t hour_mark_at(std::string_view text, std::size_t at) noexcept {
  static constexpr std::string_view marks[] = {":", "h", "\u65F6", "\u6642", "\u70B9", "\uC2DC "};
  for (const std::string_view mark : marks) {
    if (text.substr(std::min(at, text.size()), mark.size()) == mark) return mark.size();
  }
  return 0;
}

/// The first "hh:mm" from `at` on, within a few characters.
void read_time(std::string_view text, std::size_t at, Date& date) noexcept {
  const std::size_t reach = std::min(text.size(), at + 12);
  for (; at < reach; ++at) {
    if (!is_digit(text[at])) continue;
    std::size_t end = at;
    const int hour = read_number(text, end, 2);
    const std::size_t mark = hour_mark_at(text, end);
    if (mark == 0) return;
    end += mark;
    const int minute = read_number(text, end, 2);
    if (hour > 23 || minute < 0 || minute > 59) return;
    date.hour = static_cast<std::int8_t>(hour);
    date.minute = static_cast<std::int8_t>(minute);
    if (end < text.size() && text[end] == ':') {
      ++end;
      (void)read_number(text, end, 2);
    }
    date.utc_offset_minutes = read_offset(text, end);
    return;
  }
}

Date make(std::string_view text, int year, int month, int day, std::size_t end) noexcept {
  Date date;
  date.year = static_cast<std::int16_t>(year);
  date.month = static_cast<std::int8_t>(month);
  date.day = static_cast<std::int8_t>(day);
  read_time(text, end, date);
  return date;
}

/// Skips one separator between year, month and day: - / . or a CJK or Korean unit, with spaces.
void skip_separator(std::string_view text, std::size_t& at) noexcept {
  const auto skip_spaces = [&] {
    while (at < text.size() && text[at] == ' ') ++at;
  };
  skip_spaces();
  static constexpr std::string_view units[] = {"\u5E74", "\u6708", "\u65E5", "\uB144", "\uC6D4",
                                               "\uC77C", "-",      "/",      "."};
  for (const std::string_view unit : units) {
    if (text.substr(at, unit.size()) != unit) continue;
    at += unit.size();
    break;
  }
  skip_spaces();
}

/// "2024-03-23", "2024/3/23", "2024.3.23", year-month-day with CJK units, from a four-digit year at `at`.
Date year_first(std::string_view text, std::size_t at) noexcept {
  const int year = read_number(text, at, 4);
  const std::size_t behind_year = at;
  skip_separator(text, at);
  if (at == behind_year) return {};
  const int month = read_number(text, at, 2);
  skip_separator(text, at);
  const int day = read_number(text, at, 2);
  const std::size_t behind_day = at;
  skip_separator(text, at);
  return is_possible(year, month, day) ? make(text, year, month, day, behind_day) : Date{};
}

struct MonthName {
  std::string_view start;  ///< lower case; longer names that begin so are the same month
  int month;
};

/// Beginnings that tell the months of English, German, French, Spanish, Portuguese, Italian, Dutch, Nordic, Indonesian,
/// Russian and Arabic apart.
constexpr MonthName month_names[] = {{"jan", 1},
                                     {"ene", 1},
                                     {"gen", 1},
                                     {"f\u00E9v", 2},
                                     {"feb", 2},
                                     {"fev", 2},
                                     {"m\u00E4r", 3},
                                     {"mar", 3},
                                     {"maa", 3},
                                     {"avr", 4},
                                     {"apr", 4},
                                     {"abr", 4},
                                     {"mai", 5},
                                     {"may", 5},
                                     {"mag", 5},
                                     {"mei", 5},
                                     {"juin", 6},
                                     {"jun", 6},
                                     {"giu", 6},
                                     {"juil", 7},
                                     {"jul", 7},
                                     {"lug", 7},
                                     {"ao\u00FB", 8},
                                     {"aug", 8},
                                     {"ago", 8},
                                     {"sep", 9},
                                     {"set", 9},
                                     {"oct", 10},
                                     {"okt", 10},
                                     {"out", 10},
                                     {"ott", 10},
                                     {"nov", 11},
                                     {"d\u00E9c", 12},
                                     {"dec", 12},
                                     {"dez", 12},
                                     {"dic", 12},
                                     {"\u044F\u043D\u0432", 1},
                                     {"\u0444\u0435\u0432", 2},
                                     {"\u043C\u0430\u0440", 3},
                                     {"\u0430\u043F\u0440", 4},
                                     {"\u043C\u0430\u044F", 5},
                                     {"\u0438\u044E\u043D", 6},
                                     {"\u0438\u044E\u043B", 7},
                                     {"\u0430\u0432\u0433", 8},
                                     {"\u0441\u0435\u043D", 9},
                                     {"\u043E\u043A\u0442", 10},
                                     {"\u043D\u043E\u044F", 11},
                                     {"\u0434\u0435\u043A", 12},
                                     {"\u064A\u0646\u0627\u064A\u0631", 1},
                                     {"\u0641\u0628\u0631\u0627\u064A\u0631", 2},
                                     {"\u0645\u0627\u0631\u0633", 3},
                                     {"\u0623\u0628\u0631\u064A\u0644", 4},
                                     {"\u0645\u0627\u064A\u0648", 5},
                                     {"\u064A\u0648\u0646\u064A\u0648", 6},
                                     {"\u064A\u0648\u0644\u064A\u0648", 7},
                                     {"\u0623\u063A\u0633\u0637\u0633", 8},
                                     {"\u0633\u0628\u062A\u0645\u0628\u0631", 9},
                                     {"\u0623\u0643\u062A\u0648\u0628\u0631", 10},
                                     {"\u0646\u0648\u0641\u0645\u0628\u0631", 11},
                                     {"\u062F\u064A\u0633\u0645\u0628\u0631", 12},
                                     {"maj", 5},
                                     {"agu", 8},
                                     {"des", 12}};

/// A month's name at the start of a word; its length in bytes, 0 when there is none.
std::size_t month_at(std::string_view text, std::size_t at, int& month) noexcept {
  char lower[12] = {};
  const std::size_t size = std::min(text.size() - at, sizeof lower);
  for (std::size_t i = 0; i < size; ++i) {
    const char c = text[at + i];
    lower[i] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  for (const MonthName& row : month_names) {
    if (!std::string_view(lower, size).starts_with(row.start)) continue;
    month = row.month;
    std::size_t end = at;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) >= 0x80 || (text[end] | 32) >= 'a') &&
           (static_cast<unsigned char>(text[end]) >= 0x80 || (text[end] | 32) <= 'z')) {
      ++end;
    }
    return end - at;
  }
  return 0;
}

/// The number that ends before `at`, with ". ", " de " and the like between; -1 when there is none.
int number_before(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  while (end > 0 && !is_digit(text[end - 1]) && at - end < 6) --end;
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1]) && end - begin < 4) --begin;
  return begin == end || end - begin > 2 ? -1 : read_number(text, begin, 2);
}

/// The next number within a few characters, of one to four digits; `at` moves behind it.
int number_after(std::string_view text, std::size_t& at) noexcept {
  const std::size_t reach = std::min(text.size(), at + 7);
  while (at < reach && !is_digit(text[at])) ++at;
  return at < reach ? read_number(text, at, 4) : -1;
}

/// "March 23, 2024" and "23 March 2024", from a month's name of `length` bytes at `at`.
Date around_month(std::string_view text, std::size_t at, std::size_t length, int month) noexcept {
  std::size_t behind = at + length;
  const int first = number_after(text, behind);
  const int before = number_before(text, at);
  if (before >= 1 && is_possible(first, month, before)) return make(text, first, month, before, behind);
  const int second = number_after(text, behind);
  return is_possible(second, month, first) ? make(text, second, month, first, behind) : Date{};
}

/// "23.03.2024" and "23/03/2024": day first, as everywhere but in the United States, unless that is impossible.
Date year_last(std::string_view text, std::size_t at) noexcept {
  const int first = read_number(text, at, 2);
  if (at >= text.size() || (text[at] != '.' && text[at] != '/' && text[at] != '-')) return {};
  ++at;
  const int second = read_number(text, at, 2);
  if (at >= text.size() || (text[at] != '.' && text[at] != '/' && text[at] != '-')) return {};
  ++at;
  const int year = read_number(text, at, 4);
  if (is_possible(year, second, first)) return make(text, year, second, first, at);
  return is_possible(year, first, second) ? make(text, year, first, second, at) : Date{};
}

std::size_t digits_at(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

}  // namespace

Date parse_date(std::string_view text) noexcept {
  // 300 bytes: longer texts are prose, whose dates are not the page's.
  text = text.substr(0, 300);
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool word_start = at == 0 || text[at - 1] == ' ' || !(static_cast<unsigned char>(text[at - 1] | 32) >= 'a');
    Date date;
    if (is_digit(text[at])) {
      const std::size_t digits = digits_at(text, at);
      if (digits == 4) date = year_first(text, at);
      if (digits <= 2) date = year_last(text, at);
      if (!date.known()) at += digits - 1;
    } else if (int month = 0; word_start) {
      if (const std::size_t length = month_at(text, at, month); length > 0)
        date = around_month(text, at, length, month);
    }
    if (date.known()) return date;
  }
  return {};
}

}  // namespace pith::metadata

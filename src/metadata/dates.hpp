/// Dates as pages write them: in any script, calendar and order. Private to metadata.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

#include "metadata/date_tokens.hpp"

namespace pith::metadata {

/// Of three numbers of which two could be the day: which stands first.
enum class DateOrder : std::uint8_t { day_first, month_first, year_first };

/// What is known about the page that a date stands on.
struct DateSetting {
  DateOrder order = DateOrder::day_first;  ///< of "05/09/23"
  bool is_taiwanese = false;               ///< "112.09.05" counts from 1912
  bool is_thai = false;                    ///< "66" counts from the Buddha
  bool is_persian = false;                 ///< "1402/06/14" is of the solar calendar
  bool is_japanese = false;                ///< "R5.9.5" is of an era
  bool is_for_machines = false;            ///< an attribute or a script: long numbers are Unix times
  Date now;                                ///< when the page was fetched; unknown: relative dates say nothing
};

/// By the page's language ("en-GB"), the host's ending ("uk"), and when it was fetched.
[[nodiscard]] DateSetting date_setting(std::string_view language, std::string_view url, const Date& now);

/// What a line says of a date.
enum class DateRole : std::uint8_t { unlabelled, published, modified, other };

struct FoundDate {
  Date date;
  DateRole role = DateRole::unlabelled;
  std::size_t begin = 0;  ///< in bytes of the text, its time of day included
  std::size_t end = 0;
  bool is_state = false;  ///< of `published`: "Stand:", of the last change where another day of publication is told
};

/// All dates of a line with the labels that stand nearest before them, or right after. Texts past 300 bytes are prose,
/// whose dates are not the page's: not read.
[[nodiscard]] std::vector<FoundDate> find_dates(std::string_view text, const DateSetting& setting);

/// The first date of the text; unknown if none.
[[nodiscard]] Date parse_date(std::string_view text, const DateSetting& setting = {});

/// What no publisher means: beginnings of calendars that stand for "unknown", years before 1900 and after 2100, and
/// days after `now`, where that is known.
[[nodiscard]] bool is_plausible(const Date& date, const Date& now) noexcept;

// The parts, each in a file of its own. `at` is a token's place; what is read ends before `end`.

/// "16:05:20 +02:00", "4:05 PM EST", "\u4E0B\u53484:05" at a token, small words before it allowed. True when there is a
/// time: then `date` has it and `at` is after it.
bool read_time(const DateTokens& tokens, std::size_t& at, Date& date) noexcept;

/// "3 hours ago", "yesterday at 16:05" at a token; unknown when none. Needs `now`.
[[nodiscard]] Date read_relative(const DateTokens& tokens, std::size_t& at, const Date& now) noexcept;

/// A date in figures and words at a token; unknown when none. `at` is moved after it then.
[[nodiscard]] Date read_day(const DateTokens& tokens, std::size_t& at, const DateSetting& setting) noexcept;

}  // namespace pith::metadata

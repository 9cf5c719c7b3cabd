#include "options/instants.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace cli {
namespace {

constexpr std::string_view ten_digits = "0123456789";

/// Takes parts off the beginning of a text; after the first part that is not there it takes nothing more.
class Parts {
 public:
  explicit Parts(std::string_view text) noexcept : rest_(text) {}

  bool skip(char mark) noexcept {
    if (rest_.empty() || rest_.front() != mark) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void expect(char mark) noexcept { failed_ = !skip(mark) || failed_; }

  /// Exactly `digits` of them, a number from `least` to `most`.
  int number(std::size_t digits, int least, int most) noexcept {
    int value = 0;
    const std::string_view text = rest_.substr(0, digits);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = text.size() == digits && end == text.data() + text.size() && error == std::errc{};
    failed_ = failed_ || !whole || value < least || value > most;
    rest_.remove_prefix(text.size());
    return value;
  }

  /// Of a fraction, which no date keeps.
  void skip_digits() noexcept { rest_.remove_prefix(std::min(rest_.find_first_not_of(ten_digits), rest_.size())); }

  [[nodiscard]] bool is_done() const noexcept { return rest_.empty(); }
  [[nodiscard]] bool failed() const noexcept { return failed_; }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

void read_offset(Parts& parts, pith::Date& date) noexcept {
  if (parts.skip('Z')) {
    date.utc_offset_minutes = 0;
    return;
  }
  if (parts.is_done()) return;
  const bool west = parts.skip('-');
  if (!west) parts.expect('+');
  const int hours = parts.number(2, 0, 14);
  parts.skip(':');
  const int minutes = hours * 60 + parts.number(2, 0, 59);
  date.utc_offset_minutes = static_cast<std::int16_t>(west ? -minutes : minutes);
}

void read_time(Parts& parts, pith::Date& date) noexcept {
  date.hour = static_cast<std::int8_t>(parts.number(2, 0, 23));
  parts.expect(':');
  date.minute = static_cast<std::int8_t>(parts.number(2, 0, 59));
  if (parts.skip(':')) date.second = static_cast<std::int8_t>(parts.number(2, 0, 59));
  if (parts.skip('.')) parts.skip_digits();
  read_offset(parts, date);
}

pith::Date date_of(Parts& parts, const pith::Date& date) noexcept {
  return parts.failed() || !parts.is_done() ? pith::Date{} : date;
}

/// "20240323" and, as indexes of crawls have it, "20240323081500".
pith::Date read_compact(std::string_view digits) noexcept {
  Parts parts(digits);
  pith::Date date;
  date.year = static_cast<std::int16_t>(parts.number(4, 1970, 9999));
  date.month = static_cast<std::int8_t>(parts.number(2, 1, 12));
  date.day = static_cast<std::int8_t>(parts.number(2, 1, 31));
  if (parts.is_done()) return date_of(parts, date);
  date.hour = static_cast<std::int8_t>(parts.number(2, 0, 23));
  date.minute = static_cast<std::int8_t>(parts.number(2, 0, 59));
  date.second = static_cast<std::int8_t>(parts.number(2, 0, 59));
  date.utc_offset_minutes = 0;
  return date_of(parts, date);
}

/// A number: how many digits it has says what it counts.
pith::Date read_number(std::string_view digits, bool has_fraction) {
  constexpr std::size_t most_digits_of_seconds = 11;  // until the year 5138
  constexpr std::size_t most_digits_of_milliseconds = 13;
  const bool is_compact = digits.size() == 8 || digits.size() == 14;
  if (is_compact) return has_fraction ? pith::Date{} : read_compact(digits);
  if (digits.size() < 9 || digits.size() > most_digits_of_milliseconds) return {};
  std::int64_t count = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), count);
  return pith::date_from_unix_time(digits.size() > most_digits_of_seconds ? count / 1000 : count);
}

}  // namespace

pith::Date parse_instant(std::string_view text) {
  const std::string_view digits = text.substr(0, text.find_first_not_of(ten_digits));
  const std::string_view rest = text.substr(digits.size());
  const bool has_fraction = rest.starts_with('.') && rest.find_first_not_of(ten_digits, 1) == std::string_view::npos;
  if (rest.empty() || has_fraction) return read_number(digits, has_fraction);
  Parts parts(text);
  pith::Date date;
  date.year = static_cast<std::int16_t>(parts.number(4, 1970, 9999));
  parts.expect('-');
  date.month = static_cast<std::int8_t>(parts.number(2, 1, 12));
  parts.expect('-');
  date.day = static_cast<std::int8_t>(parts.number(2, 1, 31));
  if (parts.skip('T') || parts.skip(' ')) read_time(parts, date);
  return date_of(parts, date);
}

}  // namespace cli

// Days in figures and words, of the Gregorian and other calendars.

#include <algorithm>

#include "metadata/calendars.hpp"
#include "metadata/dates.hpp"

namespace pith::metadata {
namespace {

/// Reads one day; each pattern starts anew at the token where it was asked.
class DayReader {
 public:
  DayReader(const DateTokens& tokens, std::size_t at, const DateSetting& setting)
      : tokens_(tokens), begin_(at), at_(at), setting_(setting) {}

  Date read() {
    using Pattern = Date (DayReader::*)();
    static constexpr Pattern patterns[] = {&DayReader::compact,       &DayReader::unix_time,  &DayReader::era,
                                           &DayReader::year_first,    &DayReader::day_month,  &DayReader::month_day,
                                           &DayReader::month_by_unit, &DayReader::three_parts};
    for (const Pattern pattern : patterns) {
      at_ = begin_;
      const Date date = (this->*pattern)();
      if (date.known()) return date;
    }
    return {};
  }

  [[nodiscard]] std::size_t at() const noexcept { return at_; }

 private:
  [[nodiscard]] const DateToken& token(std::size_t ahead = 0) const noexcept {
    static constexpr DateToken end;
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : end;
  }

  [[nodiscard]] bool is_number(std::uint8_t fewest, std::uint8_t most) const noexcept {
    return token().kind == TokenKind::number && token().digits >= fewest && token().digits <= most;
  }

  int take_number() noexcept { return static_cast<int>(tokens_[at_++].value); }

  bool skip(WordKind kind) noexcept {
    const bool is_there = token().is(kind);
    if (is_there) ++at_;
    return is_there;
  }

  bool skip_mark(char32_t mark) noexcept {
    const bool is_there = token().is_mark(mark);
    if (is_there) ++at_;
    return is_there;
  }

  /// Small words, and marks that only part: "5. de", "5th of", "5,".
  void skip_fillers() noexcept {
    for (int passed = 0; passed < 3; ++passed) {
      const bool mark = token().is_mark(U',') || token().is_mark(U'.') || token().is_mark(U'-') ||
                        token().is_mark(U'/') || token().is_mark(U'\u060C') || token().is_mark(U'\u00BA') ||
                        token().is_mark(U'(') || token().is_mark(U')');
      if (!mark && !token().is(WordKind::filler)) return;
      ++at_;
    }
  }

  /// A year of four digits counts by the calendar it can be of.
  [[nodiscard]] Date make(int year, int month, int day) const noexcept {
    if (year >= 2400 && year <= 2600) return gregorian_day(year - 543, month, day);
    if (year >= 1300 && year <= 1500) return setting_.is_persian ? from_jalali(year, month, day) : Date{};
    return gregorian_day(year, month, day);
  }

  /// "20230905", "20230905160500".
  Date compact() noexcept {
    if (!is_number(8, 8) && !is_number(12, 12) && !is_number(14, 14)) return {};
    const int digits = token().digits;
    std::int64_t value = tokens_[at_++].value;
    std::int64_t time = -1;
    if (digits > 8) {
      const std::int64_t parts = digits == 14 ? 1'000'000 : 10'000;
      time = value % parts * (digits == 14 ? 1 : 100);
      value /= parts;
    }
    Date date = gregorian_day(static_cast<int>(value / 10'000), static_cast<int>(value / 100 % 100),
                              static_cast<int>(value % 100));
    if (time >= 0 && date.known() && time / 10'000 < 24 && time / 100 % 100 < 60) {
      date.hour = static_cast<std::int8_t>(time / 10'000);
      date.minute = static_cast<std::int8_t>(time / 100 % 100);
    }
    return date;
  }

  Date unix_time() noexcept {
    if (!setting_.is_for_machines || (!is_number(10, 10) && !is_number(13, 13))) return {};
    const std::int64_t seconds = token().digits == 13 ? token().value / 1000 : token().value;
    ++at_;
    return date_of_seconds(seconds);
  }

  /// Years of an emperor or of the Republic of China.
  Date era() noexcept {
    const bool by_letter = token().is(WordKind::era_letter);
    if (by_letter && !setting_.is_japanese) return {};
    const bool by_habit = setting_.is_taiwanese && is_number(3, 3) && token().value >= 80 && token().value <= 150;
    if (!by_letter && !by_habit && !token().is(WordKind::era)) return {};
    const int base = by_habit ? 1911 : token().word.value;
    if (!by_habit) ++at_;
    int year = 1;
    if (!skip(WordKind::first_year)) {
      if (!is_number(1, 3)) return {};
      year = take_number();
    }
    if (!skip(WordKind::year_unit) && !skip_mark(U'.') && !skip_mark(U'/') && !skip_mark(U'-')) return {};
    return month_and_day(base + year);
  }

  /// The rest of a date that began with its year, in figures.
  Date month_and_day(int year) noexcept {
    if (!is_number(1, 2)) return {};
    const int month = take_number();
    if (!skip(WordKind::month_unit) && !skip_mark(U'.') && !skip_mark(U'/') && !skip_mark(U'-')) return {};
    if (!is_number(1, 2)) return {};
    const int day = take_number();
    if (!skip(WordKind::day_unit)) (void)skip_mark(U'.');
    return make(year, month, day);
  }

  /// "2023-09-05", "2023. 9. 5", "2023\u5E749\u67085\u65E5", "2023 September 5".
  Date year_first() noexcept {
    if (!is_number(4, 4)) return {};
    const int year = take_number();
    const bool parted = skip(WordKind::year_unit) || skip_mark(U'-') || skip_mark(U'/') || skip_mark(U'.');
    if (token().is(WordKind::month)) {
      const int month = tokens_[at_++].word.value;
      skip_fillers();
      return is_number(1, 2) ? make(year, month, take_number()) : Date{};
    }
    return parted ? month_and_day(year) : Date{};
  }

  /// A year after day and month: "2023", "'23", and "23" where nothing but a date can be meant.
  [[nodiscard]] int take_year() noexcept {
    const bool apostrophe = skip_mark(U'\'');
    if (is_number(4, 4)) return take_number();
    if (apostrophe && is_number(2, 2)) return 2000 + take_number();
    if (setting_.is_thai && is_number(2, 2)) return 2500 + take_number();
    return 0;
  }

  /// A month of any calendar with the day and year that stand beside it.
  static Date of_month(const FoundWord& month, int year, int day) noexcept {
    if (month.kind == WordKind::jalali_month) return from_jalali(year, month.value, day);
    if (month.kind == WordKind::hijri_month) return from_hijri(year, month.value, day);
    return gregorian_day(year >= 2400 && year <= 2600 ? year - 543 : year, month.value, day);
  }

  [[nodiscard]] bool is_month() const noexcept {
    return token().is(WordKind::month) || token().is(WordKind::jalali_month) || token().is(WordKind::hijri_month);
  }

  /// "5 September 2023", "5th of March, 2023", "5. Mai 2023".
  Date day_month() noexcept {
    if (!is_number(1, 2)) return {};
    const int day = take_number();
    const char32_t parting = token().kind == TokenKind::mark ? token().mark : 0;
    skip_fillers();
    if (!is_month()) return {};
    const FoundWord month = tokens_[at_++].word;
    // Levantine months have a second name after a slash.
    if (token().is_mark(U'/') && token(1).is(WordKind::month)) at_ += 2;
    if (const int year = take_short_year(parting); year > 0) return of_month(month, year, day);
    skip_fillers();
    return of_month(month, take_year(), day);
  }

  /// "19" of "5 Mar 19", "05-Mar-19", "5. Mar. 19, 16:05": right after the month, or after the mark that stands before
  /// it too, and no hour or first part of something else. 0: no such; then nothing is read.
  [[nodiscard]] int take_short_year(char32_t parting) noexcept {
    const bool is_hyphen = parting == U'-' && token().is_mark(U'-');
    const std::size_t place = at_ + (is_hyphen || token().is_mark(U'.') ? 1 : 0);
    if (place >= tokens_.size() || tokens_[place].kind != TokenKind::number || tokens_[place].digits != 2) return 0;
    if (place + 1 < tokens_.size()) {
      const DateToken& next = tokens_[place + 1];
      const bool is_hour =
          next.kind == TokenKind::number && place + 2 < tokens_.size() && tokens_[place + 2].is_mark(U':');
      const bool goes_on =
          next.kind == TokenKind::mark && !next.space_before && !next.is_mark(U',') && !next.is_mark(U')');
      if ((next.kind != TokenKind::mark && !is_hour) || goes_on) return 0;
    }
    constexpr std::int64_t first_of_web = 90;
    constexpr std::int64_t last = 50;
    const std::int64_t year = tokens_[place].value;
    if (year > last && year < first_of_web) return 0;
    at_ = place + 1;
    return static_cast<int>(year + (year < first_of_web ? 2000 : 1900));
  }

  /// "September 5, 2023"; with the time before the year: "Sep 05 16:05:00 CEST 2023".
  Date month_day() noexcept {
    if (!is_month()) return {};
    const FoundWord month = tokens_[at_++].word;
    skip_fillers();
    if (!is_number(1, 2)) return {};
    const int day = take_number();
    Date time;
    if (token(1).is_mark(U':') && read_time(tokens_, at_, time) && token().kind == TokenKind::other) ++at_;
    skip_fillers();
    Date date = of_month(month, take_year(), day);
    if (date.known() && time.hour >= 0) {
      time.year = date.year;
      time.month = date.month;
      time.day = date.day;
      date = time;
    }
    return date;
  }

  /// "5 th\u00E1ng 9, 2023": Vietnamese months are numbers after their unit.
  Date month_by_unit() noexcept {
    if (!is_number(1, 2)) return {};
    const int day = take_number();
    if (!token().is(WordKind::month_unit)) return {};
    ++at_;
    if (!is_number(1, 2)) return {};
    const int month = take_number();
    skip_fillers();
    return is_number(4, 4) ? gregorian_day(take_number(), month, day) : Date{};
  }

  /// "05/09/2023", "05.09.23", "23-09-05".
  Date three_parts() noexcept {
    if (!is_number(1, 2)) return {};
    const int first = take_number();
    const char32_t mark = token().mark;
    if (token().kind != TokenKind::mark || (mark != U'/' && mark != U'.' && mark != U'-')) return {};
    ++at_;
    if (!is_number(1, 2)) return {};
    const int second = take_number();
    if (!skip_mark(mark)) return {};
    if (is_number(4, 4)) {
      const int year = take_number();
      const bool goes_on = token().is_mark(mark) && token(1).kind == TokenKind::number && !token(1).space_before;
      return goes_on ? Date{} : in_order(first, second, year, mark);
    }
    // Versions and phone numbers have parts of two digits too, but hardly all three, nor slashes.
    const bool all_two = tokens_[begin_].digits == 2 && tokens_[begin_ + 2].digits == 2;
    const bool is_told = (mark == U'/' && is_announced()) || (mark == U'.' && is_labelled());
    const bool two_digits = is_number(2, 2) && (all_two || is_told);
    if (!two_digits || token(1).is_mark(mark)) return {};
    const int third = take_number();
    if (setting_.order == DateOrder::year_first) return gregorian_day(2000 + first, second, third);
    return in_order(first, second, 2000 + third, mark);
  }

  /// Whether nothing stands before the day but a word that leads to it: "Posted 3/7/22".
  [[nodiscard]] bool is_announced() const noexcept {
    if (setting_.order == DateOrder::year_first) return false;
    return begin_ == 0 || tokens_[begin_ - 1].kind == TokenKind::known || tokens_[begin_ - 1].is_mark(U':');
  }

  /// Whether a label of dates stands before the day, with a colon or small word: "Stand: 7.3.22". Versions stand right
  /// after "Update" too, but not after words for publishing.
  [[nodiscard]] bool is_labelled() const noexcept {
    if (setting_.order != DateOrder::day_first) return false;
    std::size_t at = begin_;
    while (at > 0 && (tokens_[at - 1].is_mark(U':') || tokens_[at - 1].is(WordKind::before_day))) --at;
    if (at == 0) return false;
    return tokens_[at - 1].is(WordKind::published) || (at < begin_ && tokens_[at - 1].is(WordKind::modified));
  }

  [[nodiscard]] Date in_order(int first, int second, int year, char32_t mark) const noexcept {
    const bool month_first = setting_.order == DateOrder::month_first && mark != U'.';
    const Date usual = month_first ? make(year, first, second) : make(year, second, first);
    if (usual.known()) return usual;
    return month_first ? make(year, second, first) : make(year, first, second);
  }

  const DateTokens& tokens_;
  std::size_t begin_;
  std::size_t at_;
  const DateSetting& setting_;
};

}  // namespace

Date read_day(const DateTokens& tokens, std::size_t& at, const DateSetting& setting) noexcept {
  // A number that another's point or dash leads to is part of something longer.
  DayReader reader(tokens, at, setting);
  const Date date = reader.read();
  if (date.known()) at = reader.at();
  return date;
}

}  // namespace pith::metadata

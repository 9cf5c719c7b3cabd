// Times of day, as they stand after dates.

#include "metadata/dates.hpp"

namespace pith::metadata {
namespace {

class TimeReader {
 public:
  TimeReader(const DateTokens& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  bool read(Date& date) {
    skip_to_time();
    if (!read_packed()) {
      if (!read_hour_and_minute()) return false;
      read_seconds();
    }
    if (meridiem_ < 0 && token().is(WordKind::meridiem)) meridiem_ = tokens_[at_++].word.value;
    while (token().is_mark(U'.')) ++at_;
    if (!to_24_hours()) return false;
    date.hour = static_cast<std::int8_t>(hour_);
    date.minute = static_cast<std::int8_t>(minute_);
    date.second = static_cast<std::int8_t>(second_);
    date.utc_offset_minutes = read_offset();
    return true;
  }

  [[nodiscard]] std::size_t at() const noexcept { return at_; }

 private:
  [[nodiscard]] const DateToken& token(std::size_t ahead = 0) const noexcept {
    static constexpr DateToken end;
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead] : end;
  }

  [[nodiscard]] bool is_number(std::size_t ahead, std::int64_t below) const noexcept {
    const DateToken& one = token(ahead);
    return one.kind == TokenKind::number && one.digits <= 2 && one.value < below;
  }

  /// Small words, weekdays, brackets and dashes between the day and its time; a word that says the half of the day.
  void skip_to_time() noexcept {
    for (int passed = 0; passed < 6; ++passed) {
      if (token().is(WordKind::meridiem)) {
        meridiem_ = tokens_[at_++].word.value;
        continue;
      }
      const bool mark = token().kind == TokenKind::mark && token().mark != U':' && token().mark != U'\n';
      const bool filler = token().is(WordKind::filler);
      if (!mark && !filler && !token().is(WordKind::weekday)) return;
      is_announced_ = is_announced_ || (filler && token().word.value == 1);
      ++at_;
    }
  }

  /// "T160520", "T1605": the basic form of ISO 8601.
  bool read_packed() noexcept {
    const DateToken& number = token();
    const bool after_letter = at_ > 0 && tokens_[at_ - 1].is(WordKind::filler) && !number.space_before &&
                              tokens_[at_ - 1].end - tokens_[at_ - 1].begin == 1;
    if (!after_letter || number.kind != TokenKind::number || (number.digits != 4 && number.digits != 6)) return false;
    const std::int64_t time = number.digits == 4 ? number.value * 100 : number.value;
    if (time / 100 % 100 >= 60 || time % 100 >= 60) return false;
    hour_ = static_cast<int>(time / 10'000);
    minute_ = static_cast<int>(time / 100 % 100);
    if (number.digits == 6) second_ = static_cast<int>(time % 100);
    ++at_;
    return true;
  }

  bool read_hour_and_minute() noexcept {
    if (!is_number(0, 25)) return false;
    hour_ = static_cast<int>(token().value);
    const bool by_unit = token(1).is(WordKind::hour_unit);
    const bool colon = token(1).is_mark(U':');
    // "16.05 Uhr", "kl. 16.05", "16.05 WIB": a point parts hours only where the hour or its zone is named.
    const bool named = is_announced_ || token(3).is(WordKind::hour_unit) || token(3).is(WordKind::zone);
    const bool point = token(1).is_mark(U'.') && token(2).digits == 2 && named;
    if (is_full_hour()) return true;
    if (!by_unit && !colon && !point) return false;
    if (is_number(2, 60) && (by_unit || token(2).digits == 2)) {
      minute_ = static_cast<int>(token(2).value);
      at_ += 3;
      if (token().is(WordKind::minute_unit) || token().is(WordKind::hour_unit)) ++at_;
      return true;
    }
    if (!by_unit) return false;
    minute_ = 0;
    at_ += 2;
    return true;
  }

  /// "4pm", "4 p.m.": the half of the day stands where the minutes would.
  bool is_full_hour() noexcept {
    // German "am" is a small word, which other words follow.
    const bool ends = !token(1).space_before || token(2).kind != TokenKind::other;
    if (!token(1).is(WordKind::meridiem) || hour_ > 12 || !ends) return false;
    minute_ = 0;
    ++at_;
    return true;
  }

  void read_seconds() noexcept {
    if (token().is_mark(U':') && is_number(1, 60)) {
      second_ = static_cast<int>(token(1).value);
      at_ += 2;
      // Fractions say nothing that a reader wants.
      if (token().is_mark(U'.') && token(1).kind == TokenKind::number) at_ += 2;
    } else if (is_number(0, 60) && token(1).is(WordKind::second_unit)) {
      second_ = static_cast<int>(token().value);
      at_ += 2;
    }
  }

  bool to_24_hours() noexcept {
    if (hour_ == 24) hour_ = 0;
    if (meridiem_ < 0 || hour_ > 12) return hour_ < 24;
    if (hour_ == 12) hour_ = 0;
    hour_ += meridiem_;
    return true;
  }

  /// "Z", "+08:00", "EST", "(GMT+7)".
  std::int16_t read_offset() noexcept {
    const std::size_t before = at_;
    if (token().is_mark(U'(') || token().is_mark(U',')) ++at_;
    std::int16_t offset = Date::no_offset;
    if (token().is(WordKind::zone)) offset = tokens_[at_++].word.value;
    const bool may_add = offset == Date::no_offset || offset == 0;
    if (may_add && (token().is_mark(U'+') || token().is_mark(U'-')) && token(1).kind == TokenKind::number) {
      const int sign = token().is_mark(U'-') ? -1 : 1;
      const int minutes = offset_minutes();
      if (minutes >= 0) offset = static_cast<std::int16_t>(sign * minutes);
    }
    if (offset == Date::no_offset) at_ = before;
    if (offset != Date::no_offset && token().is_mark(U')')) ++at_;
    return offset;
  }

  /// After the sign: "08:00", "0800", "8". -1 when it is none.
  int offset_minutes() noexcept {
    const DateToken& number = token(1);
    if (number.digits == 4 && number.value < 1500 && number.value % 100 < 60) {
      at_ += 2;
      return static_cast<int>(number.value / 100 * 60 + number.value % 100);
    }
    if (number.digits > 2 || number.value > 14) return -1;
    const bool has_minutes = token(2).is_mark(U':') && is_number(3, 60);
    // "16:05 - 5 ..." is no offset: one digit needs its zone's name.
    if (!has_minutes && number.digits == 2 && token().space_before && number.space_before) return -1;
    const int minutes = static_cast<int>(number.value) * 60 + (has_minutes ? static_cast<int>(token(3).value) : 0);
    at_ += has_minutes ? 4 : 2;
    return minutes;
  }

  const DateTokens& tokens_;
  std::size_t at_;
  int meridiem_ = -1;
  bool is_announced_ = false;  // by a word that only a time of day follows
  int hour_ = -1;
  int minute_ = -1;
  int second_ = -1;
};

}  // namespace

bool read_time(const DateTokens& tokens, std::size_t& at, Date& date) noexcept {
  TimeReader reader(tokens, at);
  if (!reader.read(date)) return false;
  at = reader.at();
  return true;
}

}  // namespace pith::metadata

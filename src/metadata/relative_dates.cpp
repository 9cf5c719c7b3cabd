// Dates that count from when the page was fetched: "3 hours ago", "yesterday".

#include "metadata/calendars.hpp"
#include "metadata/dates.hpp"

namespace pith::metadata {
namespace {

constexpr std::int64_t minutes_per_day = 1'440;

const DateToken& token_at(const DateTokens& tokens, std::size_t at) noexcept {
  static constexpr DateToken end;
  return at < tokens.size() ? tokens[at] : end;
}

/// So many minutes before `now`: to the minute within the day, to the day beyond it.
Date before(const Date& now, std::int64_t minutes) noexcept {
  const std::int64_t of_day = now.hour >= 0 ? now.hour * 60 + now.minute : 0;
  const std::int64_t then = days_of(now.year, now.month, now.day) * minutes_per_day + of_day - minutes;
  return date_of_days(whole_days(then));
}

}  // namespace

Date read_relative(const DateTokens& tokens, std::size_t& at, const Date& now) noexcept {
  if (!now.known() || now.day == 0) return {};
  if (token_at(tokens, at).is(WordKind::day_word)) {
    const std::int64_t days = token_at(tokens, at).word.value;
    ++at;
    return before(now, days * minutes_per_day);
  }
  const std::size_t number = at + (token_at(tokens, at).is(WordKind::before_ago) ? 1 : 0);
  const bool announced = number > at;
  const bool is_span = token_at(tokens, number).kind == TokenKind::number && token_at(tokens, number).digits <= 3 &&
                       token_at(tokens, number + 1).is(WordKind::span);
  if (!is_span || (!announced && !token_at(tokens, number + 2).is(WordKind::ago))) return {};
  at = number + (announced ? 2 : 3);
  return before(now, token_at(tokens, number).value * token_at(tokens, number + 1).word.value);
}

}  // namespace pith::metadata

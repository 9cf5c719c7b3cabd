// What the page's own URL says: its host, and the day in its path, or in that of the address the page declares.

#include "metadata/calendars.hpp"
#include "metadata/readers.hpp"
#include "metadata/words.hpp"
#include "text/ascii.hpp"

namespace pith::metadata {
namespace {

/// The number of exactly so many digits at `at`, whatever follows them; -1: there are fewer.
int number_at(std::string_view text, std::size_t at, std::size_t digits) noexcept {
  int number = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (at + i >= text.size() || !text::is_ascii_digit(text[at + i])) return -1;
    number = number * 10 + (text[at + i] - '0');
  }
  return number;
}

bool is_parting(char c) noexcept {
  return c == '/' || c == '-' || c == '_' || c == '.';
}

/// Earlier numbers are no years of pages.
Date day_of_page(int year, int month, int day) noexcept {
  constexpr int first_year = 1995;
  return year < first_year ? Date{} : gregorian_day(year, month, day);
}

/// The month that the path names between slashes, "/mar/" or "/march/"; moves `at` to the slash after it. 0: none.
int named_month(std::string_view path, std::size_t& at) noexcept {
  const std::size_t end = path.find('/', at);
  if (end == std::string_view::npos || end - at < 3) return 0;
  const FoundWord month = words().dates.at(path.substr(at, end - at), 0);
  if (month.kind != WordKind::month || month.end != end - at) return 0;
  at = end;
  return month.value;
}

/// "2023/sep/05/" at `at`.
Date day_of_named_month(std::string_view path, std::size_t at) noexcept {
  const int year = number_at(path, at, 4);
  std::size_t next = at + 5;
  if (year < 0 || next >= path.size() || path[at + 4] != '/') return {};
  const int month = named_month(path, next);
  if (month == 0) return {};
  const std::size_t digits = number_at(path, next + 1, 2) >= 0 ? 2 : 1;
  const bool ends = next + 1 + digits >= path.size() || path[next + 1 + digits] == '/';
  return ends ? day_of_page(year, month, number_at(path, next + 1, digits)) : Date{};
}

/// "202309/05" at `at`, as folders of a month hold those of its days.
Date day_below_month(std::string_view path, std::size_t at) noexcept {
  const bool is_month = at + 9 < path.size() && path[at + 6] == '/' && path[at + 9] == '/';
  return is_month ? day_of_page(number_at(path, at, 4), number_at(path, at + 4, 2), number_at(path, at + 7, 2))
                  : Date{};
}

/// "2023/09/05", "2023-09/05", "20230905" at `at`, with no digit before or after.
Date day_at(std::string_view path, std::size_t at) noexcept {
  const int year = number_at(path, at, 4);
  if (year < 0 || (at > 0 && text::is_ascii_digit(path[at - 1]))) return {};
  std::size_t next = at + 4;
  if (next < path.size() && text::is_ascii_digit(path[next])) {
    const bool ends = at + 8 >= path.size() || !text::is_ascii_digit(path[at + 8]);
    return ends ? day_of_page(year, number_at(path, next, 2), number_at(path, next + 2, 2)) : Date{};
  }
  if (next >= path.size() || !is_parting(path[next])) return {};
  const std::size_t month_digits = number_at(path, next + 1, 2) >= 0 ? 2 : 1;
  const int month = number_at(path, next + 1, month_digits);
  next += 1 + month_digits;
  if (next >= path.size() || (!is_parting(path[next]) && month_digits == 2 && !text::is_ascii_digit(path[next])))
    return {};
  if (text::is_ascii_digit(path[next])) {
    // "2023/0905"
    const bool ends = next + 2 >= path.size() || !text::is_ascii_digit(path[next + 2]);
    return ends ? day_of_page(year, month, number_at(path, next, 2)) : Date{};
  }
  const std::size_t day_digits = number_at(path, next + 1, 2) >= 0 ? 2 : 1;
  const int day = number_at(path, next + 1, day_digits);
  const bool ends = next + 1 + day_digits >= path.size() || !text::is_ascii_digit(path[next + 1 + day_digits]);
  return ends ? day_of_page(year, month, day) : Date{};
}

/// The day in the path of an address; unknown when none.
Date day_of_address(std::string_view url) {
  const std::size_t scheme = url.find("://");
  const std::size_t begin = scheme == std::string_view::npos ? scheme : url.find('/', scheme + 3);
  if (begin == std::string_view::npos) return {};
  const std::string_view path = url.substr(begin, url.find_first_of("?#", begin) - begin);
  Date day;
  for (std::size_t at = 0; at < path.size() && !day.known(); ++at) {
    if (!text::is_ascii_digit(path[at]) || (at > 0 && text::is_ascii_digit(path[at - 1]))) continue;
    for (const auto read : {day_at, day_of_named_month, day_below_month}) set_once(day, read(path, at));
  }
  return day;
}

}  // namespace

void read_address(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::address);
  const std::string_view url = input.request.url;
  if (url.find("://") != std::string_view::npos) out.hostname = std::string(host_of(url));
  // Pages are also fetched by addresses that only lead to their own.
  const std::string_view addresses[] = {url, answers.of(MetadataSource::link).canonical_url,
                                        answers.of(MetadataSource::open_graph).canonical_url};
  for (const std::string_view address : addresses) {
    const Date day = day_of_address(address);
    if (is_plausible(day, input.dates.now)) set_once(out.published, day);
  }
}

}  // namespace pith::metadata

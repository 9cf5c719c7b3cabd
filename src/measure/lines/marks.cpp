#include <algorithm>
#include <array>

#include "measure/lines/marks.hpp"
#include "text/ascii.hpp"

namespace pith::measure {
namespace {

using std::u32string_view;

// The word lists below are part of a shape (a unit after a number, the end of a teaser). Phrases that name
// boilerplate are data: src/data/phrases.
constexpr std::array<u32string_view, 21> month_starts = {U"jan",
                                                         U"feb",
                                                         U"mar",
                                                         U"apr",
                                                         U"may",
                                                         U"jun",
                                                         U"jul",
                                                         U"aug",
                                                         U"sep",
                                                         U"oct",
                                                         U"nov",
                                                         U"dec",
                                                         U"m\u00E4r",
                                                         U"mai",
                                                         U"juin",
                                                         U"juil",
                                                         U"ao\u00FBt",
                                                         U"okt",
                                                         U"dez",
                                                         U"\u0434\u0435\u043A",
                                                         U"\u043C\u0430\u0440"};
constexpr std::array<u32string_view, 10> ago_units = {U"hour", U"h",     U"day",  U"minute", U"min",
                                                      U"week", U"month", U"year", U"hr",     U"sec"};
// xiaoshi, fenzhong, tian, ri, nian, geyue, zhou: each before qian, "ago"; traditional and Japanese ones too.
constexpr std::array<u32string_view, 11> cjk_ago_units = {U"\u5C0F\u65F6", U"\u5C0F\u6642", U"\u65F6", U"\u6642\u9593",
                                                          U"\u5206\u949F", U"\u5206\u9418", U"\u5206", U"\u5929",
                                                          U"\u4E2A\u6708", U"\u65E5",       U"\u5E74"};
// yuan, yen, won.
constexpr std::array<u32string_view, 5> price_units = {U"\u5143", U"\u5186", U"\uC6D0", U"usd", U"eur"};
// The CJK ones: more, details, full text.
constexpr std::array<u32string_view, 11> more_endings = {
    U"\u66F4\u591A",     U"\u8BE6\u60C5", U"\u8BE6\u7EC6", U"\u67E5\u770B", U"\u5168\u6587", U"more",
    U"continue reading", U"see all",      U"view all",     U"mehr",         U"weiterlesen"};
constexpr u32string_view cjk_numerals = U"\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341\u767E";

constexpr std::uint16_t word_mask =
    text::is_letter | text::is_digit | text::is_other_number | text::is_mark | text::is_connector;

bool is_one_of(char32_t c, u32string_view set) {
  return set.find(c) != u32string_view::npos;
}

/// NUL outside the line.
char32_t char_at(const LineText& line, std::size_t at) {
  return at < line.size() ? line.lower[at] : U'\0';
}

bool starts_at(const LineText& line, std::size_t at, u32string_view word) {
  return at <= line.size() && u32string_view(line.lower).substr(at, word.size()) == word;
}

template <std::size_t N>
bool any_starts_at(const LineText& line, std::size_t at, const std::array<u32string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](u32string_view word) { return starts_at(line, at, word); });
}

/// Whether no word goes on across `at`. CJK characters are words by themselves.
bool is_boundary(const LineText& line, std::size_t at) {
  if (at == 0 || at >= line.size()) return true;
  return !line.has(at - 1, word_mask) || !line.has(at, word_mask) || line.has(at - 1, text::is_cjk) ||
         line.has(at, text::is_cjk);
}

bool is_digit_at(const LineText& line, std::size_t at) {
  return line.has(at, text::is_digit);
}

/// At most `most` digits from `at`: how many.
std::size_t digits_at(const LineText& line, std::size_t at, std::size_t most) {
  std::size_t count = 0;
  while (count < most && is_digit_at(line, at + count)) ++count;
  return count;
}

std::size_t skip_space(const LineText& line, std::size_t at) {
  return char_at(line, at) == U' ' ? at + 1 : at;
}

/// A run of digits.
struct Number {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] std::size_t size() const { return end - begin; }
};

bool is_year_of_date(const LineText& line, Number number) {
  if (number.size() != 4) return false;
  const bool century = starts_at(line, number.begin, U"19") || starts_at(line, number.begin, U"20");
  if (!century || !is_one_of(char_at(line, number.end), U"-/.\u5E74\uB144")) return false;
  return is_digit_at(line, skip_space(line, number.end + 1));
}

/// 23.3.2024, 3/23/24, 03-23, and month and day with their CJK signs.
bool is_day_of_date(const LineText& line, Number number) {
  const char32_t mark = char_at(line, number.end);
  const std::size_t digits = digits_at(line, number.end + 1, 2);
  if (digits == 0 || number.size() > 2) return false;
  const std::size_t after = number.end + 1 + digits;
  if (mark == U'\u6708') return char_at(line, after) == U'\u65E5';
  if (!is_one_of(mark, U"-/.") || !is_boundary(line, number.begin)) return false;
  if (mark == U'-' && is_boundary(line, after)) return true;
  const std::size_t year = digits_at(line, after + 1, 4);
  return is_one_of(char_at(line, after), U"-/.") && (year == 2 || year == 4) && is_boundary(line, after + 1 + year);
}

/// Walks back over the word that ends at `end` (12 letters: the longest month's name) to where it begins.
std::size_t word_begin(const LineText& line, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && end - begin < 12 && line.has(begin - 1, text::is_letter)) --begin;
  return begin;
}

bool stands_by_month(const LineText& line, Number number) {
  if (number.size() > 2 || !is_boundary(line, number.begin)) return false;
  const std::size_t dot = char_at(line, number.end) == U'.' ? number.end + 1 : number.end;
  if (char_at(line, dot) == U' ' && any_starts_at(line, dot + 1, month_starts)) return true;
  if (number.begin < 4 || line.lower[number.begin - 1] != U' ' || !is_boundary(line, number.end)) return false;
  const std::size_t end = number.begin - (line.lower[number.begin - 2] == U'.' ? 2 : 1);
  const std::size_t begin = word_begin(line, end);
  return begin < end && any_starts_at(line, begin, month_starts);
}

bool is_ago(const LineText& line, Number number) {
  const std::size_t unit = skip_space(line, number.end);
  for (const u32string_view word : cjk_ago_units) {
    if (starts_at(line, unit, word) && char_at(line, unit + word.size()) == U'\u524D') return true;
  }
  for (const u32string_view word : ago_units) {
    if (!starts_at(line, unit, word)) continue;
    const std::size_t after = unit + word.size() + (char_at(line, unit + word.size()) == U's' ? 1 : 0);
    if (starts_at(line, after, U" ago")) return true;
  }
  return false;
}

bool is_time(const LineText& line, Number number) {
  const bool colon = is_one_of(char_at(line, number.end), U":\uFF1A");
  return colon && number.size() <= 2 && is_boundary(line, number.begin) && digits_at(line, number.end + 1, 2) == 2;
}

bool is_price(const LineText& line, Number number) {
  const std::size_t before = number.begin > 1 && line.lower[number.begin - 1] == U' ' ? 2 : 1;
  if (number.begin >= before && line.has(number.begin - before, text::is_currency)) return true;
  const std::size_t unit = skip_space(line, number.end);
  return line.has(unit, text::is_currency) || any_starts_at(line, unit, price_units);
}

/// One past the last code point that belongs to a word.
std::size_t last_word_end(const LineText& line) {
  std::size_t end = line.size();
  while (end > 0 && !line.has(end - 1, word_mask)) --end;
  return end;
}

/// Code points from `at` on that are in `set` or digits.
std::size_t numeral_end(const LineText& line, std::size_t at) {
  while (is_digit_at(line, at) || (at < line.size() && is_one_of(line.lower[at], cjk_numerals))) ++at;
  return at;
}

}  // namespace

void LineText::assign(std::string_view utf8) {
  lower.clear();
  classes.clear();
  if (utf8.size() <= longest_line) return append(utf8);
  append(utf8.substr(0, text::code_point_start(utf8, longest_line / 2)));
  append(utf8.substr(text::code_point_start(utf8, utf8.size() - longest_line / 2)));
}

void LineText::append(std::string_view utf8) {
  // Most text: one look instead of three.
  static const auto ascii_classes = [] {
    std::array<std::uint16_t, 128> all{};
    for (char32_t c = 0; c < all.size(); ++c) all[c] = text::class_of(c);
    return all;
  }();
  std::size_t count = lower.size();
  lower.resize(count + utf8.size());
  classes.resize(count + utf8.size());
  for (std::size_t at = 0; at < utf8.size(); ++count) {
    const char32_t c = text::next_code_point(utf8, at);
    const bool ascii = c < ascii_classes.size();
    classes[count] = ascii ? ascii_classes[c] : text::class_of(c);
    lower[count] = ascii ? static_cast<char32_t>(text::to_lower_ascii(static_cast<char>(c))) : text::to_lower(c);
  }
  lower.resize(count);
  classes.resize(count);
}

NumberMarks find_number_marks(const LineText& line) {
  NumberMarks found;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (!is_digit_at(line, at)) continue;
    Number number{at, at};
    while (is_digit_at(line, number.end)) ++number.end;
    found.date =
        found.date || is_year_of_date(line, number) || is_day_of_date(line, number) || stands_by_month(line, number);
    found.ago = found.ago || is_ago(line, number);
    found.time = found.time || is_time(line, number);
    found.price = found.price || is_price(line, number);
    at = number.end - 1;
  }
  return found;
}

bool has_phone_number(const LineText& line) {
  constexpr std::size_t shortest = 10;  // code points with the spaces and dashes between the digits
  std::size_t first = line.size();      // digit of the present run
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (is_digit_at(line, at)) {
      first = std::min(first, at);
      if (at + 1 - first >= shortest) return true;
    } else if (!is_one_of(line.lower[at], U" ().-")) {
      first = line.size();
    }
  }
  return false;
}

bool ends_with_more(const LineText& line) {
  const std::size_t end = last_word_end(line);
  const u32string_view all = line.lower;
  const u32string_view tail = all.substr(end);
  if (tail.find_first_of(U"\u00BB\u203A\u2192") != u32string_view::npos) return true;
  if (tail.find(U">>") != u32string_view::npos) return true;
  for (const u32string_view word : more_endings) {
    if (end >= word.size() && all.substr(end - word.size(), word.size()) == word &&
        is_boundary(line, end - word.size())) {
      return true;
    }
  }
  return false;
}

bool starts_with_list_number(const LineText& line) {
  const std::size_t open = is_one_of(char_at(line, 0), U"(\uFF08") ? 1 : 0;
  const std::size_t end = numeral_end(line, open);
  const char32_t next = char_at(line, end);
  if (char_at(line, 0) == U'\u7B2C') {  // di: "chapter", "section", ... follow the number
    const std::size_t unit = numeral_end(line, 1);
    return unit > 1 && is_one_of(char_at(line, unit), U"\u7AE0\u8282\u7BC7\u6761\u90E8");
  }
  if (end == open) return false;
  if (open == 1) return is_one_of(next, U")\uFF09");
  const std::size_t digits = digits_at(line, 0, 4);
  if (digits == 0) return next == U'\u3001';
  if (digits != end) return false;
  return (digits <= 3 && is_one_of(next, U".)\u3001\uFF0E:\uFF1A")) || (digits == 2 && next == U' ');
}

bool is_key_value(const LineText& line) {
  constexpr std::size_t longest_key = 12;
  const std::size_t colon = u32string_view(line.lower).substr(0, longest_key + 1).find_first_of(U":\uFF1A");
  return colon != std::u32string::npos && colon >= 1 && colon <= longest_key && line.size() > colon + 1;
}

}  // namespace pith::measure

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>

#include "text/text.hpp"
#include "text/valid_utf8.hpp"

using pith::text::class_of;
using pith::text::guess_language;
using pith::text::next_code_point;
using pith::text::valid_utf8_prefix;

TEST_CASE("valid UTF-8 is told from what is not") {
  const std::string valid = "a\u00E9\u6CB3\U0001F30A";
  CHECK(valid_utf8_prefix(valid) == valid.size());

  CHECK(valid_utf8_prefix("ab\x80") == 2);              // a continuation alone
  CHECK(valid_utf8_prefix("ab\xC3") == 2);              // cut off
  CHECK(valid_utf8_prefix("ab\xC0\xAF") == 2);          // overlong
  CHECK(valid_utf8_prefix("ab\xED\xA0\x80") == 2);      // a surrogate
  CHECK(valid_utf8_prefix("ab\xF4\x90\x80\x80") == 2);  // above U+10FFFF
  CHECK(valid_utf8_prefix(std::string(100, 'x') + "\xFF") == 100);
}

TEST_CASE("a fault is found wherever it stands in Chinese text") {
  std::string han;
  for (int i = 0; i < 12; ++i) han += "\u6CB3\u9FFF";
  CHECK(valid_utf8_prefix(han) == han.size());
  for (std::size_t at = 0; at < han.size(); ++at) {
    CAPTURE(at);
    const std::size_t start = at / 3 * 3;
    std::string faulty = han;
    faulty[at] = 'x';
    CHECK(valid_utf8_prefix(faulty) == (at == start ? at + 1 : start));
    faulty = std::string(han).replace(start, 3, "\xED\xA0\x80");  // a surrogate
    CHECK(valid_utf8_prefix(faulty) == start);
    faulty.replace(start, 3, "\xE0\x9F\xBF");  // overlong
    CHECK(valid_utf8_prefix(faulty) == start);
    CHECK(valid_utf8_prefix(std::string_view(han).substr(0, at)) == start);
  }
}

TEST_CASE("valid UTF-8 ends at the same byte on every processor") {
  using namespace std::string_view_literals;
  static constexpr std::string_view valid[] = {
      "\u0080", "\u07FF",     "\u0800",     "\uD7FF", "\uE000",
      "\uFFFF", "\U00010000", "\U0010FFFF", "\u6CB3", "a plain line of seventy "};
  // Bytes at the borders of what leads and continuations may be, and sequences that something must follow.
  static constexpr std::string_view others[] = {
      "\0"sv,     "\x7F",     "\x80",     "\x8F",         "\x90",         "\x9F",     "\xA0",         "\xBF",
      "\xC0",     "\xC1",     "\xC2",     "\xDF",         "\xE0",         "\xED",     "\xEF",         "\xF0",
      "\xF4",     "\xF5",     "\xFF",     "\xE0\xA0",     "\xE0\x9F\xBF", "\xED\x9F", "\xED\xA0\x80", "\xF0\x90",
      "\xF0\x8F", "\xF4\x8F", "\xF4\x90", "\xF0\x90\x80", "\xF4\x8F\xBF"};
  std::mt19937 random(3);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t size = random() % 300;
    while (text.size() < size) text += valid[random() % std::size(valid)];
    const std::size_t place = pith::text::code_point_start(text, random() % (text.size() + 1));
    text.insert(place, others[random() % std::size(others)]);
    text.resize(text.size() - random() % std::min<std::size_t>(text.size(), 4));
    REQUIRE(valid_utf8_prefix(text) == pith::text::portable_valid_utf8_prefix(text, 0));
  }
}

TEST_CASE("code points are read and written") {
  for (const char32_t code_point : {U'a', U'\u00E9', U'\u6CB3', U'\U0001F30A', U'\U0010FFFF'}) {
    std::string text;
    pith::text::append_utf8(text, code_point);
    std::size_t position = 0;
    CHECK(next_code_point(text, position) == code_point);
    CHECK(position == text.size());
  }
}

TEST_CASE("properties of characters") {
  using namespace pith::text;
  CHECK((class_of(U'a') & (is_letter | is_lower)) == (is_letter | is_lower));
  CHECK((class_of(U'\u0416') & is_upper) != 0);
  CHECK((class_of(U'7') & is_digit) != 0);
  CHECK((class_of(U'\u6CB3') & is_cjk) != 0);
  CHECK((class_of(U'\u3002') & is_punctuation) != 0);
  CHECK((class_of(U'\u3000') & is_space) != 0);
  CHECK((class_of(U'_') & is_connector) != 0);
  CHECK((class_of(U'\u20AC') & is_currency) != 0);
  CHECK(to_lower(U'\u0416') == U'\u0436');
  CHECK(to_lower(U'1') == U'1');
}

TEST_CASE("the language is guessed from script and common words") {
  CHECK(guess_language("\u6CB3\u6C34\u8FDE\u591C\u4E0A\u6DA8\uFF0C\u8FD9\u4E2A\u8001\u57CE\u7684\u5C45\u6C11\u90FD"
                       "\u88AB\u8F6C\u79FB\u4E86\u3002") == "zh-Hans");
  CHECK(guess_language("\u5DDD\u306E\u6C34\u304C\u5897\u3048\u3066\u3001\u753A\u306E\u4EBA\u3005\u306F\u907F\u96E3"
                       "\u3057\u307E\u3057\u305F\u3002") == "ja");
  CHECK(guess_language("The river rose by two metres and the lower town had to be cleared, said the mayor of it.") ==
        "en");
  CHECK(guess_language(
            "Der Fluss stieg um zwei Meter, und die untere Stadt musste vor dem Morgen ger\u00E4umt werden.") == "de");
  CHECK(guess_language("12 34").empty());
}

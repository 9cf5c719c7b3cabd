// The grammar of rows: which phrases a row stands for, and what its slots take.
#include "rules/forms.hpp"

#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "loaded_rules.hpp"
#include "rules/rule_set.hpp"

using pith::Category;
using pith::rules::Match;
using pith::rules::Slot;

namespace {

/// The forms of a row without slots.
std::vector<std::string> words_of(std::string_view row) {
  std::vector<std::string> words;
  const auto all = pith::rules::forms_of(row, false);
  REQUIRE(all.wrong.empty());
  for (std::size_t k = 0; k < all.size(); ++k) {
    std::string joined;
    for (const auto& piece : all.form(k)) joined += all.words_of(piece);
    words.push_back(joined);
  }
  return words;
}

using Words = std::vector<std::string>;

pith::Rules rules_of(const std::string& kind, const std::string& text) {
  auto loaded = pith::load_rules("# pith phrases 1\nhot_topics\t" + kind + "\t" + text + "\n");
  REQUIRE(loaded);
  return loaded.value();
}

pith::rules::PhraseMatch match(const std::string& kind, const std::string& text, const std::string& line) {
  const pith::Rules rules = rules_of(kind, text);
  std::string scratch;
  return pith::rules::match_line(pith::LoadedRules::of(rules).set, line,
                                 scratch)[static_cast<std::size_t>(Category::hot_topics)];
}

bool is_line(const std::string& text, const std::string& line) {
  return match("line", text, line).match == Match::line;
}

std::string refusal(const std::string& text) {
  const auto loaded = pith::load_rules("# pith phrases 1\nshare\tline\t" + text + "\n");
  REQUIRE_FALSE(loaded.has_value());
  return loaded.error().message;
}

}  // namespace

TEST_CASE("alternatives are multiplied out") {
  CHECK(words_of("zyx (a|b) (c|d)") == Words{"zyx a c", "zyx a d", "zyx b c", "zyx b d"});
  CHECK(words_of("zyx( more|)") == Words{"zyx more", "zyx"});
  CHECK(words_of("zyx(s|)") == Words{"zyxs", "zyx"});
  CHECK(words_of("a (b (c|d)|e)") == Words{"a b c", "a b d", "a e"});
}

TEST_CASE("parentheses without alternatives are punctuation, as in files without a grammar") {
  CHECK(words_of("(The end)") == Words{"the end"});
  CHECK(words_of("copyright(c)2024") == Words{"copyright c 2024"});
  CHECK(words_of("smile :( now") == Words{"smile now"});
  CHECK(words_of("a | b") == Words{"a b"});
  CHECK(words_of("E-Mail *") == Words{"e mail"});
  CHECK(words_of("(a (b)|c)") == Words{"a b", "c"});
}

TEST_CASE("a number is written as people write it") {
  for (const char* number : {"7", "1,204", "1.2k", "3\u4E07"}) {
    INFO(number);
    CHECK(is_line("{number} quokkas", std::string(number) + " quokkas"));
    CHECK(is_line("quokkas ({number})", "Quokkas (" + std::string(number) + ")"));
  }
  CHECK_FALSE(is_line("{number} quokkas", "seven quokkas"));
  CHECK_FALSE(is_line("{number} quokkas", "7 big quokkas"));
  CHECK(match("line", "{number} quokkas", "all 7 quokkas").match == Match::none);
  CHECK(is_line("{number}\u6761\u5F02\u8BBA", "12\u6761\u5F02\u8BBA"));
}

TEST_CASE("a year is one of this century or the last, or a span of two") {
  CHECK(is_line("zyx {year}", "zyx 2024"));
  CHECK(is_line("zyx {year}", "zyx 1998-2024"));
  CHECK(match("line", "zyx {year}", "zyx 3024").match == Match::none);
  CHECK_FALSE(is_line("zyx {year}", "zyx 2024 again"));
}

TEST_CASE("a date is numbers with their months, days and units") {
  for (const char* date : {"2024-05-12 08:30", "12 May 2024", "May 12, 2024 at 9 am", "2024\u5E745\u670812\u65E5"}) {
    INFO(date);
    CHECK(is_line("zyx: {date}", std::string("zyx: ") + date));
  }
  CHECK(match("line", "zyx: {date}", "zyx: of old").match == Match::none);
  CHECK(match("prefix", "zyx: {date}", "zyx: 2024, and the boats came in again").match == Match::prefix);
}

TEST_CASE("an open slot takes the rest of the line, and nothing longer") {
  CHECK(is_line("zyx by {name}", "Zyx by Ann Otter"));
  CHECK(match("line", "zyx by {name}", "Zyx by 40 otters").match == Match::none);
  CHECK(is_line("zyx by {site}", "Zyx by 40 otters"));
  CHECK(match("line", "zyx by {site}", "Zyx by").match == Match::none);
  CHECK(match("line", "zyx by {words}", "Zyx by " + std::string(120, 'o')).match == Match::none);
}

TEST_CASE("an open slot ends where the words after it stand") {
  CHECK(is_line("more {words} on zyx", "More of the small things on zyx"));
  CHECK(match("line", "more {words} on zyx", "More of the small things").match == Match::none);
  CHECK(match("line", "more {words} on zyx", "More on zyx").match == Match::none);
}

TEST_CASE("slots count for the share of the line") {
  CHECK(match("line", "zyx by {name}", "Zyx by Ann Otter").share == doctest::Approx(1));
  CHECK(match("prefix", "zyx by", "Zyx by Ann Otter").share == doctest::Approx(6.0 / 16));
}

TEST_CASE("a phrase of kind alone names its line, and is no evidence") {
  const pith::Rules rules = rules_of("alone", "zyx( {number}|)");
  const auto& set = pith::LoadedRules::of(rules).set;
  CHECK(pith::rules::named_alone(set, "zyx") == Category::hot_topics);
  CHECK(pith::rules::named_alone(set, "zyx 12") == Category::hot_topics);
  CHECK(pith::rules::named_alone(set, "the zyx") == Category::content);
  CHECK(pith::rules::named_alone(set, "") == Category::content);
  CHECK(match("alone", "zyx", "Zyx").match == Match::none);
  CHECK(match("line", "zyx", "the zyx").match == Match::inside);
}

TEST_CASE("a long line is no end for an open slot of its beginning") {
  const std::string line = "Zyx by Ann" + std::string(500, ' ') + "who sailed";
  CHECK(match("prefix", "zyx by {name}", line).match == Match::none);
}

TEST_CASE("what a row says wrongly is told") {
  CHECK(refusal("zyx {names}").starts_with("unknown slot {names}; expected {number}"));
  CHECK(refusal("(zyx|abc").starts_with("a group that begins with ( and has a | ends nowhere"));
  CHECK(refusal("{name} zyx") == "a phrase may begin with {number}, {year} or {date}, not with another slot");
  CHECK(refusal("zyx {name} {year}").starts_with("nothing tells where a {name}"));
  CHECK(refusal("(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)").starts_with("the row stands for more than 256"));
  CHECK(refusal(std::string(9000, '(')) == "expected at most 8192 bytes, found 9000");
  CHECK(refusal("({number}|)").starts_with("the phrase has no letters"));
  CHECK(refusal("(((((a|b)|c)|d)|e)|f)").starts_with("groups within groups"));
  CHECK(refusal("(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)" + std::string(2000, 'x'))
            .starts_with("the row stands for more than 65"));
}

TEST_CASE("a line of nothing but beginnings is looked at in time that grows with it") {
  const pith::Rules rules = rules_of("line", "zyx {words} end of zyx");
  const auto& set = pith::LoadedRules::of(rules).set;
  std::string line;
  for (int k = 0; k < 40'000; ++k) line += "zyx ";
  pith::rules::LineMatches found{};
  const auto began = std::chrono::steady_clock::now();
  pith::rules::match_folded_line(set, line, found);
  CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds(5));
  CHECK(found.found == 0);
}

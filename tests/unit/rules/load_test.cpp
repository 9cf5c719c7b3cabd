#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <string>

#include "loaded_rules.hpp"
#include "rules/rule_set.hpp"

using pith::Category;
using pith::rules::Match;

namespace {

constexpr const char* header = "# pith phrases 1\n";

pith::rules::PhraseMatch match_of(const pith::Rules& rules, Category category, const std::string& line) {
  std::string scratch;
  return pith::rules::match_line(pith::LoadedRules::of(rules).set, line, scratch)[static_cast<std::size_t>(category)];
}

/// The error of a file that must be refused.
pith::Error refusal(const std::string& file) {
  const auto rules = pith::load_rules(file);
  REQUIRE_FALSE(rules.has_value());
  return rules.error();
}

}  // namespace

TEST_CASE("a wrong file is refused with its line and what was expected") {
  CHECK(refusal("").line == 1);
  CHECK(refusal("disclaimer\tline\tx\tx\t-\n").line == 1);

  const pith::Error fields = refusal(std::string(header) + "# a comment\n\nshare\tline\tPress F1\tPress F1\n");
  CHECK(fields.line == 4);
  CHECK(fields.message ==
        "expected 3 or 5 tab-separated fields (category, match, text, or these, example, counter_example), found 4");

  CHECK(refusal(std::string(header) + "sharing\tline\tPress F1\tPress F1\t-\n").message ==
        "unknown category \"sharing\"");
  CHECK(refusal(std::string(header) + "share\tanywhere\tPress F1\tPress F1\t-\n").message ==
        "unknown match \"anywhere\"; expected line, prefix, suffix, heading or alone");
  CHECK(refusal(std::string(header) + "share\tline\t!!\t!!\t-\n").message == "the phrase has no letters: \"!!\"");
  CHECK(refusal("# pith attributes 1\nnav-bar\tnav\n").message ==
        "a word is made of the letters a to z, found \"nav-bar\"");
  CHECK(refusal("# pith attributes 1\nnavbar\tmenu\n").message == "unknown group \"menu\"");
  CHECK(refusal("# pith box categories 1\nmenu\tshare\n").message == "unknown group \"menu\"");
  CHECK(refusal("# pith box categories 1\nnav\tmenu\n").message == "unknown category \"menu\"");
  CHECK(refusal("# pith box categories 1\nnav\n").message.starts_with("expected 2 or 3 tab-separated fields"));
}

TEST_CASE("a file that is no UTF-8 is refused with the line of its first wrong byte") {
  const pith::Error error = refusal(std::string(header) + "share\tline\tPass it on\nshare\tline\tPass \xF0 on\n");
  CHECK(error.line == 3);
  CHECK(error.message == "expected UTF-8, found other bytes");
}

TEST_CASE("a reason is one short line, whatever the file holds") {
  const std::string long_name(5000, 'x');
  CHECK(refusal(header + long_name + "\tline\ty\n").message == "unknown category \"" + std::string(60, 'x') + "...\"");
  CHECK(refusal(std::string(header) + "sh\rare\tline\ty\n").message == "unknown category \"sh?are\"");
  CHECK(refusal(std::string(header) + "share\tline\t{" + long_name + "}\n").message.size() < 300);
  CHECK(refusal("# pith line patterns 1\n" + long_name + "\tshare\ty\n").message.size() < 300);
  CHECK(refusal("# pith category words 1\n" + long_name + "\tshare\ty\n").message.size() < 300);
  CHECK(refusal("# pith model 1\n" + long_name + "\ty\n").message.size() < 300);
}

TEST_CASE("rows are added to the shipped ones") {
  const auto rules = pith::load_rules(std::string(header) +
                                      "app_promo\tprefix\tGet the Herald on\tGet the Herald on your phone\t-\r\n"
                                      "related\theading\tFrom our cellar\tFrom our cellar\t-\n");
  REQUIRE(rules.has_value());

  CHECK(match_of(rules.value(), Category::app_promo, "Get the HERALD on: your watch").match == Match::prefix);
  CHECK(match_of(rules.value(), Category::related, "From our cellar").heading);
  CHECK(match_of(rules.value(), Category::related, "Related articles").match == Match::line);
  CHECK(match_of(pith::builtin_rules(), Category::app_promo, "Get the Herald on your phone").match == Match::none);
}

TEST_CASE("a row may leave out both examples") {
  const auto rules = pith::load_rules(std::string(header) + "app_promo\tprefix\tGet the Herald on\n");
  REQUIRE(rules.has_value());
  CHECK(match_of(rules.value(), Category::app_promo, "Get the Herald on your phone").match == Match::prefix);
}

TEST_CASE("a phrase matches as its kind says") {
  const auto rules = pith::load_rules(std::string(header) + "share\tline\tpass it on\tpass it on\t-\n" +
                                      "end_mark\tsuffix\tso it went\tand so it went\t-\n" +
                                      "disclaimer\tprefix\tno promises\tno promises made\t-\n");
  REQUIRE(rules.has_value());
  const auto match = [&](Category category, const std::string& line) {
    return match_of(rules.value(), category, line).match;
  };

  CHECK(match(Category::share, "  Pass it on!  ") == Match::line);
  CHECK(match(Category::share, "Read it and pass it on to your friends") == Match::inside);
  CHECK(match(Category::share, "They compass it one by one") == Match::none);
  CHECK(match(Category::end_mark, "The river fell, and so it went.") == Match::suffix);
  CHECK(match(Category::disclaimer, "No promises: all is as it was") == Match::prefix);
  CHECK(match(Category::disclaimer, "We make no promises") == Match::inside);
  CHECK(match_of(rules.value(), Category::share, "pass it on").share == doctest::Approx(1));
}

TEST_CASE("words of class names match whole") {
  const auto& set = pith::LoadedRules::of(pith::builtin_rules()).set;
  const auto nav = pith::rules::attribute_group("nav");
  const auto comment = pith::rules::attribute_group("comment");

  CHECK((pith::rules::match_attribute(set, "main-nav") & nav) != 0);
  CHECK((pith::rules::match_attribute(set, "mainNav") & nav) != 0);
  CHECK((pith::rules::match_attribute(set, "post_comments wide") & comment) != 0);
  CHECK((pith::rules::match_attribute(set, "navigate-me-not navy") & nav) == 0);
  CHECK(pith::rules::match_attribute(set, "padding") == 0);
}

TEST_CASE("box categories of one's own are asked after the shipped ones, and go with a file that is refused") {
  const auto signature = pith::rules::attribute_group("signature");
  const auto nav = pith::rules::attribute_group("nav");
  const auto rules = pith::load_rules("# pith box categories 1\nsignature\tcredit_line\nnav\tshare\n");
  REQUIRE(rules.has_value());
  const auto& set = pith::LoadedRules::of(rules.value()).set;
  CHECK(pith::rules::category_of_groups(set, signature) == Category::credit_line);
  CHECK(pith::rules::category_of_groups(set, signature | nav) == Category::navigation);

  pith::rules::RuleSet empty;
  REQUIRE_FALSE(pith::rules::add_rows("# pith box categories 1\nnav\tshare\nnav\tmenu\n", empty).has_value());
  CHECK(empty.box_categories.empty());
}

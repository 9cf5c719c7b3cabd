// Phrases in lines. The rows of the shipped packs are run by rows_test.cpp.
#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <string>

#include "loaded_rules.hpp"
#include "rules/rule_set.hpp"

using pith::Category;
using pith::rules::Match;

namespace {

pith::Rules rules_of(const std::string& rows) {
  auto loaded = pith::load_rules("# pith phrases 1\n" + rows);
  REQUIRE(loaded);
  return loaded.value();
}

Match match(const pith::Rules& rules, const std::string& line, Category category) {
  std::string scratch;
  return pith::rules::match_line(pith::LoadedRules::of(rules).set, line, scratch)[static_cast<std::size_t>(category)]
      .match;
}

bool may_begin(const pith::Rules& rules, const std::string& line) {
  std::string scratch;
  return pith::rules::may_begin_phrase(pith::LoadedRules::of(rules).set, line, scratch);
}

}  // namespace

TEST_CASE("phrases that begin alike are told apart by what follows") {
  const pith::Rules rules = rules_of(
      "app_promo\tline\tquokka reader for tablets\tQuokka reader for tablets\t-\n"
      "share\tline\tquokka reader for phones\tQuokka reader for phones\t-\n"
      "hot_topics\tline\tquokka\tQuokka\t-\n");

  CHECK(match(rules, "Quokka Reader for Tablets", Category::app_promo) == Match::line);
  CHECK(match(rules, "Quokka Reader for Tablets", Category::share) == Match::none);
  CHECK(match(rules, "Quokka Reader for Phones", Category::share) == Match::line);
  CHECK(match(rules, "Quokka Reader for Radios", Category::share) == Match::none);
  CHECK(match(rules, "Quokka", Category::hot_topics) == Match::line);
  CHECK(match(rules, "Quokka Reader for Tablets", Category::hot_topics) == Match::inside);
}

TEST_CASE("a phrase after the beginning of another is found") {
  const pith::Rules rules = rules_of(
      "share\tline\tzebra zebra crossing\tZebra zebra crossing\t-\n"
      "app_promo\tsuffix\tzebra cross\tWalk the zebra cross\t-\n");

  CHECK(match(rules, "zebra zebra cross", Category::app_promo) == Match::suffix);
  CHECK(match(rules, "zebra zebra zebra crossing", Category::share) == Match::inside);
}

TEST_CASE("phrases stand at the borders of words, in CJK anywhere") {
  const pith::Rules rules = rules_of(
      "share\tprefix\tquog\tQuog us\t-\n"
      "app_promo\tprefix\t\u6DF1\u6DF1\u6D77\t\u6DF1\u6DF1\u6D77\u7248\t-\n");

  CHECK(match(rules, "xquog it", Category::share) == Match::none);
  CHECK(match(rules, "quogs", Category::share) == Match::none);
  CHECK(match(rules, "a quog", Category::share) == Match::inside);
  CHECK(match(rules, "\u4E0B\u8F7D\u6DF1\u6DF1\u6D77", Category::app_promo) == Match::inside);
}

TEST_CASE("a line that begins no phrase is told by its beginning") {
  const pith::Rules rules = rules_of("share\tprefix\tquokka reader\tQuokka reader now\t-\n");

  CHECK(may_begin(rules, "Quokka Reader, the new one"));
  CHECK(may_begin(rules, ">> quokka reader"));
  CHECK_FALSE(may_begin(rules, "Xylophones were played all night"));
}

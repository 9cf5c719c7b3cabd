// Every row of the shipped rules finds its example and lets its counter-example be.
#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <string>

#include "rules/rule_set.hpp"

using pith::rules::Match;
using pith::rules::MatchKind;
using pith::rules::Phrase;
using pith::rules::PhraseMatch;

namespace {

const pith::rules::RuleSet& shipped() {
  return pith::builtin_rules().set();
}

/// Whether rows of the phrase's category match the line at least as the phrase's kind says.
bool matches(const Phrase& phrase, const std::string& line) {
  std::string scratch;
  const auto found = pith::rules::match_line(shipped(), line, scratch);
  const PhraseMatch& match = found[static_cast<std::size_t>(phrase.category)];
  switch (phrase.kind) {
    case MatchKind::line:
    case MatchKind::heading:
      return match.match == Match::line;
    case MatchKind::prefix:
      return match.match >= Match::prefix;
    case MatchKind::suffix:
      return match.match >= Match::suffix;
  }
  return false;
}

}  // namespace

TEST_CASE("every phrase finds its example") {
  REQUIRE(shipped().phrases.size() > 2500);
  for (const Phrase& phrase : shipped().phrases) {
    INFO(phrase.language << ": " << phrase.text << ": " << phrase.example);
    CHECK(matches(phrase, phrase.example));
  }
}

TEST_CASE("no phrase finds its counter-example") {
  std::size_t counter_examples = 0;
  for (const Phrase& phrase : shipped().phrases) {
    if (phrase.counter_example == "-") continue;
    INFO(phrase.language << ": " << phrase.text << ": " << phrase.counter_example);
    CHECK_FALSE(matches(phrase, phrase.counter_example));
    ++counter_examples;
  }
  CHECK(counter_examples * 10 > shipped().phrases.size() * 9);
}

TEST_CASE("every class word is found as a word, and only as one") {
  REQUIRE(shipped().attribute_words.size() > 300);
  for (const auto& row : shipped().attribute_words) {
    const std::string& word = row.first;
    const auto groups = row.second;
    INFO(word);
    CHECK((pith::rules::match_attribute(shipped(), "x-" + word) & groups) == groups);
    CHECK(pith::rules::match_attribute(shipped(), "qzq" + word + "qzq") == 0);
  }
}

// Every row of the shipped rules finds its example and lets its counter-example be.
#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "loaded_rules.hpp"
#include "rules/rule_set.hpp"

using pith::rules::Match;
using pith::rules::MatchKind;
using pith::rules::Phrase;
using pith::rules::PhraseMatch;

namespace {

const pith::rules::RuleSet& shipped() {
  return pith::LoadedRules::of(pith::builtin_rules()).set;
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

/// A row of the phrase packs in src/data. The library has only the phrase: examples are for this test and for readers.
struct Row {
  std::string file;
  Phrase phrase;
  std::string example;
  std::string counter_example;
};

std::vector<Row> phrase_rows() {
  std::vector<Row> rows;
  for (const auto& file : pith::rules::embedded_files()) {
    if (!file.name.starts_with("phrases/")) continue;
    std::ifstream lines(PITH_DATA_DIR "/" + std::string(file.name), std::ios::binary);
    REQUIRE(lines);
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line.front() == '#') continue;
      std::istringstream fields(line);
      std::string field[5];
      for (std::string& one : field) std::getline(fields, one, '\t');
      const Phrase& phrase = shipped().phrases.at(rows.size());  // the set has them in the order of the files
      REQUIRE(field[0] == pith::name_of(phrase.category));
      REQUIRE(phrase.text == field[2]);
      rows.push_back({std::string(file.name), phrase, field[3], field[4]});
    }
  }
  REQUIRE(rows.size() == shipped().phrases.size());
  return rows;
}

}  // namespace

TEST_CASE("every phrase finds its example") {
  const std::vector<Row> rows = phrase_rows();
  REQUIRE(rows.size() > 2500);
  for (const Row& row : rows) {
    INFO(row.file << ": " << row.phrase.text << ": " << row.example);
    CHECK(matches(row.phrase, row.example));
  }
}

TEST_CASE("no phrase finds its counter-example") {
  const std::vector<Row> rows = phrase_rows();
  std::size_t counter_examples = 0;
  for (const Row& row : rows) {
    if (row.counter_example == "-") continue;
    INFO(row.file << ": " << row.phrase.text << ": " << row.counter_example);
    CHECK_FALSE(matches(row.phrase, row.counter_example));
    ++counter_examples;
  }
  CHECK(counter_examples * 10 > rows.size() * 9);
}

TEST_CASE("what is compiled in has neither examples nor comments") {
  for (const auto& file : pith::rules::embedded_files()) {
    if (!file.name.starts_with("phrases/")) continue;
    INFO(file.name);
    std::istringstream lines{std::string(file.bytes)};
    std::string line;
    REQUIRE(std::getline(lines, line));
    CHECK(line == "# pith phrases 1");
    while (std::getline(lines, line)) {
      CHECK_FALSE(line.starts_with('#'));
      CHECK(std::count(line.begin(), line.end(), '\t') == 2);
    }
  }
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

// Every row of the shipped rules finds its example and lets its counter-example be.
#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "builtin.hpp"
#include "loaded_rules.hpp"
#include "rules/rule_set.hpp"
#include "support/lexicon_rows.hpp"
#include "support/tab_rows.hpp"
#include "text/text.hpp"

using pith::rules::RowMatch;
using pith::testing::is_as_kind_says;
using pith::testing::LexiconRow;

namespace {

const pith::rules::RuleSet& shipped() {
  return pith::LoadedRules::of(pith::builtin_rules()).set;
}

/// Whether row `phrase` finds the line as its kind says.
bool finds(std::uint32_t phrase, const std::string& line) {
  std::string scratch;
  std::vector<RowMatch> found;
  pith::rules::find_rows(shipped(), line, scratch, found);
  return std::any_of(found.begin(), found.end(), [phrase](const RowMatch& match) {
    return match.phrase == phrase && is_as_kind_says(shipped().phrases[phrase].kind, match.match);
  });
}

/// The rows of the phrase packs in src/data. The library has only the phrases: examples are for this test and readers.
std::vector<LexiconRow> phrase_rows() {
  std::vector<LexiconRow> rows;
  for (const auto& file : pith::embedded_files()) {
    if (!file.name.starts_with("phrases/")) continue;
    pith::testing::read_lexicon_file(PITH_DATA_DIR "/" + std::string(file.name), rows);
  }
  REQUIRE(rows.size() == shipped().phrases.size());
  return rows;
}

std::string folded(const std::string& text) {
  std::string out;
  pith::text::append_folded(text, out);
  return out;
}

}  // namespace

TEST_CASE("every phrase finds its example, and not its counter-example") {
  const std::vector<LexiconRow> rows = phrase_rows();
  REQUIRE(rows.size() > 600);
  for (std::uint32_t i = 0; i < rows.size(); ++i) {
    const LexiconRow& row = rows[i];
    INFO(row.language << ": " << row.text << ": " << row.example << " / " << row.counter_example);
    REQUIRE(shipped().phrases[i].text == row.text);  // the set has them in the order of the files
    CHECK(finds(i, row.example));
    CHECK_FALSE(row.counter_example.empty());
    CHECK_FALSE(finds(i, row.counter_example));
  }
}

TEST_CASE("no row stands twice") {
  std::vector<std::string> keys;
  for (const LexiconRow& row : phrase_rows()) {
    keys.push_back(row.language + "\t" + row.category + "\t" + row.kind + "\t" + folded(row.text));
  }
  std::sort(keys.begin(), keys.end());
  const auto twice = std::adjacent_find(keys.begin(), keys.end());
  CHECK_MESSAGE(twice == keys.end(), (twice == keys.end() ? std::string() : *twice));
}

TEST_CASE("what is compiled in has neither examples nor comments") {
  for (const auto& file : pith::embedded_files()) {
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

TEST_CASE("every box category is what its example is called") {
  std::ifstream file(PITH_DATA_DIR "/box_categories.tsv");
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const std::vector<pith::test::Row> rows = pith::test::split_rows(bytes);
  REQUIRE(rows.size() > 25);
  REQUIRE(rows.size() == shipped().box_categories.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    REQUIRE(rows[i].size() == 3);
    INFO(rows[i][0]);
    const auto groups = pith::rules::match_attribute(shipped(), rows[i][2]);
    // The row itself is the first that fits: one above it could have the same category.
    const auto& boxes = shipped().box_categories;
    const auto first =
        std::find_if(boxes.begin(), boxes.end(), [&](const auto& box) { return (box.group & groups) != 0; });
    CHECK(first - boxes.begin() == static_cast<std::ptrdiff_t>(i));
    CHECK(pith::rules::find_attribute_group(rows[i][0]) == boxes[i].group);
    CHECK(pith::name_of(pith::rules::category_of_groups(shipped(), groups)) == rows[i][1]);
  }
  CHECK(pith::rules::category_of_groups(shipped(), pith::rules::attribute_group("wp")) == pith::Category::content);
}

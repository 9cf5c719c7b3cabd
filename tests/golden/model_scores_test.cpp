// The scores of the shipped models on stored pages, so that a retrained or changed model is a visible act. After one,
//   PITH_WRITE_SCORES=tests/golden/model_scores.tsv build/.../tests/test_golden -tc="the models*"
// writes the file anew.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "support/golden_page.hpp"

namespace {

constexpr const char* scored_pages[] = {"de-nightrail-news-latin1", "en-canoe-forum", "en-queue-docs",
                                        "ja-ferry-news-sjis", "zh-bridge-news"};

/// "page input block score" of every block, before any pass changed the scores.
std::string scores_of(const std::string& name, const std::string& bytes, pith::SourceKind kind) {
  pith::Extractor extractor;
  const pith::Explanation explanation = extractor.explain({.bytes = bytes, .kind = kind});
  std::string rows;
  for (const pith::ExplainedBlock& block : explanation.blocks) {
    char score[32];
    std::snprintf(score, sizeof score, "%.7f", static_cast<double>(block.model_score));
    rows += name + '\t' + (kind == pith::SourceKind::html ? "html" : "text") + '\t' +
            std::to_string(block.block.index) + '\t' + score + '\n';
  }
  return rows;
}

std::string all_scores() {
  std::string rows = "page\tinput\tblock\tscore\n";
  for (const char* name : scored_pages) {
    const std::string path = std::string(PITH_GOLDEN_DIR) + "/" + name;
    rows += scores_of(name, pith::test::read_file(path + ".html"), pith::SourceKind::html);
    rows += scores_of(name, pith::test::read_file(path + ".txt"), pith::SourceKind::text);
  }
  return rows;
}

/// Up to the score, and the score.
std::pair<std::string, double> split_score(const std::string& row) {
  const std::size_t tab = row.rfind('\t');
  return {row.substr(0, tab), std::atof(row.substr(tab + 1).c_str())};
}

}  // namespace

TEST_CASE("the models score stored pages as they did") {
  if (const char* const file = std::getenv("PITH_WRITE_SCORES")) std::ofstream(file) << all_scores();

  std::istringstream now(all_scores());
  std::istringstream stored(pith::test::read_file(std::string(PITH_GOLDEN_DIR) + "/model_scores.tsv"));
  std::string new_row;
  std::string old_row;
  std::size_t rows = 0;
  while (std::getline(stored, old_row)) {
    REQUIRE(static_cast<bool>(std::getline(now, new_row)));
    const auto [new_block, new_score] = split_score(new_row);
    const auto [old_block, old_score] = split_score(old_row);
    INFO(old_row);
    REQUIRE(new_block == old_block);
    CHECK(std::abs(new_score - old_score) <= 1e-6);
    ++rows;
  }
  CHECK_FALSE(static_cast<bool>(std::getline(now, new_row)));
  CHECK(rows > 200);
}

/// Tables: the scores of one corpus, collected page by page, and printed.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "quality/label_score.hpp"
#include "quality/word_score.hpp"

namespace pith::quality {

struct PageScore {
  CorpusPage page;
  WordScore score;
  double confidence = 0;  ///< of the article: the F1 that pith expects
  std::string verdict;
};

/// How many snippets there are, and how many were right: found, or rightly absent.
struct SnippetScore {
  std::size_t with = 0, with_right = 0;
  std::size_t without = 0, without_right = 0;
};

void add_snippets(const Snippets& snippets, const std::string& output, SnippetScore& score);

struct CorpusScore {
  std::string name;
  Input input = Input::pages;
  std::size_t pages = 0;
  std::size_t bytes = 0;
  double seconds = 0;  ///< of extraction alone
  std::vector<PageScore> scores;
  SnippetScore snippets;
  LabelScores labels;
};

/// Scores by type and language, snippets, leaks, speed, confidence against true F1, verdicts by type; then the `worst`
/// pages.
void print_scores(const CorpusScore& corpus, std::size_t worst);

/// Rows: labels; columns: the library's categories, in percent of the characters that were dropped under a name.
void print_categories(const LabelScores& labels);

}  // namespace pith::quality

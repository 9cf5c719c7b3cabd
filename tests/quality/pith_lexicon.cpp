// pith_lexicon: measures the rows of the lexicon, phrases and line patterns, on corpora with gold texts. Prints counts
// and, with --missing, lines of the pages.
//
//   pith_lexicon src/data build/corpora/zh build/corpora/news

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>

#include "quality/corpus.hpp"
#include "quality/lexicon_score.hpp"
#include "quality/progress.hpp"

namespace {

using pith::quality::Corpus;
using pith::quality::CorpusPage;
using pith::quality::LexiconScore;
using pith::quality::Reach;
using pith::quality::ScoredRow;

struct Choices {
  std::string data;
  std::vector<std::string> corpora;
  bool rows = false;
  bool forms = false;
  bool examples = false;
  std::size_t missing = 0;
};

void print_reach(const std::string& name, std::size_t rows, const Reach& reach) {
  std::printf("| %s | %zu | %zu | %.0f | %zu | %.4f |\n", name.c_str(), rows, reach.lines, reach.bytes,
              reach.kept_lines, reach.precision());
}

void print_heading(const char* what) {
  std::printf("\n| %s | rows | lines | bytes | lines of articles | precision |\n|---|---|---|---|---|---|\n", what);
}

using FieldOf = const std::string& (*)(const ScoredRow& row);

void print_table(const LexiconScore& score, const char* what, const std::map<std::string, Reach>& reaches,
                 FieldOf field) {
  std::map<std::string, std::size_t> rows;
  for (const ScoredRow& row : score.rows()) {
    if (row.row.language != "patterns") ++rows[field(row)];
  }
  print_heading(what);
  for (const auto& [name, count] : rows) {
    const auto found = reaches.find(name);
    print_reach(name, count, found == reaches.end() ? Reach{} : found->second);
  }
}

void print_summary(const LexiconScore& score) {
  std::map<std::string, std::pair<std::size_t, Reach>> uses;
  std::size_t phrases = 0;
  for (const ScoredRow& row : score.rows()) {
    if (row.row.language != "patterns") {
      ++phrases;
      continue;
    }
    auto& [rows, reach] = uses[row.row.kind];
    ++rows;
    reach.lines += row.reach.lines;
    reach.bytes += row.reach.bytes;
    reach.kept_lines += row.reach.kept_lines;
    reach.kept_bytes += row.reach.kept_bytes;
  }
  std::printf("%zu lines of boilerplate\n", score.boilerplate_lines());
  print_heading("phrases");
  print_reach("all", phrases, score.all());
  print_table(score, "language", score.by_language(),
              [](const ScoredRow& row) -> const std::string& { return row.row.language; });
  print_table(score, "category", score.by_category(),
              [](const ScoredRow& row) -> const std::string& { return row.row.category; });
  print_table(score, "match", score.by_kind(), [](const ScoredRow& row) -> const std::string& { return row.row.kind; });
  print_heading("line patterns");
  for (const auto& [use, found] : uses) print_reach(use, found.first, found.second);
}

void print_rows(const LexiconScore& score) {
  std::puts("language\tcategory\tkind\trow\tlines\tbytes\tlines of articles\tprecision");
  for (const ScoredRow& row : score.rows()) {
    std::printf("%s\t%s\t%s\t%s\t%zu\t%.0f\t%zu\t%.4f\n", row.row.language.c_str(), row.row.category.c_str(),
                row.row.kind.c_str(), row.row.text.c_str(), row.reach.lines, row.reach.bytes, row.reach.kept_lines,
                row.reach.precision());
  }
}

void print_forms(const LexiconScore& score) {
  std::puts("language\tcategory\tkind\twords\tlines\tbytes\tlines of articles\tprecision");
  for (const ScoredRow& row : score.rows()) {
    for (const auto& [words, reach] : row.by_words) {
      std::printf("%s\t%s\t%s\t%s\t%zu\t%.0f\t%zu\t%.4f\n", row.row.language.c_str(), row.row.category.c_str(),
                  row.row.kind.c_str(), words.c_str(), reach.lines, reach.bytes, reach.kept_lines, reach.precision());
    }
  }
}

void print_missing(const LexiconScore& score, std::size_t most) {
  using Line = std::pair<std::string, pith::quality::Unnamed>;
  std::vector<Line> lines(score.unnamed().begin(), score.unnamed().end());
  std::stable_sort(lines.begin(), lines.end(),
                   [](const Line& a, const Line& b) { return a.second.pages > b.second.pages; });
  std::puts("pages\tlines\tlines of articles\tline");
  for (std::size_t i = 0; i < std::min(most, lines.size()); ++i) {
    const auto& [text, counts] = lines[i];
    std::printf("%zu\t%zu\t%zu\t%s\n", counts.pages, counts.lines, counts.kept_lines, text.c_str());
  }
}

int run(const Choices& choices) {
  LexiconScore score(choices.data);
  if (choices.examples) {
    const std::vector<std::string> wrong = score.wrong_examples();
    for (const std::string& line : wrong) std::puts(line.c_str());
    return wrong.empty() ? 0 : 1;
  }
  for (const std::string& folder : choices.corpora) {
    const Corpus corpus(folder, pith::quality::Input::lines);
    pith::quality::Progress progress(corpus.name(), corpus.pages().size());
    for (const CorpusPage& page : corpus.pages()) {
      if (corpus.has_gold(page)) score.add_page(corpus, page);
      progress.advance();
    }
  }
  if (choices.rows) print_rows(score);
  if (choices.forms) print_forms(score);
  if (choices.missing > 0) print_missing(score, choices.missing);
  if (!choices.rows && !choices.forms && choices.missing == 0) print_summary(score);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app("Measures the rows of the lexicon on corpora of pages with gold texts");
  app.add_option("data", choices.data, "a folder like src/data")->required()->check(CLI::ExistingDirectory);
  app.add_option("corpora", choices.corpora, "folders laid out as the corpora's README.md says")
      ->check(CLI::ExistingDirectory);
  app.add_flag("--rows", choices.rows, "print every row instead of the summary");
  app.add_flag("--forms", choices.forms, "print the phrases that the rows stand for and that were found");
  app.add_flag("--examples", choices.examples, "only check the examples; prints those that are wrong");
  app.add_option("--missing", choices.missing, "print so many lines of boilerplate that no row names");
  CLI11_PARSE(app, argc, argv);
  return run(choices);
}

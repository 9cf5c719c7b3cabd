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
  std::printf("| %s | %zu | %zu | %.0f | %zu | %.4f |", name.c_str(), rows, reach.lines, reach.bytes, reach.kept_lines,
              reach.precision());
}

/// `evidence`: of the rows that are such.
void print_reach(const std::string& name, std::size_t rows, const Reach& reach, const Reach& evidence) {
  print_reach(name, rows, reach);
  std::printf(" %zu | %zu | %.4f |\n", evidence.lines, evidence.kept_lines, evidence.precision());
}

void print_heading(const char* what, bool with_evidence) {
  std::printf("\n| %s | rows | lines | bytes | lines of articles | precision |%s\n|---|---|---|---|---|---|%s\n", what,
              with_evidence ? " as evidence | lines of articles | precision |" : "",
              with_evidence ? "---|---|---|" : "");
}

/// Of a name that may have found nothing.
Reach reach_of(const std::map<std::string, Reach>& reaches, const std::string& name) {
  const auto found = reaches.find(name);
  return found == reaches.end() ? Reach{} : found->second;
}

using FieldOf = const std::string& (*)(const ScoredRow& row);

void print_table(const LexiconScore& score, const char* what, const std::map<std::string, Reach>& reaches,
                 const std::map<std::string, Reach>& evidence, FieldOf field) {
  std::map<std::string, std::size_t> rows;
  for (const ScoredRow& row : score.rows()) {
    if (row.row.language != "patterns") ++rows[field(row)];
  }
  print_heading(what, true);
  for (const auto& [name, count] : rows) print_reach(name, count, reach_of(reaches, name), reach_of(evidence, name));
}

void print_summary(const LexiconScore& score) {
  std::map<std::string, std::pair<std::size_t, Reach>> uses;
  std::map<std::string, std::size_t> kinds;
  std::size_t phrases = 0;
  for (const ScoredRow& row : score.rows()) {
    if (row.row.language != "patterns") {
      ++phrases;
      ++kinds[row.row.kind];
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
  print_heading("phrases", true);
  print_reach("all", phrases, score.all(), score.evidence());
  print_table(score, "language", score.by_language(), score.evidence_by_language(),
              [](const ScoredRow& row) -> const std::string& { return row.row.language; });
  print_table(score, "category", score.by_category(), score.evidence_by_category(),
              [](const ScoredRow& row) -> const std::string& { return row.row.category; });
  print_heading("match", false);
  for (const auto& [kind, reach] : score.by_kind()) {
    print_reach(kind, kinds[kind], reach);
    std::puts("");
  }
  print_heading("line patterns", false);
  for (const auto& [use, found] : uses) {
    print_reach(use, found.first, found.second);
    std::puts("");
  }
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

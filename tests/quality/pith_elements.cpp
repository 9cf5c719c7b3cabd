// pith_elements: which elements of pages stay such elements in pith's HTML and Markdown, over corpora with gold texts.
//
//   pith_elements build/corpora/wcxb build/corpora/zh --limit 300

#include <CLI/CLI.hpp>
#include <cstdio>
#include <optional>
#include <pith.hpp>

#include "quality/corpus.hpp"
#include "quality/element_score.hpp"
#include "quality/progress.hpp"
#include "support/markdown_parser.hpp"
#include "support/read_back.hpp"
#include "text/text.hpp"

namespace {

using pith::quality::Corpus;
using pith::quality::ElementScores;
using pith::quality::Rendering;
using pith::quality::Row;

struct Choices {
  std::vector<std::string> corpora;
  std::size_t limit = 0;
  bool lost = false;
};

struct Scores {
  std::size_t pages = 0;
  std::size_t articles = 0;              ///< that are not empty
  std::size_t whole = 0;                 ///< of these, their Markdown read back
  std::vector<std::string> differences;  ///< where the others' begin to differ
  ElementScores html, markdown;
};

std::string utf8_of(const std::string& bytes) {
  pith::text::DecodedText decoded;
  std::vector<pith::Notice> notices;
  pith::text::decode(bytes, {}, decoded, notices);
  return std::string(decoded.utf8);
}

void read_back(const pith::Article& article, const std::string& parsed, Scores& scores) {
  ++scores.articles;
  const std::string difference =
      pith::test::first_difference(pith::test::lines_of(article), pith::test::lines_of_html(parsed));
  scores.whole += difference.empty() ? 1 : 0;
  if (!difference.empty()) scores.differences.push_back(difference);
}

void add_page(const std::string& bytes, const std::string& gold, pith::Extractor& extractor, Scores& scores) {
  const pith::Article article = extractor.extract({.bytes = bytes, .kind = pith::SourceKind::html});
  const auto page = pith::test::read_html_elements(utf8_of(bytes));
  const std::string markdown = pith::to_markdown(article);
  const Rendering as_html{pith::test::read_html_elements(pith::to_html(article)), {}};
  const std::string parsed = pith::test::parse_markdown(markdown);
  const Rendering as_markdown{pith::test::read_html_elements(parsed), pith::test::without_space(markdown)};
  if (!article.empty()) read_back(article, parsed, scores);
  pith::quality::add_elements(page, gold, as_html, scores.html);
  pith::quality::add_elements(page, gold, as_markdown, scores.markdown);
  ++scores.pages;
}

void add_corpus(const Corpus& corpus, const Choices& choices, Scores& scores) {
  pith::Extractor extractor;
  const auto& pages = corpus.pages();
  // Pages spread over the set, not its first ones.
  const std::size_t step = choices.limit == 0 ? 1 : std::max<std::size_t>(1, pages.size() / choices.limit);
  pith::quality::Progress progress(corpus.name(), pages.size() / step);
  for (std::size_t i = 0; i < pages.size(); i += step) {
    if (!corpus.has_gold(pages[i])) continue;
    const std::size_t lost_before = scores.markdown.lost.size();
    const std::size_t lost_html_before = scores.html.lost.size();
    const std::size_t differences_before = scores.differences.size();
    add_page(pith::quality::read_file(pages[i].input), corpus.gold(pages[i]), extractor, scores);
    for (std::size_t k = lost_html_before; k < scores.html.lost.size(); ++k)
      std::printf("%s/%s html %s\n", corpus.name().c_str(), pages[i].id.c_str(), scores.html.lost[k].c_str());
    for (std::size_t k = lost_before; k < scores.markdown.lost.size(); ++k)
      std::printf("%s/%s markdown %s\n", corpus.name().c_str(), pages[i].id.c_str(), scores.markdown.lost[k].c_str());
    if (choices.lost && scores.differences.size() > differences_before)
      std::printf("%s/%s read back: %s\n", corpus.name().c_str(), pages[i].id.c_str(),
                  scores.differences.back().substr(0, 400).c_str());
    progress.advance();
  }
}

void print_scores(const Scores& scores) {
  std::printf("%zu pages\n%-18s %6s %6s %9s\n", scores.pages, "share kept", "n", "HTML", "Markdown");
  for (std::size_t i = 0; i < pith::quality::row_count; ++i) {
    const auto& html = scores.html.rows[i];
    const auto& markdown = scores.markdown.rows[i];
    std::printf("%-18s %6zu %6.3f %9.3f\n", pith::quality::name_of(static_cast<Row>(i)), html.count, html.share(),
                markdown.share());
  }
  std::printf("Markdown read back: %zu of %zu pages whole\n", scores.whole, scores.articles);
}

std::optional<int> parse(int argc, char** argv, Choices& choices) {
  CLI::App app("Scores what pith's HTML and Markdown keep of pages' elements");
  app.add_option("corpora", choices.corpora, "folders laid out as the corpora's README.md says")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--limit", choices.limit, "pages to read of each corpus, evenly spread; 0: all");
  app.add_flag("--lost", choices.lost, "list what is not kept");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  if (const auto code = parse(argc, argv, choices)) return *code;
  Scores scores;
  scores.html.wants_lost = scores.markdown.wants_lost = choices.lost;
  for (const std::string& folder : choices.corpora)
    add_corpus(Corpus(folder, pith::quality::Input::pages), choices, scores);
  print_scores(scores);
  return 0;
}

// pith_quality: scores the library against corpora with gold texts, in process. The table has the scores
// that WCXB's scorer gives, with speed and the names of what was dropped.
//
//   pith_quality build/corpora/zh build/corpora/news --input lines --worst 10

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <map>
#include <optional>
#include <pith.hpp>

#include "quality/corpus.hpp"
#include "quality/metadata_pages.hpp"
#include "quality/metadata_score.hpp"
#include "quality/progress.hpp"
#include "quality/tables.hpp"

namespace {

using pith::quality::Corpus;
using pith::quality::CorpusPage;
using pith::quality::CorpusScore;
using pith::quality::Input;
using Clock = std::chrono::steady_clock;

struct Choices {
  std::vector<std::string> corpora;
  std::vector<std::string> rules;
  Input input = Input::pages;
  pith::Leaning leaning = pith::Leaning::balanced;
  std::size_t worst = 0;
  std::size_t limit = 0;
  bool urls = false;
  bool site_memory = false;
  bool metadata = false;
  bool expect = false;
  bool titles = false;
  std::size_t least_pages = 0;
};

/// Of "http://host/path": the host.
std::string host_of(const std::string& url) {
  const std::size_t begin = std::min(url.size(), url.find("//") + 2);
  return url.substr(begin, url.find('/', begin) - begin);
}

/// The pages to score.
std::vector<CorpusPage> choose_pages(const Corpus& source, const Choices& choices) {
  std::vector<CorpusPage> pages = source.pages();
  std::map<std::string, std::size_t> pages_of;
  for (const CorpusPage& page : pages) ++pages_of[host_of(page.url)];
  std::erase_if(pages, [&](const CorpusPage& page) { return pages_of[host_of(page.url)] < choices.least_pages; });
  if (choices.limit > 0 && pages.size() > choices.limit) pages.resize(choices.limit);
  return pages;
}

/// All pages of the corpus, learned. Empty when nobody asked for it.
pith::SiteMemory learn_pages(const Corpus& source, const Choices& choices, pith::Extractor& extractor) {
  pith::SiteMemory memory;
  if (!choices.site_memory) return memory;
  const auto kind = choices.input == Input::pages ? pith::SourceKind::html : pith::SourceKind::text;
  for (const CorpusPage& page : source.pages()) {
    const std::string bytes = pith::quality::read_file(page.input);
    if (!page.url.empty()) extractor.learn({.bytes = bytes, .url = page.url, .kind = kind}, memory);
  }
  return memory;
}

/// What the pages of a corpus are extracted with.
struct Extraction {
  pith::Extractor extractor;
  pith::SiteMemory memory;
  bool urls = false;
  bool expect = false;
  bool titles = false;
};

/// Of the type that the set gives a page, as far as pith knows such.
pith::Expect expected_of(const std::string& type) {
  return pith::from_name<pith::Expect>(type == "collection" ? "listing" : type).value_or(pith::Expect::automatic);
}

pith::Options options_of(const Choices& choices) {
  pith::Options options;
  options.leaning = choices.leaning;
  options.keep_dropped = true;
  return options;
}

/// Extracts one page into `corpus`. What is scored is the text rendering.
std::string extract(Extraction& how, const Corpus& source, const CorpusPage& page, CorpusScore& corpus) {
  const std::string bytes = pith::quality::read_file(page.input);
  const auto kind = corpus.input == Input::pages ? pith::SourceKind::html : pith::SourceKind::text;
  const auto began = Clock::now();
  const std::string_view url = how.urls ? std::string_view(page.url) : std::string_view();
  pith::Source given{.bytes = bytes, .url = url, .kind = kind};
  if (how.expect) given.expect = expected_of(page.type);
  if (how.titles) given.known_title = page.title;
  const pith::Article article = how.extractor.extract(given, how.memory);
  std::string output = pith::to_text(article);
  corpus.seconds += std::chrono::duration<double>(Clock::now() - began).count();
  corpus.bytes += bytes.size();
  ++corpus.pages;
  if (source.has_gold(page)) {
    corpus.scores.push_back({page, pith::quality::score_words(output, source.gold(page)),
                             static_cast<double>(article.confidence), pith::name_of(article.verdict)});
  }
  pith::quality::add_labels(source, page, article, output, corpus.labels);
  return output;
}

CorpusScore score(const Corpus& source, const Choices& choices, const pith::Rules& rules) {
  CorpusScore corpus;
  corpus.name = source.name();
  corpus.input = choices.input;
  const std::vector<CorpusPage> pages = choose_pages(source, choices);
  std::map<std::string, std::string> outputs;
  Extraction how{pith::Extractor(options_of(choices), rules),
                 {},
                 choices.urls || choices.site_memory,
                 choices.expect,
                 choices.titles};
  how.memory = learn_pages(source, choices, how.extractor);
  pith::quality::Progress progress(corpus.name, pages.size());
  for (const CorpusPage& page : pages) {
    outputs[page.id] = extract(how, source, page, corpus);
    progress.advance();
  }
  for (const auto& [id, snippets] : source.snippets()) {
    const auto output = outputs.find(id);
    if (output != outputs.end()) pith::quality::add_snippets(snippets, output->second, corpus.snippets);
  }
  return corpus;
}

/// Prints the metadata's figures of one set, and of its articles alone where it has other pages too.
void score_metadata(const Corpus& source, const Choices& choices, const pith::Rules& rules,
                    pith::quality::MetadataScores& all) {
  pith::quality::MetadataScores scores;
  pith::quality::MetadataScores of_articles;
  pith::quality::MetadataReader reader(options_of(choices), rules);
  const auto kind = choices.input == Input::pages ? pith::SourceKind::html : pith::SourceKind::text;
  bool has_others = false;
  for (const CorpusPage& page : choose_pages(source, choices)) {
    const std::string bytes = pith::quality::read_file(page.input);
    const pith::metadata::Asked asked = reader.read({.bytes = bytes, .url = page.url, .kind = kind});
    pith::quality::add_metadata(page, asked, scores);
    if (page.type == "article") pith::quality::add_metadata(page, asked, of_articles);
    has_others = has_others || page.type != "article";
  }
  pith::quality::print_metadata(source.name(), scores, choices.worst);
  if (has_others) pith::quality::print_metadata(source.name() + ", articles alone", of_articles, 0);
  pith::quality::add_scores(scores, all);
  std::fflush(stdout);
}

/// The built-in rules with the files of --rules; nothing when one of them is refused.
std::optional<pith::Rules> load_rules(const std::vector<std::string>& files) {
  pith::Rules rules = pith::builtin_rules();
  for (const std::string& file : files) {
    const auto loaded = pith::load_rules(pith::quality::read_file(file), rules);
    if (!loaded) {
      std::fprintf(stderr, "%s:%u: %s\n", file.c_str(), loaded.error().line, loaded.error().message.c_str());
      return std::nullopt;
    }
    rules = loaded.value();
  }
  return rules;
}

/// An exit code when the program is done already (help, a wrong argument).
std::optional<int> parse(int argc, char** argv, Choices& choices) {
  CLI::App app("Scores pith against corpora of pages with gold texts");
  const std::map<std::string, Input> inputs = {
      {"pages", Input::pages}, {"lines", Input::lines}, {"scrapes", Input::scrapes}};
  const std::map<std::string, pith::Leaning> leanings = {{"balanced", pith::Leaning::balanced},
                                                         {"precise", pith::Leaning::precise},
                                                         {"complete", pith::Leaning::complete}};
  app.add_option("corpora", choices.corpora, "folders laid out as the corpora's README.md says")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--input", choices.input, "pages, lines or scrapes")->transform(CLI::CheckedTransformer(inputs));
  app.add_option("--leaning", choices.leaning, "balanced, precise or complete")
      ->transform(CLI::CheckedTransformer(leanings));
  app.add_option("--rules", choices.rules, "phrases, attribute words or a model to add; may be given again")
      ->check(CLI::ExistingFile)
      ->allow_extra_args(false);
  app.add_option("--worst", choices.worst, "pages to list, the worst first");
  app.add_flag("--urls", choices.urls, "give each page its address");
  app.add_flag("--site-memory", choices.site_memory,
               "the same, and what its site repeats: all pages are learned first");
  app.add_flag("--expect", choices.expect, "tell of each page what kind of page the set says it is");
  app.add_flag("--titles", choices.titles, "tell the headline that the set has for the page");
  app.add_flag("--metadata", choices.metadata,
               "score the metadata instead; gives each page its address. --worst: wrong values");
  app.add_option("--least-pages", choices.least_pages, "score only pages of hosts with so many");
  app.add_option("--limit", choices.limit, "pages to read of each corpus; 0: all");
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
  const auto rules = load_rules(choices.rules);
  if (!rules) return 2;
  pith::quality::MetadataScores all;
  for (const std::string& folder : choices.corpora) {
    if (choices.metadata) {
      score_metadata(Corpus(folder, choices.input), choices, *rules, all);
      continue;
    }
    const CorpusScore corpus = score(Corpus(folder, choices.input), choices, *rules);
    pith::quality::print_scores(corpus, choices.worst);
    pith::quality::print_categories(corpus.labels);
    std::fflush(stdout);
  }
  if (choices.metadata) pith::quality::print_confidences(all);
  return 0;
}

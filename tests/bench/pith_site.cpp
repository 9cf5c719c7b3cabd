// pith_site: what a site memory costs, as a share of an extraction without one. All pages of a corpus are learned, then
// each page is extracted without and with the memory, one after the other in every round, so that noise of the machine
// meets both alike; times are CPU times, medians of the rounds.
//
//   pith_site build/corpora/daniel

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <pith.hpp>
#include <pith/site.hpp>

#include "bench/pages.hpp"
#include "quality/corpus.hpp"

namespace {

using pith::bench::median;
using pith::bench::thread_seconds;

struct Page {
  std::string url;
  std::string bytes;
};

/// Those whose host has at least `least` pages: of others nothing is known, and nothing is looked up.
std::vector<Page> read_pages(const std::string& folder, pith::quality::Input input, std::size_t least) {
  const auto host_of = [](const std::string& url) { return url.substr(0, url.find('/', url.find("//") + 2)); };
  const pith::quality::Corpus corpus(folder, input);
  std::map<std::string, std::size_t> pages_of;
  for (const auto& page : corpus.pages()) ++pages_of[host_of(page.url)];
  std::vector<Page> pages;
  for (const auto& page : corpus.pages()) {
    if (page.url.empty() || pages_of[host_of(page.url)] < least) continue;
    pages.push_back({page.url, pith::quality::read_file(page.input)});
  }
  return pages;
}

/// One entry a round.
struct Rounds {
  std::vector<double> without, with, learning;
};

/// The sizes of the texts keep the work from being optimised away.
double seconds_of(const auto& work) {
  const double began = thread_seconds();
  const std::size_t size = work();
  return size == SIZE_MAX ? 0 : thread_seconds() - began;
}

void run_round(const std::vector<Page>& pages, pith::SourceKind kind, const pith::SiteMemory& memory,
               pith::Extractor& extractor, Rounds& rounds) {
  double without = 0;
  double with = 0;
  double learning = 0;
  pith::SiteMemory learned;
  for (const Page& page : pages) {
    const pith::Source source{.bytes = page.bytes, .url = page.url, .kind = kind};
    without += seconds_of([&] { return extractor.extract(source).blocks.size(); });
    with += seconds_of([&] { return extractor.extract(source, memory).blocks.size(); });
    learning += seconds_of([&] { return extractor.learn(source, learned), learned.hosts(); });
  }
  rounds.without.push_back(without);
  rounds.with.push_back(with);
  rounds.learning.push_back(learning);
}

}  // namespace

int main(int argc, char** argv) {
  std::string folder;
  std::size_t least = 5;
  int count = 7;
  bool is_text = false;
  CLI::App app("Compares extraction with and without a site memory");
  app.add_option("corpus", folder, "a folder laid out as the corpora's README.md says")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--least-pages", least, "of hosts with so many")->capture_default_str();
  app.add_option("--rounds", count, "of which the median is taken")->capture_default_str();
  app.add_flag("--lines", is_text, "the pages as plain text");
  CLI11_PARSE(app, argc, argv);
  const auto kind = is_text ? pith::SourceKind::text : pith::SourceKind::html;
  const auto pages = read_pages(folder, is_text ? pith::quality::Input::lines : pith::quality::Input::pages, least);
  pith::Extractor extractor;
  pith::SiteMemory memory;
  for (const Page& page : pages) extractor.learn({.bytes = page.bytes, .url = page.url, .kind = kind}, memory);
  Rounds rounds;
  for (int round = 0; round < count; ++round) run_round(pages, kind, memory, extractor, rounds);
  const double without = median(rounds.without);
  std::printf("%zu pages of %zu hosts; the memory has %zu pages, %.1f MB saved\n", pages.size(), memory.hosts(),
              memory.pages(), static_cast<double>(memory.save().size()) / 1e6);
  std::printf("extraction                %8.3f s\n", without);
  std::printf("extraction with memory    %8.3f s, %5.1f %% more\n", median(rounds.with),
              100 * (median(rounds.with) / without - 1));
  std::printf("learning                  %8.3f s, %5.1f %% of it\n", median(rounds.learning),
              100 * median(rounds.learning) / without);
  return 0;
}

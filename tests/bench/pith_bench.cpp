// pith_bench: what an extraction costs, as a share of plain Gumbo's parse + destroy of the same pages.
//
// All contestants run in one process, interleaved page by page in every round, so that noise of the machine meets all
// of them alike; the figures are medians of the rounds. Results: a table on stdout, or JSON with --json.

#include <gumbo.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "bench/allocations.hpp"
#include "bench/stages.hpp"
#include "support/fixtures.hpp"

namespace {

using Clock = std::chrono::steady_clock;

struct Choices {
  std::string corpus;
  std::size_t pages = 125;
  int rounds = 5;
  bool json = false;
};

struct Figures {
  std::size_t pages = 0;
  std::size_t bytes = 0;
  double gumbo_seconds = 0;  // median of the rounds, all pages
  double pith_seconds = 0;
  pith::bench::StageSeconds stage_seconds{};  // mean of the rounds
  double allocations_per_page = 0;            // in the last round, with the Article's own
  long peak_kilobytes = 0;
  double two_threads = 0;  // times the throughput of one
};

double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

double gumbo_seconds(const std::string& page) {
  const auto began = Clock::now();
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return seconds_since(began);
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Seconds for `rounds` passes over the pages on each of `count` threads.
double threaded_seconds(const std::vector<pith::test::Fixture>& pages, int count) {
  const auto began = Clock::now();
  std::vector<std::thread> threads;
  for (int t = 0; t < count; ++t) {
    threads.emplace_back([&pages] {
      pith::Extractor extractor;
      for (int round = 0; round < 3; ++round) {
        for (const auto& page : pages) (void)extractor.extract({.bytes = page.bytes, .kind = pith::SourceKind::html});
      }
    });
  }
  for (auto& thread : threads) thread.join();
  return seconds_since(began);
}

Figures measure(const std::vector<pith::test::Fixture>& pages, int rounds) {
  Figures figures;
  figures.pages = pages.size();
  for (const auto& page : pages) figures.bytes += page.bytes.size();
  pith::bench::StagedExtractor extractor;
  std::vector<double> gumbo_rounds;
  std::vector<double> pith_rounds;
  for (int round = 0; round < rounds; ++round) {
    double gumbo = 0;
    double whole = 0;
    const auto allocations = pith::bench::allocation_count();
    for (const auto& page : pages) {
      gumbo += gumbo_seconds(page.bytes);
      const auto began = Clock::now();
      (void)extractor.run(page.bytes, figures.stage_seconds);
      whole += seconds_since(began);
    }
    figures.allocations_per_page =
        static_cast<double>(pith::bench::allocation_count() - allocations) / static_cast<double>(pages.size());
    gumbo_rounds.push_back(gumbo);
    pith_rounds.push_back(whole);
  }
  for (double& seconds : figures.stage_seconds) seconds /= rounds;
  figures.gumbo_seconds = median(gumbo_rounds);
  figures.pith_seconds = median(pith_rounds);
  figures.two_threads = 2 * threaded_seconds(pages, 1) / threaded_seconds(pages, 2);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  figures.peak_kilobytes = usage.ru_maxrss;
  return figures;
}

void print_row(const char* name, double seconds, const Figures& figures) {
  std::printf("%-14s %9.1f MB/s %10.0f pages/s %8.2f %% of plain Gumbo\n", name,
              static_cast<double>(figures.bytes) / 1e6 / seconds, static_cast<double>(figures.pages) / seconds,
              100 * seconds / figures.gumbo_seconds);
}

void print_table(const Figures& figures) {
  std::printf("%zu pages, %.1f MB\n", figures.pages, static_cast<double>(figures.bytes) / 1e6);
  print_row("plain Gumbo", figures.gumbo_seconds, figures);
  print_row("pith, whole", figures.pith_seconds, figures);
  for (std::size_t s = 0; s < figures.stage_seconds.size(); ++s) {
    print_row(pith::bench::stage_names[s], figures.stage_seconds[s], figures);
  }
  std::printf("allocations per page (with the Article's): %.1f\n", figures.allocations_per_page);
  std::printf("two threads against one: %.2f times\n", figures.two_threads);
  std::printf("peak memory of the process: %.1f MB\n", static_cast<double>(figures.peak_kilobytes) / 1024);
}

void print_json(const Figures& figures) {
  nlohmann::ordered_json out = {{"pages", figures.pages},
                                {"bytes", figures.bytes},
                                {"gumbo_seconds", figures.gumbo_seconds},
                                {"pith_seconds", figures.pith_seconds},
                                {"share_of_gumbo", figures.pith_seconds / figures.gumbo_seconds},
                                {"allocations_per_page", figures.allocations_per_page},
                                {"two_threads", figures.two_threads},
                                {"peak_kilobytes", figures.peak_kilobytes}};
  for (std::size_t s = 0; s < figures.stage_seconds.size(); ++s) {
    out["stage_seconds"][pith::bench::stage_names[s]] = figures.stage_seconds[s];
  }
  std::printf("%s\n", out.dump(2).c_str());
}

std::vector<pith::test::Fixture> every_nth(std::vector<pith::test::Fixture> pages, std::size_t wanted) {
  if (pages.size() <= wanted || wanted == 0) return pages;
  std::vector<pith::test::Fixture> chosen;
  for (std::size_t i = 0; i < wanted; ++i) chosen.push_back(std::move(pages[i * pages.size() / wanted]));
  return chosen;
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app("What an extraction costs, as a share of plain Gumbo's parse + destroy of the same pages.");
  app.add_option("CORPUS", choices.corpus, "a folder of *.html pages")->required()->check(CLI::ExistingDirectory);
  app.add_option("--pages", choices.pages, "how many, spread evenly; 0: all")->capture_default_str();
  app.add_option("--rounds", choices.rounds, "medians are taken over them")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_flag("--json", choices.json, "JSON instead of a table");
  CLI11_PARSE(app, argc, argv);
  const auto pages = every_nth(pith::test::load_fixtures(choices.corpus), choices.pages);
  if (pages.empty()) {
    std::fprintf(stderr, "pith_bench: no *.html pages in %s\n", choices.corpus.c_str());
    return 2;
  }
  const Figures figures = measure(pages, choices.rounds);
  choices.json ? print_json(figures) : print_table(figures);
  return 0;
}

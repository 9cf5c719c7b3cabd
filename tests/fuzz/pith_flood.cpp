// pith_flood: random floods through the whole extraction, rendering included. Prints the slowest; fails when one takes
// longer than the promise of half a second a megabyte.
//   pith_flood --count 5000                    HTML
//   pith_flood --count 5000 --kind text        plain text
//   pith_flood --page 17 --bytes 1000000       writes the page of seed 17, to look at or to profile

#include <pith.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "fuzz/flood.hpp"

namespace {

using pith::test::Flood;
using pith::test::FloodKind;

struct Choices {
  std::uint64_t seed = 1;
  std::uint64_t count = 1000;
  std::size_t bytes = 300'000;
  double limit = 0.5;
  std::size_t shown = 20;
  std::int64_t page = -1;
  FloodKind kind = FloodKind::html;
};

struct Measured {
  std::uint64_t seed = 0;
  double seconds_per_megabyte = 0;
};

/// Processor time of one extraction by a fresh extractor, in seconds.
double seconds_of(const std::string& page, FloodKind kind) {
  pith::Extractor extractor;
  const auto source_kind = kind == FloodKind::html ? pith::SourceKind::html : pith::SourceKind::text;
  const std::clock_t began = std::clock();
  const pith::Article article = extractor.extract({.bytes = page, .kind = source_kind});
  const bool rendered = !pith::to_json(article).empty() && pith::to_markdown(article).size() < SIZE_MAX;
  const std::clock_t ended = std::clock();
  return rendered ? static_cast<double>(ended - began) / CLOCKS_PER_SEC : 0;
}

Measured measure(std::uint64_t seed, const Choices& choices) {
  constexpr int most_tries = 3;  // of what seems too slow: the machine may have been busy
  const std::string page = page_of(pith::test::make_flood(seed, choices.kind), choices.bytes);
  const double megabytes = static_cast<double>(page.size()) / 1e6;
  double least = seconds_of(page, choices.kind) / megabytes;
  for (int i = 1; i < most_tries && least > choices.limit; ++i) {
    least = std::min(least, seconds_of(page, choices.kind) / megabytes);
  }
  return {seed, least};
}

std::string shown(const std::string& unit) {
  std::string out;
  for (const char letter : unit) {
    if (letter == '\n')
      out += "\\n";
    else if (letter == '\r')
      out += "\\r";
    else if (letter == '\t')
      out += "\\t";
    else
      out += letter;
  }
  return out;
}

void print(const Measured& measured, FloodKind kind) {
  const Flood flood = make_flood(measured.seed, kind);
  std::printf("%8.3f s/MB  seed %llu: ", measured.seconds_per_megabyte, static_cast<unsigned long long>(measured.seed));
  if (flood.openings != 0) std::printf("%zu x [%s], ", flood.openings, shown(flood.opening).c_str());
  std::printf("[%s]", shown(flood.first).c_str());
  if (!flood.second.empty()) std::printf(", then [%s]", shown(flood.second).c_str());
  std::printf("\n");
}

int measure_all(const Choices& choices) {
  std::vector<Measured> all;
  double sum = 0;
  for (std::uint64_t i = 0; i < choices.count; ++i) {
    all.push_back(measure(choices.seed + i, choices));
    sum += all.back().seconds_per_megabyte;
  }
  std::sort(all.begin(), all.end(),
            [](const Measured& a, const Measured& b) { return a.seconds_per_megabyte > b.seconds_per_megabyte; });
  const auto too_slow = std::count_if(
      all.begin(), all.end(), [&choices](const Measured& one) { return one.seconds_per_megabyte > choices.limit; });
  for (std::size_t i = 0; i < std::min(choices.shown, all.size()); ++i) print(all[i], choices.kind);
  std::printf("%zu floods of %zu bytes: mean %.3f s/MB, %td over %.2f s/MB\n", all.size(), choices.bytes,
              sum / static_cast<double>(all.size()), too_slow, choices.limit);
  return too_slow == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app("Extracts random floods of markup, and lists those that took longest.");
  app.add_option("--seed", choices.seed, "of the first flood")->capture_default_str();
  app.add_option("--count", choices.count, "how many floods")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--bytes", choices.bytes, "of each page")->check(CLI::PositiveNumber)->capture_default_str();
  app.add_option("--limit", choices.limit, "seconds for a megabyte")->capture_default_str();
  app.add_option("--slowest", choices.shown, "how many to list")->capture_default_str();
  app.add_option("--page", choices.page, "write the page of this seed instead");
  app.add_option("--kind", choices.kind, "html or text")
      ->transform(CLI::CheckedTransformer(
          std::vector<std::pair<std::string, FloodKind>>{{"html", FloodKind::html}, {"text", FloodKind::text}}));
  CLI11_PARSE(app, argc, argv);
  if (choices.page < 0) return measure_all(choices);
  const std::string page = page_of(make_flood(static_cast<std::uint64_t>(choices.page), choices.kind), choices.bytes);
  return std::fwrite(page.data(), 1, page.size(), stdout) == page.size() ? 0 : 2;
}

// pith_growth: the attacks of attacks.tsv, small and large. A byte of the large page may cost little more than one of
// the small page; what grows with the square of the page costs as many times more as the page is longer.
//   pith_growth attacks.tsv                                      from 64 KB to 4 MB, by processor time, which a busy
//                                                                machine and slow memory disturb
//   pith_growth attacks.tsv --once                               each page once, for tests/bench/instructions.py grow
//   pith_growth attacks.tsv --large 16777216 --name small_tables one of them, up to 16 MB
//   pith_growth attacks.tsv --write small_tables --large 100000  writes the page, to look at, to profile or to count

#include <pith.hpp>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <vector>

#include "fuzz/attacks.hpp"

namespace {

using pith::test::Attack;
using pith::test::FloodKind;

struct Choices {
  std::string file;
  std::size_t small = std::size_t{64} << 10;
  std::size_t large = std::size_t{4} << 20;
  double most_growth = 4;    // of the cost of a byte: caches and page faults take their share
  double least_cost = 0.05;  // microseconds a byte: what is cheaper than that at both ends has no growth to speak of
  std::vector<std::string> names;
  std::string written;
  bool once = false;
};

/// All that a caller may ask for.
std::size_t render_all(const pith::Article& article) {
  return pith::to_text(article).size() + pith::to_markdown(article).size() + pith::to_html(article).size() +
         pith::to_json(article).size() + pith::to_tei(article).size();
}

}  // namespace

/// One extraction by a fresh extractor, and all renderings: their bytes. Callgrind counts in here only
/// (tests/bench/instructions.py knows the name).
extern "C" [[gnu::noinline]] std::size_t pith_counted_extraction(const std::string& page, FloodKind kind) {
  pith::Options options;
  options.keep_dropped = true;
  pith::Extractor extractor(options);
  const auto source_kind = kind == FloodKind::html ? pith::SourceKind::html : pith::SourceKind::text;
  return render_all(extractor.extract({.bytes = page, .kind = source_kind}));
}

namespace {

/// Processor time of that in microseconds a byte; the least of a few tries, for the machine may be busy.
double cost_of(const std::string& page, FloodKind kind, int tries) {
  double least = 1e9;
  for (int i = 0; i < tries; ++i) {
    const std::clock_t began = std::clock();
    const std::size_t written = pith_counted_extraction(page, kind);
    const auto took = static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
    if (written > 0) least = std::min(least, took * 1e6 / static_cast<double>(page.size()));
  }
  return least;
}

bool is_linear(const Attack& attack, const Choices& choices) {
  constexpr int small_tries = 5;
  constexpr int most_tries = 3;
  const double small = cost_of(page_of(attack, choices.small), attack.kind, small_tries);
  const std::string page = page_of(attack, choices.large);
  const double most = std::max(small, choices.least_cost) * choices.most_growth;
  double large = cost_of(page, attack.kind, 1);
  for (int i = 1; i < most_tries && large > most; ++i) large = std::min(large, cost_of(page, attack.kind, 1));
  const bool is_fine = large <= most;
  std::printf("%-20s %-4s %8.3f %8.3f us a byte  %6.2f times%s\n", attack.name.c_str(),
              attack.kind == FloodKind::html ? "html" : "text", small, large, large / small, is_fine ? "" : "  GROWS");
  std::fflush(stdout);
  return is_fine;
}

/// Whether the name was chosen.
bool is_chosen(const Attack& attack, const std::vector<std::string>& names) {
  return names.empty() || std::find(names.begin(), names.end(), attack.name) != names.end();
}

int measure(const std::vector<Attack>& attacks, const Choices& choices) {
  int measured = 0;
  int growing = 0;
  (void)cost_of(page_of(attacks.front(), choices.small), attacks.front().kind, 1);  // reads the model
  for (const Attack& attack : attacks) {
    if (!is_chosen(attack, choices.names)) continue;
    ++measured;
    growing += is_linear(attack, choices) ? 0 : 1;
  }
  std::printf("%d attacks from %zu to %zu bytes: %d grow\n", measured, choices.small, choices.large, growing);
  return measured > 0 && growing == 0 ? 0 : 1;
}

int write(const std::vector<Attack>& attacks, const Choices& choices) {
  for (const Attack& attack : attacks) {
    if (attack.name != choices.written) continue;
    const std::string page = page_of(attack, choices.large);
    return std::fwrite(page.data(), 1, page.size(), stdout) == page.size() ? 0 : 2;
  }
  std::fprintf(stderr, "pith_growth: no attack is named %s\n", choices.written.c_str());
  return 2;
}

/// For nothing, then each attack small and large: the names, and the bytes.
int extract_once(const std::vector<Attack>& attacks, const Choices& choices) {
  (void)pith::extract("<p>The river rose.</p>");  // reads the model
  std::printf("nothing\t%zu\n", pith_counted_extraction({}, FloodKind::html));
  for (const Attack& attack : attacks) {
    if (!is_chosen(attack, choices.names)) continue;
    for (const std::size_t bytes : {choices.small, choices.large}) {
      const std::string page = page_of(attack, bytes);
      (void)pith_counted_extraction(page, attack.kind);
      std::printf("%s\t%zu\n", attack.name.c_str(), page.size());
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app("Shows that what a page costs grows with its length, and no faster.");
  app.add_option("FILE", choices.file, "tests/fuzz/attacks.tsv")->required()->check(CLI::ExistingFile);
  app.add_option("--small", choices.small, "bytes of the small page")->capture_default_str();
  app.add_option("--large", choices.large, "bytes of the large page")->capture_default_str();
  app.add_option("--growth", choices.most_growth, "how many times dearer a byte of it may be")->capture_default_str();
  app.add_option("--name", choices.names, "only these attacks");
  app.add_option("--write", choices.written, "write the large page of this attack instead");
  app.add_flag("--once", choices.once, "extract each page once and print its name and size");
  CLI11_PARSE(app, argc, argv);
  const std::vector<Attack> attacks = pith::test::load_attacks(choices.file);
  if (attacks.empty()) {
    std::fprintf(stderr, "pith_growth: %s has no attacks\n", choices.file.c_str());
    return 2;
  }
  if (choices.once) return extract_once(attacks, choices);
  return choices.written.empty() ? measure(attacks, choices) : write(attacks, choices);
}

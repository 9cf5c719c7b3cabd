// pith_bench: what an extraction costs, stage by stage and whole, as a share of plain Gumbo's parse + destroy of the
// same pages.
//
// All contestants run in one process, interleaved page by page in every round, so that noise of the machine meets all
// of them alike; times are CPU times, medians of the rounds, allocations those of the last round, when all memory is
// warm.

#include <gumbo.h>
#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <functional>
#include <nlohmann/json.hpp>
#include <semaphore>
#include <thread>

#include "bench/allocations.hpp"
#include "bench/pages.hpp"
#include "bench/stages.hpp"

namespace {

using namespace pith::bench;
using Pages = std::vector<pith::test::Fixture>;

struct Choices {
  std::string corpus;
  std::size_t pages = 125;
  int rounds = 5;
  Output output = Output::table;
};

/// A thread for pith: malloc gives it a heap of its own. In Gumbo's, every string would be looked for among the holes
/// that Gumbo's frees leave, which costs as much again as all the rest of the assembly.
class Worker {
 public:
  Worker() : thread_([this] { serve(); }) {}
  ~Worker() { run({}); }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  /// Returns when it is done. No task: ends the thread.
  void run(std::function<void()> task) {
    task_ = std::move(task);
    begin_.release();
    end_.acquire();
  }

 private:
  void serve() {
    for (bool more = true; more;) {
      begin_.acquire();
      more = task_ != nullptr;
      if (more) task_();
      end_.release();
    }
  }

  std::function<void()> task_;
  std::binary_semaphore begin_{0}, end_{0};
  std::jthread thread_;  // last: it uses what stands above
};

/// Sums over all pages.
struct Figures {
  std::size_t pages = 0, bytes = 0, blocks = 0, words = 0, arena_bytes = 0;
  double gumbo_seconds = 0, whole_seconds = 0;
  double skeleton_seconds = 0;  ///< of the stage "read"
  double model_seconds = 0;     ///< of the stage "score"
  StageCosts stages{};
  long peak_kilobytes = 0;

  [[nodiscard]] double share(double seconds) const { return seconds / gumbo_seconds; }
  [[nodiscard]] double per_page(double value) const { return value / static_cast<double>(pages); }
  /// Allocations outside the Article.
  [[nodiscard]] double own_allocations() const {
    double sum = 0;
    for (std::size_t s = 0; s < first_answer_stage; ++s) sum += static_cast<double>(stages[s].allocations);
    return per_page(sum);
  }
  [[nodiscard]] double answer_allocations() const {
    double sum = 0;
    for (std::size_t s = first_answer_stage; s < stages.size(); ++s) sum += static_cast<double>(stages[s].allocations);
    return per_page(sum);
  }
};

double gumbo_seconds(const std::string& page) {
  const double began = thread_seconds();
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return thread_seconds() - began;
}

double whole_seconds(pith::Extractor& extractor, const std::string& page) {
  const double began = thread_seconds();
  const std::string text = to_text(extractor.extract({.bytes = page, .kind = pith::SourceKind::html}));
  return text.size() == 1 ? 0 : thread_seconds() - began;  // no article is one byte: the text must be made
}

/// Times of every round; one entry a round.
struct Rounds {
  std::vector<double> gumbo, whole, skeleton, model;
  std::array<std::vector<double>, stage_names.size()> stages;
};

struct Contestants {
  Worker worker;
  pith::Extractor extractor;
  StagedExtractor staged;
};

void run_round(const Pages& pages, Contestants& contestants, Rounds& rounds, Figures& figures) {
  StagedExtractor& staged = contestants.staged;
  double gumbo = 0;
  double whole = 0;
  double skeleton = 0;
  double model = 0;
  figures.stages = {};
  figures.arena_bytes = figures.blocks = figures.words = 0;
  for (const auto& page : pages) {
    gumbo += gumbo_seconds(page.bytes);
    contestants.worker.run([&] {
      (void)staged.run(page.bytes, figures.stages);
      whole += whole_seconds(contestants.extractor, page.bytes);
      figures.arena_bytes += staged.arena_bytes();
      figures.blocks += staged.blocks();
      figures.words += staged.words();
      model += staged.model_seconds();
      skeleton += staged.skeleton_seconds(page.bytes);
    });
  }
  rounds.gumbo.push_back(gumbo);
  rounds.whole.push_back(whole);
  rounds.skeleton.push_back(skeleton);
  rounds.model.push_back(model);
  for (std::size_t s = 0; s < rounds.stages.size(); ++s) rounds.stages[s].push_back(figures.stages[s].seconds);
}

Figures measure(const Pages& pages, int count) {
  Figures figures;
  figures.pages = pages.size();
  for (const auto& page : pages) figures.bytes += page.bytes.size();
  Contestants contestants;
  Rounds rounds;
  for (int round = 0; round < count; ++round) run_round(pages, contestants, rounds, figures);
  figures.gumbo_seconds = median(rounds.gumbo);
  figures.whole_seconds = median(rounds.whole);
  figures.skeleton_seconds = median(rounds.skeleton);
  figures.model_seconds = median(rounds.model);
  for (std::size_t s = 0; s < rounds.stages.size(); ++s) figures.stages[s].seconds = median(rounds.stages[s]);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  figures.peak_kilobytes = usage.ru_maxrss;
  return figures;
}

void print_row(const char* name, double seconds, const Figures& figures) {
  std::printf("%-14s %9.1f MB/s %10.0f pages/s %8.2f %% of plain Gumbo\n", name,
              static_cast<double>(figures.bytes) / 1e6 / seconds, static_cast<double>(figures.pages) / seconds,
              100 * figures.share(seconds));
}

double arena_share(const Figures& figures) {
  return static_cast<double>(figures.arena_bytes) / static_cast<double>(figures.bytes);
}

double model_microseconds_per_block(const Figures& figures) {
  return figures.model_seconds * 1e6 / static_cast<double>(std::max<std::size_t>(figures.blocks, 1));
}

double nanoseconds_per_word(const Figures& figures) {
  return figures.whole_seconds * 1e9 / static_cast<double>(std::max<std::size_t>(figures.words, 1));
}

constexpr std::size_t read_stage = 1;
constexpr std::size_t score_stage = 4;

double parser_seconds(const Figures& figures) {
  return figures.stages[read_stage].seconds - figures.skeleton_seconds;
}

double features_seconds(const Figures& figures) {
  return figures.stages[score_stage].seconds - figures.model_seconds;
}

void print_parts_of_reading(const Figures& figures) {
  print_row("  skeleton", figures.skeleton_seconds, figures);
  print_row("  Gumbo, tree", parser_seconds(figures), figures);
}

void print_parts_of_scoring(const Figures& figures) {
  print_row("  features", features_seconds(figures), figures);
  print_row("  model", figures.model_seconds, figures);
}

void print_table(const Figures& figures) {
  std::printf("%zu pages, %.1f MB, %zu blocks\n", figures.pages, static_cast<double>(figures.bytes) / 1e6,
              figures.blocks);
  print_row("plain Gumbo", figures.gumbo_seconds, figures);
  print_row("pith, whole", figures.whole_seconds, figures);
  for (std::size_t s = 0; s < stage_names.size(); ++s) {
    print_row(stage_names[s], figures.stages[s].seconds, figures);
    if (s == read_stage) print_parts_of_reading(figures);
    if (s == score_stage) print_parts_of_scoring(figures);
    std::printf("%14s %9.1f allocations a page\n", "",
                figures.per_page(static_cast<double>(figures.stages[s].allocations)));
  }
  std::printf("whole: %.0f nanoseconds a word of the page, %.0f words a page\n", nanoseconds_per_word(figures),
              figures.per_page(static_cast<double>(figures.words)));
  std::printf("model: %.2f microseconds a block\n", model_microseconds_per_block(figures));
  std::printf("allocations per page: %.1f of its own, %.1f of the Article and its text\n", figures.own_allocations(),
              figures.answer_allocations());
  std::printf("arena: %.2f bytes per input byte\n", arena_share(figures));
  std::printf("peak memory of the process, with pages and Gumbo: %.1f MB\n",
              static_cast<double>(figures.peak_kilobytes) / 1024);
}

void print_json(const Figures& figures) {
  nlohmann::ordered_json out = {{"pages", figures.pages},
                                {"bytes", figures.bytes},
                                {"blocks", figures.blocks},
                                {"words", figures.words},
                                {"gumbo_seconds", figures.gumbo_seconds},
                                {"whole_seconds", figures.whole_seconds},
                                {"share_of_gumbo", figures.share(figures.whole_seconds)},
                                {"skeleton_seconds", figures.skeleton_seconds},
                                {"parser_seconds", parser_seconds(figures)},
                                {"features_seconds", features_seconds(figures)},
                                {"model_seconds", figures.model_seconds},
                                {"own_allocations_per_page", figures.own_allocations()},
                                {"answer_allocations_per_page", figures.answer_allocations()},
                                {"arena_bytes_per_input_byte", arena_share(figures)},
                                {"model_microseconds_per_block", model_microseconds_per_block(figures)},
                                {"nanoseconds_per_word", nanoseconds_per_word(figures)},
                                {"peak_kilobytes", figures.peak_kilobytes}};
  for (std::size_t s = 0; s < stage_names.size(); ++s) {
    out["stages"][stage_names[s]] = {{"seconds", figures.stages[s].seconds},
                                     {"share_of_gumbo", figures.share(figures.stages[s].seconds)},
                                     {"allocations", figures.stages[s].allocations}};
  }
  std::printf("%s\n", out.dump(2).c_str());
}

/// One line a stage: name, per cent of plain Gumbo. For plot.gp.
void print_plot(const Figures& figures) {
  for (std::size_t s = 0; s < stage_names.size(); ++s) {
    std::printf("%s %.3f\n", stage_names[s], 100 * figures.share(figures.stages[s].seconds));
  }
}

void print(const Figures& figures, Output output) {
  switch (output) {
    case Output::table:
      print_table(figures);
      return;
    case Output::json:
      print_json(figures);
      return;
    case Output::plot:
      print_plot(figures);
      return;
  }
}

}  // namespace

int main(int argc, char** argv) {
  Choices choices;
  CLI::App app("What an extraction costs, as a share of plain Gumbo's parse + destroy of the same pages.");
  app.add_option("CORPUS", choices.corpus, "a folder of *.html pages")->required()->check(CLI::ExistingDirectory);
  app.add_option("--pages", choices.pages, "how many, spread evenly; 0: all")->capture_default_str();
  app.add_option("--rounds", choices.rounds, "medians are taken over them")
      ->check(CLI::Range(2, 1000))
      ->capture_default_str();
  app.add_option("--output", choices.output, "table, json or plot")->transform(CLI::CheckedTransformer(output_names()));
  CLI11_PARSE(app, argc, argv);
  const Pages pages = pages_of(choices.corpus, choices.pages);
  if (pages.empty()) {
    std::fprintf(stderr, "pith_bench: no *.html pages in %s\n", choices.corpus.c_str());
    return 2;
  }
  print(measure(pages, choices.rounds), choices.output);
  return 0;
}

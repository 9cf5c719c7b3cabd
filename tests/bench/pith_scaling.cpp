// pith_scaling: how the cost of an extraction grows with the size of the page, from 1 KB to 64 MB, and with the number
// of threads or processes. Linear means: the nanoseconds per byte stay the same, and two threads, or processes, do
// twice the work of one.

#include <pith.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <span>
#include <thread>

#include "bench/pages.hpp"

namespace {

using namespace pith::bench;

struct Choices {
  std::string corpus;
  std::size_t pages = 60;
  std::size_t largest_kilobytes = std::size_t{64} << 10U;
  int rounds = 3;
  Output output = Output::table;
};

struct SizeFigure {
  std::size_t bytes = 0;
  double nanoseconds_per_byte = 0;
};

struct Figures {
  std::vector<SizeFigure> sizes;
  std::vector<double> pages_per_second;  ///< by 1, 2, ... threads
  std::vector<double> cpu_microseconds;  ///< of a page, likewise: what threads take from each other, but for waiting
  std::vector<double> pages_per_second_of_processes;  ///< by 1, 2, ... processes
};

/// A page of about `bytes` bytes: a menu, sections of prose, lists and links, comments.
std::string page_of(std::size_t bytes) {
  std::string page =
      "<!DOCTYPE html><html><head><title>The long page</title></head><body><nav><a href='/'>Home</a></nav><main>";
  for (int section = 1; page.size() < bytes; ++section) {
    const std::string number = std::to_string(section);
    page += "<section class='part'><h2>Part " + number + "</h2><p>The river rose again in the " + number +
            "th week, and the people of the lower town, who had seen it <b>before</b>, carried their things upstairs."
            "</p><p>Nobody was hurt. &quot;We know what to do,&quot; said the baker, whose shop stands by the old "
            "<a href='/bridge'>bridge</a> since his grandfather's time.</p><ul class='links'><li><a href='/a/" +
            number + "'>More of this</a></li><li><a href='/b/" + number + "'>More of that</a></li></ul></section>";
  }
  return page + "</main><footer>All rights reserved.</footer></body></html>";
}

/// CPU seconds of one extraction; small pages are repeated until the clock can tell.
double seconds_of(pith::Extractor& extractor, const std::string& page) {
  constexpr double long_enough = 0.05;
  const double began = cpu_seconds();
  double passed = 0;
  int runs = 0;
  while (passed < long_enough) {
    (void)extractor.extract({.bytes = page, .kind = pith::SourceKind::html});
    ++runs;
    passed = cpu_seconds() - began;
  }
  return passed / runs;
}

std::vector<SizeFigure> measure_sizes(const Choices& choices) {
  pith::Options options;
  options.limits.max_input_bytes = std::size_t{1} << 30U;
  options.limits.max_parse_bytes = std::size_t{16} << 30U;
  options.limits.max_blocks = std::size_t{1} << 24U;
  std::vector<std::string> pages;
  for (std::size_t kilobytes = 1; kilobytes <= choices.largest_kilobytes; kilobytes *= 4) {
    pages.push_back(page_of(kilobytes << 10U));
  }
  std::vector<std::vector<double>> seconds(pages.size());
  for (int round = 0; round < choices.rounds; ++round) {
    pith::Extractor extractor(options);
    for (std::size_t i = 0; i < pages.size(); ++i) seconds[i].push_back(seconds_of(extractor, pages[i]));
  }
  std::vector<SizeFigure> figures;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    figures.push_back({pages[i].size(), median(seconds[i]) * 1e9 / static_cast<double>(pages[i].size())});
  }
  return figures;
}

/// By the clock on the wall, and of all threads together.
struct Seconds {
  double wall = 0;
  double cpu = 0;
};

/// As many threads as there are extractors extract all pages, each all of them.
Seconds threaded_seconds(const std::vector<pith::test::Fixture>& pages, std::span<pith::Extractor> extractors) {
  const auto began = Clock::now();
  const double cpu_began = cpu_seconds();
  std::vector<std::thread> threads;
  for (pith::Extractor& extractor : extractors) {
    threads.emplace_back([&pages, &extractor] {
      for (const auto& page : pages) (void)extractor.extract({.bytes = page.bytes, .kind = pith::SourceKind::html});
    });
  }
  for (auto& thread : threads) thread.join();
  return {seconds_since(began), cpu_seconds() - cpu_began};
}

void measure_threads(const Choices& choices, Figures& figures) {
  const auto pages = pages_of(choices.corpus, choices.pages);
  constexpr std::size_t most_threads = 2;
  std::vector<pith::Extractor> extractors(most_threads);
  (void)threaded_seconds(pages, extractors);  // warms their memory
  std::array<std::vector<double>, most_threads> wall;
  std::array<std::vector<double>, most_threads> cpu;
  for (int round = 0; round < choices.rounds; ++round) {
    for (std::size_t t = 0; t < most_threads; ++t) {
      const Seconds seconds = threaded_seconds(pages, std::span(extractors).first(t + 1));
      wall[t].push_back(seconds.wall);
      cpu[t].push_back(seconds.cpu);
    }
  }
  for (std::size_t t = 0; t < most_threads; ++t) {
    const auto extracted = static_cast<double>((t + 1) * pages.size());
    figures.pages_per_second.push_back(extracted / median(wall[t]));
    figures.cpu_microseconds.push_back(median(cpu[t]) * 1e6 / extracted);
  }
}

/// A child that extracts all pages, each time a byte comes from `begin`, and writes one to `end` after it.
[[noreturn]] void serve(const std::vector<pith::test::Fixture>& pages, int begin, int end) {
  pith::Extractor extractor;
  char byte = 0;
  while (read(begin, &byte, 1) == 1) {
    for (const auto& page : pages) (void)extractor.extract({.bytes = page.bytes, .kind = pith::SourceKind::html});
    if (write(end, &byte, 1) != 1) break;
  }
  _exit(0);
}

/// Processes that wait for work. One pipe brings it to whoever reads first, so each takes one byte of a round.
class Children {
 public:
  Children(const std::vector<pith::test::Fixture>& pages, std::size_t count) {
    if (pipe(begin_.data()) != 0 || pipe(end_.data()) != 0) return;
    for (std::size_t k = 0; k < count; ++k) {
      const pid_t child = fork();
      if (child == 0) {
        close(begin_[1]);
        close(end_[0]);
        serve(pages, begin_[0], end_[1]);
      }
      if (child > 0) ++running_;
    }
    close(begin_[0]);
    close(end_[1]);
  }
  ~Children() {
    close(begin_[1]);
    close(end_[0]);
    while (running_ > 0 && wait(nullptr) > 0) --running_;
  }
  Children(const Children&) = delete;
  Children& operator=(const Children&) = delete;

  /// Seconds by the clock until each of them has extracted all pages; negative: one of them could not be made, or died.
  double run() {
    const auto began = Clock::now();
    const std::string bytes(running_, 'x');
    if (running_ == 0 || write(begin_[1], bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) return -1;
    char byte = 0;
    for (std::size_t k = 0; k < running_; ++k) {
      if (read(end_[0], &byte, 1) != 1) return -1;
    }
    return seconds_since(began);
  }

 private:
  std::array<int, 2> begin_{}, end_{};
  std::size_t running_ = 0;
};

void measure_processes(const Choices& choices, Figures& figures) {
  const auto pages = pages_of(choices.corpus, choices.pages);
  for (std::size_t processes = 1; processes <= 2; ++processes) {
    Children children(pages, processes);
    (void)children.run();  // warms their memory
    std::vector<double> seconds;
    for (int round = 0; round < choices.rounds; ++round) seconds.push_back(children.run());
    figures.pages_per_second_of_processes.push_back(static_cast<double>(processes * pages.size()) / median(seconds));
  }
}

void print_table(const Figures& figures) {
  for (const SizeFigure& size : figures.sizes) {
    std::printf("page of %10.1f KB %8.2f CPU ns per byte\n", static_cast<double>(size.bytes) / 1024,
                size.nanoseconds_per_byte);
  }
  for (std::size_t t = 0; t < figures.pages_per_second.size(); ++t) {
    std::printf("%zu threads: %.0f pages/s, %.2f times those of one; %.0f CPU microseconds a page\n", t + 1,
                figures.pages_per_second[t], figures.pages_per_second[t] / figures.pages_per_second[0],
                figures.cpu_microseconds[t]);
  }
  const std::vector<double>& processes = figures.pages_per_second_of_processes;
  for (std::size_t p = 0; p < processes.size(); ++p) {
    std::printf("%zu processes: %.0f pages/s, %.2f times those of one\n", p + 1, processes[p],
                processes[p] / processes[0]);
  }
}

void print_json(const Figures& figures) {
  nlohmann::ordered_json out;
  for (const SizeFigure& size : figures.sizes) {
    out["sizes"].push_back({{"bytes", size.bytes}, {"nanoseconds_per_byte", size.nanoseconds_per_byte}});
  }
  out["pages_per_second_by_threads"] = figures.pages_per_second;
  out["cpu_microseconds_a_page_by_threads"] = figures.cpu_microseconds;
  out["pages_per_second_by_processes"] = figures.pages_per_second_of_processes;
  std::printf("%s\n", out.dump(2).c_str());
}

/// One line a size: kilobytes, nanoseconds per byte. For plot.gp.
void print_plot(const Figures& figures) {
  for (const SizeFigure& size : figures.sizes) {
    std::printf("%.1f %.3f\n", static_cast<double>(size.bytes) / 1024, size.nanoseconds_per_byte);
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
  CLI::App app("How the cost of an extraction grows with the size of the page and the number of threads or processes.");
  app.add_option("CORPUS", choices.corpus, "a folder of *.html pages; without it only sizes are measured")
      ->check(CLI::ExistingDirectory);
  app.add_option("--pages", choices.pages, "of the corpus, spread evenly; 0: all")->capture_default_str();
  app.add_option("--largest", choices.largest_kilobytes, "largest page, in KB")->capture_default_str();
  app.add_option("--rounds", choices.rounds, "medians are taken over them")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  app.add_option("--output", choices.output, "table, json or plot")->transform(CLI::CheckedTransformer(output_names()));
  CLI11_PARSE(app, argc, argv);
  Figures figures;
  figures.sizes = measure_sizes(choices);
  if (!choices.corpus.empty()) {
    measure_threads(choices, figures);
    measure_processes(choices, figures);
  }
  print(figures, choices.output);
  return 0;
}

// What a process pays for its first page: the time of a program that extracts once, less that of an empty program, less
// that of one warm page. Each is a process of its own, run many times in turn; medians.
#include <pith.hpp>

#include <spawn.h>
#include <sys/wait.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

constexpr const char* article =
    "<html><head><title>Report</title></head><body><nav><a href='/'>Home</a></nav><article><p>The river rose by two "
    "metres in one night, and the lower town had to be cleared before dawn by the fire brigade.</p></article></body>";

int extract_times(int times) {
  if (times == 0) return 0;
  pith::Extractor extractor;
  std::size_t bytes = 0;
  for (int i = 0; i < times; ++i) bytes += pith::to_text(extractor.extract({.bytes = article})).size();
  return bytes == 0 ? 1 : 0;
}

/// Milliseconds that `program extract pages` takes; negative: it could not be run, or failed.
double run(std::string program, int pages) {
  std::string verb = "extract";
  std::string count = std::to_string(pages);
  std::array<char*, 4> arguments{program.data(), verb.data(), count.data(), nullptr};
  std::array<char*, 1> environment{nullptr};
  const auto began = std::chrono::steady_clock::now();
  pid_t child = 0;
  if (posix_spawn(&child, program.c_str(), nullptr, nullptr, arguments.data(), environment.data()) != 0) return -1;
  int status = 0;
  if (waitpid(child, &status, 0) != child || status != 0) return -1;
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
}

double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2), values.end());
  return values[values.size() / 2];
}

}  // namespace

int main(int argc, char** argv) {
  // What the measured processes do: without an argument parser, whose time is not pith's.
  if (argc == 3 && argv[1] == std::string_view("extract")) return extract_times(std::atoi(argv[2]));
  CLI::App app("What the first page of a process costs beyond a warm one, in milliseconds.");
  int rounds = 50;
  app.add_option("--rounds", rounds, "processes of each kind; medians are taken over them")
      ->check(CLI::Range(2, 1000))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);

  std::array<std::vector<double>, 4> took;  // an empty program, no page, one page, two pages
  for (int round = 0; round < rounds; ++round) {
    took[0].push_back(run("/bin/true", 0));
    for (int pages = 0; pages <= 2; ++pages) {
      took[static_cast<std::size_t>(pages) + 1].push_back(run(argv[0], pages));
    }
  }
  for (const auto& times_of_one : took) {
    if (*std::min_element(times_of_one.begin(), times_of_one.end()) < 0) {
      std::fprintf(stderr, "pith_start: cannot run %s or /bin/true\n", argv[0]);
      return 2;
    }
  }
  const double empty = median(took[0]);
  const double loaded = median(took[1]);
  const double first = median(took[2]);
  const double warm = median(took[3]) - first;
  std::printf("loading the program and its libraries  %6.2f ms \n", loaded - empty);
  std::printf("first page                             %6.2f ms\n", first - loaded);
  std::printf("warm page                              %6.2f ms\n", warm);
  std::printf("load + first page beyond a warm one    %6.2f ms\n", first - empty - warm);
}

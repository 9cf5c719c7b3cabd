/// Pages of a corpus and small sums over rounds, for the benchmark programs.
#pragma once

#include <time.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "support/fixtures.hpp"

namespace pith::bench {

using Clock = std::chrono::steady_clock;

[[nodiscard]] inline double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

/// Seconds that the process or this thread has computed, in the kernel too. On a machine that others use as well, the
/// clock on the wall tells of them.
[[nodiscard]] inline double cpu_seconds(clockid_t clock = CLOCK_PROCESS_CPUTIME_ID) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}
[[nodiscard]] inline double thread_seconds() {
  return cpu_seconds(CLOCK_THREAD_CPUTIME_ID);
}

[[nodiscard]] inline double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values.empty() ? 0 : values[values.size() / 2];
}

/// `wanted` of the HTML pages below `folder`, spread evenly; 0: all.
[[nodiscard]] inline std::vector<test::Fixture> pages_of(const std::string& folder, std::size_t wanted) {
  std::vector<test::Fixture> all = test::load_fixtures(folder);
  std::erase_if(all, [](const test::Fixture& page) { return !page.name.ends_with(".html"); });
  if (wanted == 0 || all.size() <= wanted) return all;
  std::vector<test::Fixture> chosen;
  for (std::size_t i = 0; i < wanted; ++i) chosen.push_back(std::move(all[i * all.size() / wanted]));
  return chosen;
}

/// How a benchmark prints its figures.
enum class Output { table, json, plot };

/// For CLI11's transformers.
[[nodiscard]] inline std::vector<std::pair<std::string, Output>> output_names() {
  return {{"table", Output::table}, {"json", Output::json}, {"plot", Output::plot}};
}

}  // namespace pith::bench

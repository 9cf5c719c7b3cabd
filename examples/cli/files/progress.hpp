/// The line that tells on a terminal how far a run is. On anything else nothing is written.
#pragma once

#include <chrono>
#include <cstdint>

namespace cli {

class Progress {
 public:
  /// What the work is counted in.
  enum class Unit : std::uint8_t { pages, bytes };

  /// `done_before`: what an earlier run did of the total.
  Progress(Unit unit, std::uint64_t total, std::uint64_t done_before);

  /// Rewrites the line, at most twice a second.
  void show(std::uint64_t done, std::uint64_t pages);
  /// Wipes the line.
  void end();

 private:
  using Clock = std::chrono::steady_clock;

  bool is_terminal_;
  Unit unit_;
  std::uint64_t total_;
  std::uint64_t done_before_;
  std::uint64_t pages_before_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
  bool has_begun_ = false;
  bool is_shown_ = false;
};

}  // namespace cli

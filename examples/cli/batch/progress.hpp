/// The line that tells on a terminal how far a run is. On anything else nothing is written.
#pragma once

#include <chrono>
#include <cstdint>

namespace batch {

class Progress {
 public:
  /// `done_before`: bytes that an earlier run read.
  Progress(std::uint64_t total_bytes, std::uint64_t done_before);

  /// Rewrites the line, at most twice a second.
  void show(std::uint64_t file_bytes, std::uint64_t pages);
  /// Wipes the line.
  void end();

 private:
  using Clock = std::chrono::steady_clock;

  bool is_terminal_;
  std::uint64_t total_bytes_;
  std::uint64_t done_before_;
  std::uint64_t pages_before_ = 0;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
  bool is_shown_ = false;
};

}  // namespace batch

#include "batch/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace batch {

Progress::Progress(std::uint64_t total_bytes, std::uint64_t done_before)
    : is_terminal_(::isatty(STDERR_FILENO) == 1), total_bytes_(total_bytes), done_before_(done_before) {}

void Progress::show(std::uint64_t file_bytes, std::uint64_t pages) {
  const auto now = Clock::now();
  if (!is_terminal_ || now - shown_ < std::chrono::milliseconds(500)) return;
  if (!is_shown_) pages_before_ = pages;
  shown_ = now;
  is_shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double share = total_bytes_ == 0 ? 1 : static_cast<double>(file_bytes) / static_cast<double>(total_bytes_);
  const double speed = static_cast<double>(file_bytes - std::min(file_bytes, done_before_)) / seconds;
  const double left = speed > 0 ? static_cast<double>(total_bytes_ - std::min(file_bytes, total_bytes_)) / speed : 0;
  const double page_speed = static_cast<double>(pages - pages_before_) / seconds;
  const auto minutes = static_cast<unsigned>(left / 60);
  std::fprintf(stderr, "\r\033[K%.1f %%, %.0f pages/s, %.1f MB/s of input, %u:%02u left", 100 * share, page_speed,
               speed / 1e6, minutes, static_cast<unsigned>(left) % 60);
}

void Progress::end() {
  if (is_shown_) std::fputs("\r\033[K", stderr);
}

}  // namespace batch

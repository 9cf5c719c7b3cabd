#include "files/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <utility>

namespace cli {

Progress::Progress(Unit unit, std::uint64_t total, std::uint64_t done_before)
    : is_terminal_(::isatty(STDERR_FILENO) == 1), unit_(unit), total_(total), done_before_(done_before) {}

void Progress::show(std::uint64_t done, std::uint64_t pages) {
  const auto now = Clock::now();
  if (!is_terminal_ || now - shown_ < std::chrono::milliseconds(500)) return;
  if (!has_begun_) pages_before_ = pages;
  has_begun_ = true;
  shown_ = now;
  is_shown_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  const double share = total_ == 0 ? 1 : static_cast<double>(done) / static_cast<double>(total_);
  const double speed = static_cast<double>(done - std::min(done, done_before_)) / seconds;
  const double left = speed > 0 ? static_cast<double>(total_ - std::min(done, total_)) / speed : 0;
  const double page_speed = static_cast<double>(pages - pages_before_) / seconds;
  char rate[32] = "";
  if (unit_ == Unit::bytes) std::snprintf(rate, sizeof rate, ", %.1f MB/s of input", speed / 1e6);
  const auto seconds_left = static_cast<unsigned>(left);
  std::fprintf(stderr, "\r\033[K%.1f %%, %.0f pages/s%s, %u:%02u left", 100 * share, page_speed, rate,
               seconds_left / 60, seconds_left % 60);
}

void Progress::end() {
  if (std::exchange(is_shown_, false)) std::fputs("\r\033[K", stderr);
}

}  // namespace cli

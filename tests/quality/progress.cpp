#include "quality/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace pith::quality {
namespace {

constexpr std::size_t width = 40;

}  // namespace

Progress::Progress(std::string title, std::size_t total)
    : title_(std::move(title)), total_(std::max<std::size_t>(total, 1)), visible_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (visible_) std::fprintf(stderr, "\r\x1b[K");
}

void Progress::advance() {
  const std::size_t before = done_ * 100 / total_;
  ++done_;
  if (!visible_ || done_ * 100 / total_ == before) return;
  const std::size_t filled = std::min(width, done_ * width / total_);
  const std::string bar = std::string(filled, '#') + std::string(width - filled, '.');
  std::fprintf(stderr, "\r%s [%s] %zu/%zu", title_.c_str(), bar.c_str(), done_, total_);
}

}  // namespace pith::quality

#include "filter/line_reader.hpp"

#include <algorithm>
#include <cstring>

#include "files/descriptor.hpp"

namespace filter {
namespace {

constexpr std::size_t first_buffer = std::size_t{256} << 10U;
constexpr std::size_t none = static_cast<std::size_t>(-1);

}  // namespace

LineReader::LineReader(int descriptor, std::size_t max_line_bytes)
    : descriptor_(descriptor), max_line_bytes_(max_line_bytes), buffer_(first_buffer + padding) {}

std::size_t LineReader::find_newline() {
  const void* const found = std::memchr(buffer_.data() + scanned_, '\n', end_ - scanned_);
  if (found != nullptr) return static_cast<std::size_t>(static_cast<const char*>(found) - buffer_.data());
  scanned_ = end_;
  return none;
}

bool LineReader::needs_to_read() {
  const std::size_t newline = find_newline();
  if (newline != none) scanned_ = newline;
  return newline == none && !at_end_;
}

void LineReader::make_room() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    scanned_ -= begin_;
    begin_ = 0;
  } else if (end_ + padding == buffer_.size()) {
    buffer_.resize(2 * (buffer_.size() - padding) + padding);
  }
}

bool LineReader::read_more() {
  if (end_ - begin_ > max_line_bytes_) {
    passing_over_ = true;
    begin_ = scanned_ = end_ = 0;
  }
  if (end_ + padding == buffer_.size()) make_room();
  const long got = cli::read_some(descriptor_, buffer_.data() + end_, buffer_.size() - padding - end_);
  failed_ = got < 0;
  at_end_ = got <= 0;
  end_ += static_cast<std::size_t>(std::max(got, 0L));
  return !at_end_;
}

LineReader::Outcome LineReader::next(std::string_view& line) {
  std::size_t newline = find_newline();
  while (newline == none && !at_end_ && read_more()) newline = find_newline();
  if (failed_) return Outcome::failed;
  const bool is_last = newline == none;
  if (is_last && begin_ == end_ && !passing_over_) return Outcome::end;
  const std::size_t stop = is_last ? end_ : newline;
  line = std::string_view(buffer_.data() + begin_, stop - begin_);
  begin_ = scanned_ = is_last ? end_ : newline + 1;
  const bool was_too_long = passing_over_ || line.size() > max_line_bytes_;
  passing_over_ = false;
  return was_too_long ? Outcome::too_long : Outcome::line;
}

}  // namespace filter

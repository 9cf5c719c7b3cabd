/// Lines of a descriptor, of any length up to a limit, in a buffer that simdjson may read past the end of.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace filter {

class LineReader {
 public:
  enum class Outcome { line, too_long, end, failed };

  LineReader(int descriptor, std::size_t max_line_bytes);

  /// The next line, without its newline; valid until the next call. A last line without a newline counts unless it is
  /// empty. `too_long`: more than the limit, passed over. `failed`: errno says why.
  [[nodiscard]] Outcome next(std::string_view& line);

  /// True when next() will read from the descriptor rather than from the buffer.
  [[nodiscard]] bool needs_to_read();

  /// How many bytes after a line may be read, though they mean nothing.
  static constexpr std::size_t padding = 64;

 private:
  [[nodiscard]] std::size_t find_newline();
  [[nodiscard]] bool read_more();
  void make_room();

  int descriptor_;
  std::size_t max_line_bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;    // of the line at hand
  std::size_t scanned_ = 0;  // no newline in [begin_, scanned_)
  std::size_t end_ = 0;      // of what was read
  bool at_end_ = false;
  bool failed_ = false;
  bool passing_over_ = false;  // the line at hand was too long
};

}  // namespace filter

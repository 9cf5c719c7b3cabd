/// Crowding: how many blocks a page may be cut into. A block costs later stages some six microseconds and a kilobyte
/// whatever its size, so blocks of a few letters would cost far more a byte than any real page.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace pith::page {

/// Counts blocks as a reader makes them. Of 1,802 real pages, none comes nearer to the limit than a seventh as HTML and
/// two thirds as plain text.
class Crowding {
 public:
  /// `max_blocks`: of Limits. Two fifths of them, or free_of_limit, may be of any size; what follows is joined, so that
  /// the end of a long page is coarse rather than left out. More than `most_read` are not even read: the nodes of a
  /// page of millions would be most of its memory.
  Crowding(std::size_t page_bytes, std::uint64_t max_blocks, std::uint64_t most_read) noexcept
      : blocks_left_(std::min<std::uint64_t>(free_blocks + page_bytes / bytes_per_block,
                                             std::max(max_blocks / 5 * 2, free_of_limit))),
        most_ended_(most_read) {}

  static constexpr std::uint64_t no_limit = std::numeric_limits<std::uint64_t>::max();

  /// Text that is not all white space was added to the block.
  void add_text(std::size_t bytes) noexcept {
    block_bytes_ += bytes;
    has_text_ = true;
  }

  /// Ends the block here, and the next begins, unless the page is crowded. False: the two are one block.
  [[nodiscard]] bool try_end_block() noexcept {
    if (!try_end_line()) return false;
    if (has_text_) ++ended_;
    has_text_ = false;
    return true;
  }
  /// The same of a line break, which may end a block, or only a line in it.
  [[nodiscard]] bool try_end_line() noexcept {
    if (block_bytes_ != 0 && blocks_left_ == 0 && block_bytes_ < crowded_block_bytes) return false;
    if (block_bytes_ != 0 && blocks_left_ != 0) --blocks_left_;
    block_bytes_ = 0;
    return true;
  }
  /// A block ends here, whether it may or not. On a crowded page that is no reason to begin another.
  void end_block() noexcept {
    if (blocks_left_ != 0) static_cast<void>(try_end_block());
  }

  /// The page is full, whatever its blocks: of elements and texts it has as many as are read.
  void fill() noexcept { most_ended_ = std::min(most_ended_, ended_); }

  /// Whether the page has all the blocks that are read. The reader adds nothing more, but goes on to count them here.
  [[nodiscard]] bool is_full() const noexcept { return ended_ >= most_ended_; }
  /// Blocks that were counted and not read, at the end of the page.
  [[nodiscard]] std::uint64_t left_out() const noexcept {
    return is_full() ? ended_ - most_ended_ + (has_text_ ? 1 : 0) : 0;
  }

 private:
  static constexpr std::size_t free_blocks = 3000;
  static constexpr std::size_t bytes_per_block = 32;
  static constexpr std::uint64_t free_of_limit = 40'000;
  // Once the page is crowded: so many that blocks are cheap, so few that the reader's choice among them is still one.
  static constexpr std::size_t crowded_block_bytes = 360;

  std::size_t blocks_left_;
  std::size_t block_bytes_ = 0;  // of the block at hand
  bool has_text_ = false;        // since the last end of a block
  std::uint64_t ended_ = 0;      // blocks with text
  std::uint64_t most_ended_;
};

}  // namespace pith::page

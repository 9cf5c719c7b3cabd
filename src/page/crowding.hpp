/// Crowding: how many blocks a page may be cut into. A block costs later stages some six microseconds whatever its
/// size, so blocks of a few letters would cost far more a byte than any real page.
#pragma once

#include <cstddef>

namespace pith::page {

/// Counts blocks as a reader makes them. Of 1,802 real pages, none comes nearer to the limit than a seventh as HTML and
/// two thirds as plain text.
class Crowding {
 public:
  explicit Crowding(std::size_t page_bytes) noexcept : blocks_left_(free_blocks + page_bytes / bytes_per_block) {}

  /// Text that is not all white space was added to the block.
  void add_text(std::size_t bytes) noexcept { block_bytes_ += bytes; }

  /// Ends the block here, and the next begins, unless the page is crowded. False: the two are one block.
  [[nodiscard]] bool try_end_block() noexcept {
    if (block_bytes_ != 0 && blocks_left_ == 0 && block_bytes_ < crowded_block_bytes) return false;
    if (block_bytes_ != 0 && blocks_left_ != 0) --blocks_left_;
    block_bytes_ = 0;
    return true;
  }
  /// A block ends here, whether it may or not. On a crowded page that is no reason to begin another.
  void end_block() noexcept {
    if (blocks_left_ != 0) static_cast<void>(try_end_block());
  }

 private:
  static constexpr std::size_t free_blocks = 3000;
  static constexpr std::size_t bytes_per_block = 32;
  // Once the page is crowded: so many that blocks are cheap, so few that the reader's choice among them is still one.
  static constexpr std::size_t crowded_block_bytes = 400;

  std::size_t blocks_left_;
  std::size_t block_bytes_ = 0;  // of the block at hand
};

}  // namespace pith::page

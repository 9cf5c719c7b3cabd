/// Records of a WARC file, one after the other.
#pragma once

#include <cstdint>
#include <string>

#include "streams/input_stream.hpp"
#include "warc/header.hpp"

namespace warc {

enum class Outcome : std::uint8_t {
  record,   ///< a header was read; read_block() or skip_block() comes next
  damaged,  ///< something that is no record was passed over, to the next place where one begins
  end,
  unreadable,  ///< the file cannot be read any more: InputStream::error() says why
};

class RecordReader {
 public:
  /// `stream` has to outlive this, and stand at the beginning of a record.
  explicit RecordReader(streams::InputStream& stream) : stream_(stream) {}

  [[nodiscard]] Outcome next(Header& header);

  /// Where the record of the last next() begins.
  [[nodiscard]] streams::Position position() const noexcept { return position_; }

  /// Appends at most `max_bytes` of the block, and passes over the rest. False when the block is damaged or cut off;
  /// what was appended is then taken back, and the next next() passes over the damage.
  [[nodiscard]] bool read_block(std::size_t max_bytes, std::string& out);
  [[nodiscard]] bool skip_block();

 private:
  [[nodiscard]] Outcome pass_over_damage();
  void skip_blank_lines();
  [[nodiscard]] std::string_view next_of_block();
  [[nodiscard]] bool is_sound_after_block();

  streams::InputStream& stream_;
  streams::Position position_;
  std::uint64_t block_left_ = 0;
  bool in_damage_ = false;
  bool is_past_damage_ = false;  // the next record begins right here
  bool is_past_end_ = false;     // the file ends before the block does
};

}  // namespace warc

/// A file, decompressed, with places to come back to.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "files/descriptor.hpp"
#include "streams/decoder.hpp"

namespace streams {

/// A place in a file: the byte `within` of what the member at `offset` of the file holds, decompressed. A file that is
/// not compressed has one member a byte: `within` is 0.
struct Position {
  std::uint64_t offset = 0;
  std::uint64_t within = 0;

  friend bool operator==(const Position&, const Position&) = default;
};

/// Reads forward. What is at hand is contiguous memory, as much of it as the reader asks for.
class InputStream {
 public:
  enum class Trouble : std::uint8_t { none, damaged, unreadable };

  /// Opens `path` at a place that position() told. Null, with the reason, when that fails.
  [[nodiscard]] static std::unique_ptr<InputStream> open(const std::string& path, Position start, std::string& error);

  /// The bytes at hand, at least `count` of them unless the file ends or trouble comes first. Valid until the next
  /// call.
  [[nodiscard]] std::string_view peek(std::size_t count);
  /// At most what peek() gave.
  void consume(std::size_t count);
  /// How many of the bytes at hand are of the member that the next byte is of.
  [[nodiscard]] std::size_t left_of_member() const;
  /// Whether the next byte is the first of a member of a compressed file.
  [[nodiscard]] bool is_at_member() const;
  /// Whether the damage that was met is of the member that the next byte is of, be it in its checksum alone.
  [[nodiscard]] bool is_member_damaged() const;
  /// Where the next byte stands.
  [[nodiscard]] Position position() const;
  [[nodiscard]] Trouble trouble() const noexcept { return trouble_; }
  [[nodiscard]] const std::string& error() const noexcept { return error_; }
  [[nodiscard]] Coding coding() const noexcept { return coding_; }
  /// Bytes of the file that were read so far.
  [[nodiscard]] std::uint64_t file_offset() const noexcept { return raw_offset_ + raw_used_; }

  /// Goes back to a byte of a file that is not compressed. False where it is, or where that fails.
  [[nodiscard]] bool go_back(Position position);

  /// After damage: goes to the next place in the file where a member seems to begin. False when there is none.
  [[nodiscard]] bool skip_damage();

 private:
  /// From `at` of the bytes at hand on, the member's place counts.
  struct Mark {
    std::size_t at = 0;
    Position position;
  };

  InputStream(cli::Descriptor file, std::string path);
  [[nodiscard]] bool prepare(Position start, std::string& error);
  [[nodiscard]] bool load_dictionary(std::string& error);
  [[nodiscard]] bool seek(std::uint64_t offset, std::string& error);
  [[nodiscard]] bool refill_raw();
  void decode_more();
  void copy_more();
  void make_room(std::size_t count);
  [[nodiscard]] const Mark* current_mark() const;

  cli::Descriptor file_;
  std::string path_;
  Coding coding_ = Coding::identity;
  std::unique_ptr<Decoder> decoder_;
  std::vector<char> raw_;         // as in the file
  std::uint64_t raw_offset_ = 0;  // of raw_[0] in the file
  std::size_t raw_used_ = 0;
  std::size_t raw_end_ = 0;
  std::vector<char> decoded_;
  std::size_t begin_ = 0;  // of what is at hand
  std::size_t end_ = 0;
  std::deque<Mark> marks_;
  std::uint64_t member_offset_ = 0;
  std::uint64_t member_bytes_ = 0;  // decoded of the member so far
  bool in_member_ = false;
  bool at_end_ = false;
  Trouble trouble_ = Trouble::none;
  std::string error_;
};

}  // namespace streams

/// The numbered files of a run's output.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "batch/arguments.hpp"
#include "files/descriptor.hpp"
#include "streams/encoder.hpp"

namespace batch {

/// How far the output is.
struct ShardPlace {
  std::uint64_t number = 0;       ///< of the shard at hand, from 0
  std::uint64_t plain_bytes = 0;  ///< in it, before compression
  std::uint64_t file_bytes = 0;   ///< in it, on the disk
};

/// Writes part-00000.jsonl, part-00001.jsonl, ...; each is hidden until it is whole. All errors are sticky: after the
/// first, error() is not empty and the disk is left alone.
class ShardWriter {
 public:
  ShardWriter(const Arguments& arguments);

  /// Goes on where a run stopped; what was written after `place` is cut off.
  void resume(const ShardPlace& place);
  /// Appends one record. The shard ends before it when it would grow beyond its size.
  void write(std::string_view record);
  /// Brings all that was written to the disk; place() then is where a later run can go on.
  void flush_to_disk();
  /// Ends the last shard.
  void finish();

  [[nodiscard]] const ShardPlace& place() const noexcept { return place_; }
  /// "cannot write FILE: No space left on device"
  [[nodiscard]] const std::string& error() const noexcept { return error_; }
  /// True after a shard was ended since the last call.
  [[nodiscard]] bool take_ended() noexcept;

 private:
  [[nodiscard]] std::string path() const;
  void open(bool keep_bytes);
  void write_out();
  void end_shard();
  void fail(const std::string& path, const std::string& reason);

  const Arguments& arguments_;
  ShardPlace place_;
  cli::Descriptor file_;
  std::unique_ptr<streams::Encoder> encoder_;
  std::string waiting_;  // encoded, not yet written
  std::string error_;
  bool has_ended_ = false;
};

}  // namespace batch

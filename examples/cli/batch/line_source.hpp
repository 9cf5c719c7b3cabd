/// Lines of JSON Lines files.
#pragma once

#include "batch/record_source.hpp"

namespace batch {

class LineSource final : public RecordSource {
 public:
  LineSource(std::unique_ptr<streams::InputStream> stream, std::size_t max_record_bytes)
      : stream_(std::move(stream)), max_record_bytes_(max_record_bytes) {}

  [[nodiscard]] ReadOutcome next(Parcel& parcel) override;
  [[nodiscard]] streams::Position position() const override { return stream_->position(); }
  [[nodiscard]] std::uint64_t file_offset() const override { return stream_->file_offset(); }
  [[nodiscard]] std::string error() const override { return stream_->error(); }

 private:
  /// Appends to `out` up to the line's end. False at the end of the input.
  [[nodiscard]] bool take_line(std::string& out, bool& was_cut);

  std::unique_ptr<streams::InputStream> stream_;
  std::size_t max_record_bytes_;
};

}  // namespace batch

/// Pages of WARC and WET files.
#pragma once

#include "batch/record_source.hpp"
#include "warc/record_reader.hpp"

namespace batch {

class WarcSource final : public RecordSource {
 public:
  WarcSource(std::unique_ptr<streams::InputStream> stream, std::size_t max_record_bytes)
      : stream_(std::move(stream)), reader_(*stream_), max_record_bytes_(max_record_bytes) {}

  [[nodiscard]] ReadOutcome next(Parcel& parcel) override;
  [[nodiscard]] streams::Position position() const override { return stream_->position(); }
  [[nodiscard]] std::uint64_t file_offset() const override { return stream_->file_offset(); }
  [[nodiscard]] std::string error() const override { return stream_->error(); }

 private:
  [[nodiscard]] ReadOutcome note_damage(Parcel& parcel);
  [[nodiscard]] ReadOutcome take(const warc::Header& header, RecordKind kind, Parcel& parcel);

  std::unique_ptr<streams::InputStream> stream_;
  warc::RecordReader reader_;
  std::size_t max_record_bytes_;
};

}  // namespace batch

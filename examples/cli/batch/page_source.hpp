/// A file that is one page.
#pragma once

#include "batch/record_source.hpp"

namespace batch {

class PageSource final : public RecordSource {
 public:
  PageSource(std::unique_ptr<streams::InputStream> stream, std::size_t max_record_bytes)
      : stream_(std::move(stream)), max_record_bytes_(max_record_bytes) {}

  [[nodiscard]] ReadOutcome next(Parcel& parcel) override;
  [[nodiscard]] streams::Position position() const override { return stream_->position(); }
  [[nodiscard]] std::uint64_t file_offset() const override { return stream_->file_offset(); }
  [[nodiscard]] std::string error() const override { return stream_->error(); }

 private:
  std::unique_ptr<streams::InputStream> stream_;
  std::size_t max_record_bytes_;
  bool is_done_ = false;
};

}  // namespace batch

/// The one reader of a run: fills parcels, input after input.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/inputs.hpp"
#include "batch/parcel.hpp"
#include "batch/record_source.hpp"

namespace batch {

class Reader {
 public:
  /// `inputs` has to outlive this.
  Reader(const std::vector<Input>& inputs, Place start, std::size_t max_record_bytes);

  /// Fills an empty parcel. False at the end of the last input and where failure() says something; the parcel may hold
  /// records all the same. Where a parcel ends depends on the input alone, not on where the run began.
  [[nodiscard]] bool fill(Parcel& parcel);

  /// Why reading stopped before the end; empty: it did not.
  [[nodiscard]] const std::string& failure() const noexcept { return failure_; }

 private:
  [[nodiscard]] bool fill_on(Parcel& parcel);
  /// Where the next record begins.
  [[nodiscard]] Place place() const;
  [[nodiscard]] bool open_next(Parcel& parcel);
  void close_input();

  const std::vector<Input>& inputs_;
  Place at_;  // of the input at hand: where it was opened
  std::size_t max_record_bytes_;
  std::unique_ptr<RecordSource> source_;
  std::uint64_t closed_bytes_ = 0;  // of the inputs before the one at hand
  std::string failure_;
};

}  // namespace batch

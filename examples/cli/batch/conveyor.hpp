/// Parcels on their way from one reader through several extractors to one writer that takes them in their order.
/// All members may be called from any thread.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "batch/parcel.hpp"

namespace batch {

class Conveyor {
 public:
  /// `max_bytes` of records may be on the way, or one parcel that is larger: the reader waits.
  explicit Conveyor(std::size_t max_bytes) : max_bytes_(max_bytes) {}

  /// Reader: an empty parcel to fill.
  [[nodiscard]] std::unique_ptr<Parcel> take_empty();
  /// Reader: sends it on, with the next number. Waits for room; false: stop() was called.
  [[nodiscard]] bool send(std::unique_ptr<Parcel> parcel);
  /// Reader: nothing more will come.
  void close();

  /// Extractor: the next parcel; null: there will be none.
  [[nodiscard]] std::unique_ptr<Parcel> take_work();
  /// Extractor: it is done.
  void deliver(std::unique_ptr<Parcel> parcel);

  /// Writer: the next in order; null: there will be none.
  [[nodiscard]] std::unique_ptr<Parcel> take_done();
  /// Writer: it was written.
  void give_back(std::unique_ptr<Parcel> parcel);

  /// Nothing more is taken in; what is on the way comes out in order, but for parcels that no extractor has begun.
  void stop();
  /// The same, and nothing more comes out.
  void abandon();

 private:
  [[nodiscard]] bool is_room(std::size_t weight) const;

  const std::size_t max_bytes_;
  std::mutex mutex_;
  std::condition_variable changed_for_reader_;
  std::condition_variable changed_for_extractors_;
  std::condition_variable changed_for_writer_;
  std::deque<std::unique_ptr<Parcel>> work_;
  std::map<std::uint64_t, std::unique_ptr<Parcel>> done_;
  std::vector<std::unique_ptr<Parcel>> empties_;
  std::uint64_t sent_ = 0;
  std::uint64_t written_ = 0;
  std::size_t bytes_ = 0;  // on the way
  bool is_closed_ = false;
  bool is_abandoned_ = false;
};

}  // namespace batch

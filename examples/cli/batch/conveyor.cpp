#include "batch/conveyor.hpp"

namespace batch {
namespace {

using Lock = std::unique_lock<std::mutex>;

/// More than are ever on the way at a time; the rest of the memory goes back to the system.
constexpr std::size_t most_empties = 64;

}  // namespace

std::unique_ptr<Parcel> Conveyor::take_empty() {
  const Lock lock(mutex_);
  if (empties_.empty()) return std::make_unique<Parcel>();
  auto parcel = std::move(empties_.back());
  empties_.pop_back();
  return parcel;
}

bool Conveyor::is_room(std::size_t weight) const {
  return bytes_ == 0 || bytes_ + weight <= max_bytes_;
}

bool Conveyor::send(std::unique_ptr<Parcel> parcel) {
  Lock lock(mutex_);
  const std::size_t weight = parcel->weight();
  changed_for_reader_.wait(lock, [&] { return is_closed_ || is_room(weight); });
  if (is_closed_) return false;
  parcel->number = sent_++;
  bytes_ += weight;
  work_.push_back(std::move(parcel));
  changed_for_extractors_.notify_one();
  return true;
}

void Conveyor::close() {
  const Lock lock(mutex_);
  is_closed_ = true;
  changed_for_extractors_.notify_all();
  changed_for_writer_.notify_all();
}

std::unique_ptr<Parcel> Conveyor::take_work() {
  Lock lock(mutex_);
  changed_for_extractors_.wait(lock, [&] { return is_closed_ || !work_.empty(); });
  if (work_.empty()) return nullptr;
  auto parcel = std::move(work_.front());
  work_.pop_front();
  return parcel;
}

void Conveyor::deliver(std::unique_ptr<Parcel> parcel) {
  const Lock lock(mutex_);
  const std::uint64_t number = parcel->number;
  done_.emplace(number, std::move(parcel));
  if (number == written_) changed_for_writer_.notify_one();
}

std::unique_ptr<Parcel> Conveyor::take_done() {
  Lock lock(mutex_);
  changed_for_writer_.wait(lock, [&] {
    const bool is_end = is_closed_ && written_ == sent_;
    return is_abandoned_ || is_end || (!done_.empty() && done_.begin()->first == written_);
  });
  if (is_abandoned_ || done_.empty()) return nullptr;
  auto parcel = std::move(done_.begin()->second);
  done_.erase(done_.begin());
  ++written_;
  return parcel;
}

void Conveyor::give_back(std::unique_ptr<Parcel> parcel) {
  const Lock lock(mutex_);
  bytes_ -= parcel->weight();
  parcel->clear();
  if (empties_.size() < most_empties) empties_.push_back(std::move(parcel));
  changed_for_reader_.notify_one();
}

void Conveyor::stop() {
  const Lock lock(mutex_);
  is_closed_ = true;
  // Work is begun in order, so that what is left is the end of what was sent.
  sent_ -= work_.size();
  work_.clear();
  changed_for_reader_.notify_all();
  changed_for_extractors_.notify_all();
  changed_for_writer_.notify_all();
}

void Conveyor::abandon() {
  stop();
  const Lock lock(mutex_);
  is_abandoned_ = true;
  changed_for_writer_.notify_all();
}

}  // namespace batch

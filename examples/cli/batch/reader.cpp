#include "batch/reader.hpp"

#include <new>

#include "files/say.hpp"

namespace batch {
namespace {

/// A parcel is full at either: some milliseconds of work.
constexpr std::size_t full_bytes = std::size_t{256} << 10U;
constexpr std::size_t full_steps = 64;

}  // namespace

Reader::Reader(const std::vector<Input>& inputs, Place start, std::size_t max_record_bytes)
    : inputs_(inputs), at_(start), max_record_bytes_(max_record_bytes) {
  for (std::size_t i = 0; i < start.input && i < inputs.size(); ++i) closed_bytes_ += inputs[i].bytes;
}

void Reader::close_input() {
  source_.reset();
  closed_bytes_ += inputs_[at_.input].bytes;
  at_ = {at_.input + 1, {}};
}

/// False when the run has to stop here.
bool Reader::open_next(Parcel& parcel) {
  const std::string& path = inputs_[at_.input].path;
  OpenedSource opened = open_source(path, at_.position, max_record_bytes_);
  if (opened.source != nullptr) {
    source_ = std::move(opened.source);
    return true;
  }
  if (!opened.is_refused) {
    failure_ = "cannot read " + path + ": " + opened.error;
    return false;
  }
  cli::say(path + " " + opened.error + ": left out");
  parcel.tally.add("inputs_left_out");
  parcel.damage.push_back(path + " " + opened.error);
  close_input();
  return true;
}

bool Reader::fill(Parcel& parcel) {
  const Place start = place();
  try {
    return fill_on(parcel);
  } catch (const std::bad_alloc&) {
    failure_ = "cannot read " + inputs_[at_.input].path + ": out of memory";
    parcel.clear();
    parcel.next = start;
    return false;
  }
}

Place Reader::place() const {
  return {at_.input, source_ == nullptr ? at_.position : source_->position()};
}

bool Reader::fill_on(Parcel& parcel) {
  for (std::size_t steps = 0; steps < full_steps && parcel.bytes.size() < full_bytes && failure_.empty(); ++steps) {
    if (source_ == nullptr) {
      if (at_.input == inputs_.size() || !open_next(parcel)) break;
      continue;
    }
    const std::size_t records = parcel.records.size();
    const std::size_t damages = parcel.damage.size();
    const ReadOutcome outcome = source_->next(parcel);
    if (parcel.records.size() > records) parcel.records.back().input = at_.input;
    if (parcel.damage.size() > damages) parcel.damage.back() = inputs_[at_.input].path + " at " + parcel.damage.back();
    if (outcome == ReadOutcome::unreadable)
      failure_ = "cannot read " + inputs_[at_.input].path + ": " + source_->error();
    if (outcome == ReadOutcome::end) {
      parcel.tally.add("inputs");
      close_input();
    }
  }
  parcel.next = place();
  parcel.file_bytes = closed_bytes_ + (source_ == nullptr ? 0 : source_->file_offset());
  return failure_.empty() && (source_ != nullptr || at_.input < inputs_.size());
}

}  // namespace batch

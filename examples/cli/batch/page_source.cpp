#include "batch/page_source.hpp"

#include <algorithm>

namespace batch {

ReadOutcome PageSource::next(Parcel& parcel) {
  if (is_done_) return ReadOutcome::end;
  is_done_ = true;
  RawRecord record;
  record.begin = parcel.bytes.size();
  for (;;) {
    const std::string_view at_hand = stream_->peek(1);
    const std::size_t room = max_record_bytes_ - (parcel.bytes.size() - record.begin);
    parcel.bytes += at_hand.substr(0, room);
    record.was_cut = at_hand.size() > room;
    stream_->consume(std::min(room, at_hand.size()));
    if (at_hand.empty() || record.was_cut) break;
  }
  if (stream_->trouble() == streams::InputStream::Trouble::unreadable) return ReadOutcome::unreadable;
  if (stream_->trouble() == streams::InputStream::Trouble::damaged) parcel.tally.add("errors.damaged_input");
  parcel.tally.add("records");
  record.end = parcel.bytes.size();
  parcel.records.push_back(std::move(record));
  return ReadOutcome::record;
}

}  // namespace batch

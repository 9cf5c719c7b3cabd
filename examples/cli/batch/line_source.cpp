#include "batch/line_source.hpp"

namespace batch {

bool LineSource::take_line(std::string& out, bool& was_cut) {
  const std::size_t before = out.size();
  bool has_any = false;
  for (;;) {
    const std::string_view at_hand = stream_->peek(1);
    if (at_hand.empty()) return has_any;
    has_any = true;
    const std::size_t newline = at_hand.find('\n');
    const std::string_view part = at_hand.substr(0, newline);
    was_cut = was_cut || out.size() - before + part.size() > max_record_bytes_;
    if (!was_cut) out += part;
    const bool is_whole = newline != std::string_view::npos;
    stream_->consume(part.size() + (is_whole ? 1 : 0));
    if (is_whole) return true;
  }
}

ReadOutcome LineSource::next(Parcel& parcel) {
  RawRecord record;
  record.kind = RecordKind::json_line;
  record.position = stream_->position();
  record.begin = parcel.bytes.size();
  const bool found = take_line(parcel.bytes, record.was_cut);
  if (stream_->trouble() == streams::InputStream::Trouble::unreadable) return ReadOutcome::unreadable;
  if (stream_->trouble() == streams::InputStream::Trouble::damaged) {
    // A line of which the end is missing is no record, and lines have no mark to begin again at.
    parcel.bytes.resize(record.begin);
    parcel.tally.add("errors.damaged_input");
    parcel.damage.push_back(place_of(record.position));
    return stream_->skip_damage() ? ReadOutcome::nothing : ReadOutcome::end;
  }
  if (!found) return ReadOutcome::end;
  parcel.tally.add("records");
  record.end = parcel.bytes.size();
  parcel.records.push_back(std::move(record));
  return ReadOutcome::record;
}

}  // namespace batch

#include "batch/warc_source.hpp"

#include "warc/http_response.hpp"

namespace batch {
namespace {

/// Why a record has no page; null where it may have one.
const char* reason_to_skip(const warc::Header& header, RecordKind& kind) {
  if (header.type == "response") {
    kind = RecordKind::http_response;
    const bool is_http = header.content_type.empty() || header.content_type.starts_with("application/http");
    if (!is_http) return "skipped.not_http";
    return warc::may_be_page(header.payload_type) ? nullptr : "skipped.not_html";
  }
  if (header.type == "resource") {
    kind = RecordKind::page;
    return warc::may_be_page(header.content_type) ? nullptr : "skipped.not_html";
  }
  if (header.type == "conversion") {
    kind = RecordKind::plain_text;
    return header.content_type.starts_with("text/plain") ? nullptr : "skipped.not_html";
  }
  if (header.type == "revisit") return "skipped.revisit";
  return "skipped.other_record";
}

}  // namespace

ReadOutcome WarcSource::note_damage(Parcel& parcel) {
  parcel.tally.add("errors.damaged_record");
  parcel.damage.push_back(place_of(reader_.position()));
  return ReadOutcome::nothing;
}

ReadOutcome WarcSource::take(const warc::Header& header, RecordKind kind, Parcel& parcel) {
  RawRecord record;
  record.kind = kind;
  record.begin = parcel.bytes.size();
  record.position = reader_.position();
  // The reader tells of the damage next time.
  if (!reader_.read_block(max_record_bytes_, parcel.bytes)) return ReadOutcome::nothing;
  record.end = parcel.bytes.size();
  record.was_cut = header.content_length > record.end - record.begin;
  record.url = header.target_uri;
  record.date = header.date;
  record.id = header.record_id;
  record.content_type = kind == RecordKind::page ? header.content_type : std::string();
  record.was_truncated = !header.truncated.empty();
  if (record.was_truncated) parcel.tally.add("truncated_records");
  parcel.records.push_back(std::move(record));
  return ReadOutcome::record;
}

ReadOutcome WarcSource::next(Parcel& parcel) {
  warc::Header header;
  switch (reader_.next(header)) {
    case warc::Outcome::damaged:
      return note_damage(parcel);
    case warc::Outcome::end:
      return ReadOutcome::end;
    case warc::Outcome::unreadable:
      return ReadOutcome::unreadable;
    case warc::Outcome::record:
      break;
  }
  parcel.tally.add("records");
  RecordKind kind = RecordKind::page;
  const char* const reason = reason_to_skip(header, kind);
  if (reason == nullptr) return take(header, kind, parcel);
  parcel.tally.add(reason);
  static_cast<void>(reader_.skip_block());  // damage is told next time
  return ReadOutcome::nothing;
}

}  // namespace batch

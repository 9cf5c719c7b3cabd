/// What goes from the reader to an extractor and on to the writer: some records at once, so that threads meet rarely.
#pragma once

#include <cstdint>
#include <pith/site.hpp>
#include <string>
#include <vector>

#include "batch/tally.hpp"
#include "streams/input_stream.hpp"

namespace batch {

enum class RecordKind : std::uint8_t {
  http_response,  ///< headers and body
  page,           ///< bytes of a page: a resource record, a file
  plain_text,     ///< a conversion record of a WET file
  json_line,
};

/// A record as it was read. Its bytes are [begin, end) of Parcel::bytes.
struct RawRecord {
  RecordKind kind = RecordKind::page;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool was_cut = false;        ///< it is longer than what was read
  bool was_truncated = false;  ///< the crawler says that it did not store all of it
  std::size_t input = 0;
  streams::Position position;
  std::string url;
  std::string date;  ///< of WARC
  std::string id;
  std::string content_type;
};

/// A record as it will be written: [begin, end) of Parcel::output.
struct WrittenRecord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint64_t text_hash = 0;  ///< of the folded text
};

/// Where a run goes on: a place in an input.
struct Place {
  std::size_t input = 0;
  streams::Position position;
};

/// "486", or "0 (486 unpacked)" for what stands within a compressed member: a place as the report tells it.
[[nodiscard]] std::string place_of(const streams::Position& position);

struct Parcel {
  std::uint64_t number = 0;  ///< 0, 1, 2, ... in the order of the input
  std::string bytes;
  std::vector<RawRecord> records;
  Place next;                       ///< what the reader would read after this parcel
  std::uint64_t file_bytes = 0;     ///< of the inputs' files, read so far
  std::vector<std::string> damage;  ///< lines for the report
  Tally tally;
  std::string output;
  std::vector<WrittenRecord> written;
  pith::SiteMemory learned;  ///< with --learn-site: of its pages

  /// Forgets all but the memory, and of that what an unusually large record took.
  void clear();
  /// What its records take in memory, which is up to twice their size. The same from the reader to the writer.
  [[nodiscard]] std::size_t weight() const noexcept { return bytes.capacity(); }
};

}  // namespace batch

/// One input file as a row of records, whatever its format.
#pragma once

#include <memory>
#include <string>

#include "batch/parcel.hpp"
#include "streams/input_stream.hpp"

namespace batch {

enum class ReadOutcome : std::uint8_t {
  record,      ///< a record was added to the parcel
  nothing,     ///< something was passed over and counted
  end,         ///< of the input
  unreadable,  ///< error() says why; a later run may go on from position()
};

class RecordSource {
 public:
  RecordSource() = default;
  RecordSource(const RecordSource&) = delete;
  RecordSource& operator=(const RecordSource&) = delete;
  virtual ~RecordSource() = default;

  /// Adds at most one record to the parcel: its bytes, and an entry without `input`.
  [[nodiscard]] virtual ReadOutcome next(Parcel& parcel) = 0;
  /// Where the next record begins.
  [[nodiscard]] virtual streams::Position position() const = 0;
  /// Bytes of the file read so far.
  [[nodiscard]] virtual std::uint64_t file_offset() const = 0;
  [[nodiscard]] virtual std::string error() const = 0;
};

struct OpenedSource {
  std::unique_ptr<RecordSource> source;  ///< null: see the others
  bool is_refused = false;               ///< it was read, and is nothing that pith reads
  std::string error;
};

/// Opens a file at a place; its format is told by its first bytes and its name. Records longer than `max_record_bytes`
/// are cut there.
[[nodiscard]] OpenedSource open_source(const std::string& path, streams::Position start, std::size_t max_record_bytes);

}  // namespace batch

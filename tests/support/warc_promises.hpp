/// What holds of reading WARC archives, whatever the bytes: it ends, no block is longer than was asked for, and what
/// was found at a place is found there again.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "support/warc_writer.hpp"
#include "warc/http_response.hpp"
#include "warc/record_reader.hpp"

namespace pith::test {

/// A file in memory that has a path.
class MemoryFile {
 public:
  explicit MemoryFile(std::string_view bytes) : file_(::memfd_create("archive", MFD_CLOEXEC)) {
    [[maybe_unused]] const auto written = ::write(file_, bytes.data(), bytes.size());
  }
  ~MemoryFile() { ::close(file_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }

 private:
  int file_;
};

struct FoundRecord {
  streams::Position position;
  std::string uri;
  std::string block;
  bool is_whole = false;
};

/// The records of an archive, from a place on. Stops after `most` of them.
struct FoundRecords {
  std::vector<FoundRecord> records;
  std::string broken;  ///< "" or which promise was broken
};

inline FoundRecords read_records(const MemoryFile& file, streams::Position start, std::size_t most) {
  constexpr std::size_t max_block_bytes = 1000;
  constexpr std::size_t most_steps = 40'000;
  FoundRecords found;
  std::string error;
  const auto stream = streams::InputStream::open(file.path(), start, error);
  if (stream == nullptr) {
    if (error.empty()) found.broken = "not opened, without a reason";
    return found;
  }
  warc::RecordReader reader(*stream);
  for (std::size_t steps = 0; found.records.size() < most; ++steps) {
    if (steps == most_steps) found.broken = "reading does not end";
    warc::Header header;
    const warc::Outcome outcome = reader.next(header);
    if (!found.broken.empty() || outcome == warc::Outcome::end || outcome == warc::Outcome::unreadable) return found;
    if (outcome == warc::Outcome::damaged) continue;
    FoundRecord record{reader.position(), header.target_uri, "before", false};
    record.is_whole = reader.read_block(max_block_bytes, record.block);
    if (!record.block.starts_with("before")) found.broken = "what stood before the block is lost";
    if (record.block.size() > 6 + std::min<std::uint64_t>(max_block_bytes, header.content_length))
      found.broken = "a block is longer than the record, or than was asked for";
    found.records.push_back(std::move(record));
  }
  return found;
}

inline std::string broken_body_promise(std::string_view response) {
  constexpr std::size_t max_body_bytes = 2000;
  warc::HttpHead head;
  if (!warc::split_response(response, head)) return {};
  if (!response.ends_with(head.body)) return "a body that is not the end of its response";
  warc::BodyReader bodies;
  std::string_view body;
  std::string first;
  for (int time = 0; time < 2; ++time) {
    const auto outcome = bodies.read(head, max_body_bytes, body);
    if (body.size() > max_body_bytes && outcome != warc::BodyReader::Outcome::damaged &&
        outcome != warc::BodyReader::Outcome::unknown_encoding)
      return "a body longer than was asked for";
    if (time == 1 && body != first) return "read twice a body is another";
    first = body;
  }
  return {};
}

/// The first byte chooses how the archive is compressed, the others are the archive.
inline std::string broken_warc_promise(std::string_view bytes) {
  constexpr std::size_t most_records = 64;
  if (bytes.empty()) return {};
  static constexpr std::array<streams::Coding, 4> codings = {streams::Coding::identity, streams::Coding::identity,
                                                             streams::Coding::gzip, streams::Coding::zstd};
  const streams::Coding coding = codings[static_cast<unsigned char>(bytes[0]) % codings.size()];
  bytes.remove_prefix(1);
  const std::string archive =
      coding == streams::Coding::identity ? std::string(bytes) : support::compress(coding, bytes);
  const MemoryFile file(archive);
  const FoundRecords found = read_records(file, {}, most_records);
  if (!found.broken.empty()) return found.broken;
  for (const FoundRecord& record : found.records) {
    const FoundRecords again = read_records(file, record.position, 1);
    if (again.records.empty()) return "a record is not found where it was";
    const FoundRecord& same = again.records.front();
    if (same.uri != record.uri || same.block != record.block || same.is_whole != record.is_whole)
      return "another record is found where one was";
    if (std::string broken = broken_body_promise(std::string_view(record.block).substr(6)); !broken.empty())
      return broken;
  }
  return {};
}

}  // namespace pith::test

#include "batch/shard_writer.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "files/atomic_file.hpp"
#include "files/say.hpp"

namespace batch {
namespace {

constexpr std::size_t write_bytes = std::size_t{1} << 20U;

const char* ending_of(cli::Format format) {
  if (format == cli::Format::text) return ".txt";
  return format == cli::Format::markdown ? ".md" : ".jsonl";
}

const char* ending_of(streams::Coding coding) {
  if (coding == streams::Coding::gzip) return ".gz";
  return coding == streams::Coding::zstd ? ".zst" : "";
}

}  // namespace

ShardWriter::ShardWriter(const Arguments& arguments)
    : arguments_(arguments), encoder_(streams::make_encoder(arguments.compression)) {}

std::string ShardWriter::path() const {
  char number[32];
  std::snprintf(number, sizeof number, "part-%05llu", static_cast<unsigned long long>(place_.number));
  return arguments_.output + "/" + number + ending_of(arguments_.format) + ending_of(arguments_.compression);
}

void ShardWriter::fail(const std::string& path, const std::string& reason) {
  if (error_.empty()) error_ = "cannot write " + path + ": " + reason;
}

void ShardWriter::open(bool keep_bytes) {
  const std::string hidden = cli::temporary_name(path());
  file_ = cli::Descriptor(::open(hidden.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | (keep_bytes ? 0 : O_TRUNC), 0666));
  if (file_.number() < 0) fail(hidden, cli::reason_of(errno));
}

void ShardWriter::resume(const ShardPlace& place) {
  place_ = place;
  const std::string hidden = cli::temporary_name(path());
  // The run may have ended this shard and died before it could say so.
  if (::access(path().c_str(), F_OK) == 0) static_cast<void>(cli::rename_durably(path(), hidden));
  if (place.file_bytes == 0) return;
  open(true);
  if (file_.number() < 0) return;
  const off_t size = ::lseek(file_.number(), 0, SEEK_END);
  const auto wanted = static_cast<off_t>(place.file_bytes);
  if (size < wanted)
    fail(hidden, "it is shorter than it was");
  else if (::ftruncate(file_.number(), wanted) != 0 || ::lseek(file_.number(), wanted, SEEK_SET) < 0)
    fail(hidden, cli::reason_of(errno));
}

void ShardWriter::write_out() {
  if (waiting_.empty() || !error_.empty()) return;
  if (file_.number() < 0) open(false);
  if (error_.empty() && !cli::write_all(file_.number(), waiting_))
    fail(cli::temporary_name(path()), cli::reason_of(errno));
  place_.file_bytes += waiting_.size();
  waiting_.clear();
}

void ShardWriter::write(std::string_view record) {
  if (!error_.empty()) return;
  if (place_.plain_bytes > 0 && place_.plain_bytes + record.size() > arguments_.shard_bytes) end_shard();
  encoder_->encode(record, waiting_);
  place_.plain_bytes += record.size();
  if (waiting_.size() >= write_bytes) write_out();
}

void ShardWriter::flush_to_disk() {
  encoder_->end_member(waiting_);
  write_out();
  if (file_.number() < 0 || !error_.empty()) return;
  if (::fdatasync(file_.number()) != 0) fail(cli::temporary_name(path()), cli::reason_of(errno));
}

void ShardWriter::end_shard() {
  flush_to_disk();
  if (!error_.empty()) return;
  file_ = cli::Descriptor();
  const std::string reason = cli::rename_durably(cli::temporary_name(path()), path());
  if (!reason.empty()) fail(path(), reason);
  place_ = {.number = place_.number + 1, .plain_bytes = 0, .file_bytes = 0};
  has_ended_ = true;
}

void ShardWriter::finish() {
  if (place_.plain_bytes > 0 && error_.empty()) end_shard();
}

bool ShardWriter::take_ended() noexcept {
  return std::exchange(has_ended_, false);
}

}  // namespace batch

#include "batch/run_writer.hpp"

#include "batch/report.hpp"
#include "files/atomic_file.hpp"

namespace batch {
namespace {

/// A second or less of work for two cores. Members of compressed output end here, so that the places may depend on
/// nothing but the input: a resumed run has to write the same bytes.
constexpr std::size_t checkpoint_bytes = std::size_t{128} << 20U;
constexpr std::size_t checkpoint_parcels = 1024;

/// Enough to see what is wrong with an archive.
constexpr std::size_t max_damage_lines = 1000;

}  // namespace

RunWriter::RunWriter(const Arguments& arguments, RunState state)
    : arguments_(arguments),
      state_(std::move(state)),
      shards_(arguments),
      seen_(arguments.output),
      sites_(arguments.extraction.learn_site, arguments.output),
      seconds_before_(state_.seconds) {
  shards_.resume(state_.shard);
  error_ = shards_.error();
  if (!seen_.resume(state_.hash_count)) error_ = "cannot read the hashes of the last run in " + arguments.output;
  sites_.resume();
  if (error_.empty()) error_ = sites_.error();
  // From now on the folder is known to hold an unfinished run.
  if (error_.empty()) save();
}

void RunWriter::write(const Parcel& parcel) {
  state_.tally.add(parcel.tally);
  for (const std::string& line : parcel.damage)
    if (state_.damage.size() < max_damage_lines) state_.damage.push_back(line);
  for (const WrittenRecord& record : parcel.written) {
    if (arguments_.selection.drop_duplicates && !seen_.add(record.text_hash)) {
      state_.tally.add("left_out.duplicate");
      continue;
    }
    shards_.write(std::string_view(parcel.output).substr(record.begin, record.end - record.begin));
    state_.tally.add("kept");
    state_.tally.add("output_bytes", record.end - record.begin);
  }
  sites_.add(parcel.learned);
  state_.place = parcel.next;
  bytes_since_checkpoint_ += parcel.weight();
  ++parcels_since_checkpoint_;
  const bool is_time = bytes_since_checkpoint_ >= checkpoint_bytes || parcels_since_checkpoint_ >= checkpoint_parcels;
  if (is_time || shards_.take_ended()) checkpoint();
  if (error_.empty()) error_ = shards_.error();
}

void RunWriter::checkpoint() {
  shards_.flush_to_disk();
  error_ = shards_.error();
  if (error_.empty()) error_ = seen_.flush_to_disk();
  sites_.flush_to_disk();
  if (error_.empty()) error_ = sites_.error();
  if (error_.empty()) save();
  bytes_since_checkpoint_ = 0;
  parcels_since_checkpoint_ = 0;
}

void RunWriter::save() {
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  state_.seconds = seconds_before_ + elapsed.count();
  state_.shard = shards_.place();
  state_.hash_count = seen_.count();
  error_ = write_state(arguments_.output, state_);
}

void RunWriter::stop() {
  // In compressed output a member would end where an undisturbed run has none; the last checkpoint counts then.
  if (error_.empty() && arguments_.compression == streams::Coding::identity) checkpoint();
}

void RunWriter::finish() {
  shards_.finish();
  error_ = shards_.error();
  sites_.finish();
  if (error_.empty()) error_ = sites_.error();
  if (!error_.empty()) return;
  state_.is_complete = true;
  // Sets the time that the report tells; the state says "complete" only when all else is on the disk.
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start_;
  state_.seconds = seconds_before_ + elapsed.count();
  state_.shard = shards_.place();
  const std::string path = arguments_.output + "/report.json";
  const std::string reason = cli::write_whole_file(path, make_report(arguments_, state_));
  if (!reason.empty()) error_ = "cannot write " + path + ": " + reason;
  if (error_.empty()) save();
  if (!error_.empty()) return;
  seen_.remove_file();
  sites_.remove_file();
}

}  // namespace batch

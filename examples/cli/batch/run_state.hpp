/// What a run leaves in its output folder so that a later one can go on: .pith-batch.json.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "batch/arguments.hpp"
#include "batch/inputs.hpp"
#include "batch/parcel.hpp"
#include "batch/shard_writer.hpp"
#include "batch/tally.hpp"

namespace batch {

struct RunState {
  std::string fingerprint;  ///< of all that the output depends on
  bool is_complete = false;
  Place place;  ///< of the input
  ShardPlace shard;
  Tally tally;
  std::vector<std::string> damage;
  std::uint64_t hash_count = 0;  ///< articles in the file of hashes
  double seconds = 0;            ///< of all runs so far
};

/// All options that the output depends on, by name, and the version.
[[nodiscard]] nlohmann::ordered_json options_of(const Arguments& arguments);

/// These, the inputs with their sizes, and what the files of --rules hold, as text.
[[nodiscard]] std::string fingerprint_of(const Arguments& arguments, const std::vector<Input>& inputs);

[[nodiscard]] std::string state_path(const std::string& folder);

/// Nothing when there is none. A file that cannot be read as a state gives one with an empty fingerprint.
[[nodiscard]] std::optional<RunState> read_state(const std::string& folder);

/// Empty, or "cannot write FILE: reason".
[[nodiscard]] std::string write_state(const std::string& folder, const RunState& state);

}  // namespace batch

#include "batch/run_state.hpp"

#include <nlohmann/json.hpp>
#include <pith.hpp>

#include "batch/selection.hpp"
#include "files/atomic_file.hpp"
#include "files/read_file.hpp"

namespace batch {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t max_state_bytes = std::size_t{64} << 20U;
constexpr std::size_t max_rules_bytes = std::size_t{256} << 20U;

std::string dump(const Json& json) {
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

RunState from_json(const Json& json) {
  RunState state;
  state.fingerprint = json.at("fingerprint");
  state.is_complete = json.at("complete");
  state.place.input = json.at("input");
  state.place.position = {json.at("offset"), json.at("within")};
  state.shard = {json.at("shard"), json.at("shard_plain_bytes"), json.at("shard_file_bytes")};
  for (const auto& [name, count] : json.at("tally").items()) state.tally.add(name, count.get<std::uint64_t>());
  state.damage = json.at("damage").get<std::vector<std::string>>();
  state.hash_count = json.at("hashes");
  state.seconds = json.at("seconds");
  return state;
}

}  // namespace

Json options_of(const Arguments& arguments) {
  const SelectionArguments& selection = arguments.selection;
  Json options = {{"version", pith::library_version()},
                  {"format", cli::name_of(arguments.format)},
                  {"compression", streams::name_of(arguments.compression)},
                  {"shard_bytes", arguments.shard_bytes}};
  cli::describe(arguments.extraction, options);
  options["min_confidence"] = selection.min_confidence;
  options["verdicts"] = selection.verdicts;
  options["languages"] = selection.languages;
  options["min_words"] = selection.min_words;
  options["max_bytes"] = selection.max_bytes;
  options["include_urls"] = selection.include_urls;
  options["exclude_urls"] = selection.exclude_urls;
  options["drop_duplicates"] = selection.drop_duplicates;
  options["keep_empty"] = selection.keep_empty;
  return options;
}

std::string fingerprint_of(const Arguments& arguments, const std::vector<Input>& inputs) {
  std::string files;
  for (const Input& input : inputs) files += input.path + '\0' + std::to_string(input.bytes) + '\0';
  for (const std::string& rules : arguments.extraction.rules)
    files += std::to_string(exact_hash(cli::read_file(rules, max_rules_bytes).bytes)) + '\0';
  // The list may hold 90,000 names; its hash does.
  return options_of(arguments).dump(-1, ' ', false, Json::error_handler_t::replace) + " " +
         std::to_string(inputs.size()) + " " + std::to_string(exact_hash(files));
}

std::string state_path(const std::string& folder) {
  return folder + "/.pith-batch.json";
}

std::optional<RunState> read_state(const std::string& folder) {
  const cli::FileBytes file = cli::read_file(state_path(folder), max_state_bytes);
  if (!file.error.empty()) return std::nullopt;
  try {
    return from_json(Json::parse(file.bytes));
  } catch (const Json::exception&) {
    return RunState{};
  }
}

std::string write_state(const std::string& folder, const RunState& state) {
  const Json json = {{"fingerprint", state.fingerprint},
                     {"complete", state.is_complete},
                     {"input", state.place.input},
                     {"offset", state.place.position.offset},
                     {"within", state.place.position.within},
                     {"shard", state.shard.number},
                     {"shard_plain_bytes", state.shard.plain_bytes},
                     {"shard_file_bytes", state.shard.file_bytes},
                     {"tally", state.tally.counts()},
                     {"damage", state.damage},
                     {"hashes", state.hash_count},
                     {"seconds", state.seconds}};
  const std::string path = state_path(folder);
  const std::string reason = cli::write_whole_file(path, dump(json));
  return reason.empty() ? std::string() : "cannot write " + path + ": " + reason;
}

}  // namespace batch

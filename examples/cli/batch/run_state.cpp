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

std::string fingerprint_of(const Arguments& arguments, const std::vector<Input>& inputs) {
  const SelectionArguments& selection = arguments.selection;
  const pith::Options& options = arguments.extraction.options;
  Json json = {{"version", pith::library_version()},
               {"format", static_cast<int>(arguments.format)},
               {"compression", streams::name_of(arguments.compression)},
               {"shard_bytes", arguments.shard_bytes},
               {"from", static_cast<int>(arguments.extraction.kind)},
               {"expect", static_cast<int>(arguments.extraction.expect)},
               {"links", static_cast<int>(arguments.extraction.style.links)},
               {"tables", static_cast<int>(arguments.extraction.style.text.tables)},
               {"list_marks", static_cast<int>(arguments.extraction.style.text.list_marks)},
               {"front_matter", arguments.extraction.style.front_matter},
               {"leaning", static_cast<int>(options.leaning)},
               {"keep_credits", options.keep_credits},
               {"keep_comments", options.keep_comments},
               {"keep_captions", options.keep_captions},
               {"keep_images", options.keep_images},
               {"keep_embeds", options.keep_embeds},
               {"rules", arguments.extraction.rules},
               {"site_memory", arguments.extraction.site_memory},
               {"learn_site", arguments.extraction.learn_site},
               {"min_confidence", selection.min_confidence},
               {"verdicts", selection.verdicts},
               {"languages", selection.languages},
               {"min_words", selection.min_words},
               {"max_bytes", selection.max_bytes},
               {"include_urls", selection.include_urls},
               {"exclude_urls", selection.exclude_urls},
               {"drop_duplicates", selection.drop_duplicates},
               {"keep_empty", selection.keep_empty}};
  std::string files;
  for (const Input& input : inputs) files += input.path + '\0' + std::to_string(input.bytes) + '\0';
  // The list may hold 90,000 names; its hash does.
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + " " + std::to_string(inputs.size()) + " " +
         std::to_string(exact_hash(files));
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

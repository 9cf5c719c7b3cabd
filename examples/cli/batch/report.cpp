#include "batch/report.hpp"

#include <nlohmann/json.hpp>
#include <pith.hpp>

namespace batch {
namespace {

using Json = nlohmann::ordered_json;

/// Groups that a reader of the report may count on, also where nothing was counted.
constexpr const char* groups[] = {"empty", "skipped", "errors", "left_out", "verdicts"};
constexpr const char* totals[] = {"inputs", "inputs_left_out", "records",     "truncated_records", "pages", "cut_pages",
                                  "kept",   "page_bytes",      "output_bytes"};

std::uint64_t per_second(std::uint64_t count, double seconds) {
  return seconds > 0 ? static_cast<std::uint64_t>(static_cast<double>(count) / seconds) : 0;
}

std::string counted(std::uint64_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// "3 errors (damaged_record 1, not_json 2)": what went wrong, for those who do not open the report.
std::string errors_of(const RunState& state) {
  std::uint64_t errors = 0;
  std::string kinds;
  for (const auto& [name, count] : state.tally.counts()) {
    if (!name.starts_with("errors.")) continue;
    errors += count;
    kinds += (kinds.empty() ? "" : ", ") + name.substr(name.find('.') + 1) + " " + std::to_string(count);
  }
  if (errors == 0) return counted(errors, "error");
  return counted(errors, "error") + " (" + kinds + (state.damage.empty() ? ")" : "; report.json says where)");
}

}  // namespace

std::string make_report(const Arguments& arguments, const RunState& state) {
  Json report = {{"version", pith::library_version()},
                 {"model", arguments.extraction.rules.empty() ? "built in" : "built in, and the files of --rules"},
                 {"complete", state.is_complete}};
  for (const char* const total : totals) report[total] = state.tally[total];
  for (const char* const group : groups) report[group] = Json::object();
  for (const auto& [name, count] : state.tally.counts()) {
    const std::size_t dot = name.find('.');
    if (dot != std::string::npos) report[name.substr(0, dot)][name.substr(dot + 1)] = count;
  }
  report["damage"] = state.damage;
  report["shards"] = state.shard.number;
  report["seconds"] = state.seconds;
  report["pages_per_second"] = per_second(state.tally["pages"], state.seconds);
  report["page_bytes_per_second"] = per_second(state.tally["page_bytes"], state.seconds);
  report["options"] = options_of(arguments);
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string summary_of(const RunState& state) {
  const Tally& tally = state.tally;
  const std::uint64_t cut = tally["cut_pages"];
  return counted(tally["records"], "record") + ", " + counted(tally["pages"], "page") +
         (cut > 0 ? " (" + std::to_string(cut) + " cut at the limit of bytes)" : std::string()) + ", " +
         std::to_string(tally["kept"]) + " kept in " + counted(state.shard.number, "file") + ", " + errors_of(state) +
         "; " + std::to_string(per_second(tally["pages"], state.seconds)) + " pages/s";
}

}  // namespace batch

#include "batch/report.hpp"

#include <nlohmann/json.hpp>
#include <pith.hpp>

namespace batch {
namespace {

using Json = nlohmann::ordered_json;

/// Groups that a reader of the report may count on, also where nothing was counted.
constexpr const char* groups[] = {"empty", "skipped", "errors", "left_out", "verdicts"};
constexpr const char* totals[] = {"inputs", "inputs_left_out", "records",     "truncated_records", "pages",
                                  "kept",   "page_bytes",      "output_bytes"};

Json options_of(const Arguments& arguments) {
  const std::string fingerprint = fingerprint_of(arguments, {});
  return Json::parse(fingerprint.substr(0, fingerprint.rfind('}') + 1));
}

std::uint64_t per_second(std::uint64_t count, double seconds) {
  return seconds > 0 ? static_cast<std::uint64_t>(static_cast<double>(count) / seconds) : 0;
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
  std::uint64_t errors = 0;
  for (const auto& [name, count] : tally.counts()) errors += name.starts_with("errors.") ? count : 0;
  return std::to_string(tally["records"]) + " records, " + std::to_string(tally["pages"]) + " pages, " +
         std::to_string(tally["kept"]) + " kept in " + std::to_string(state.shard.number) + " files, " +
         std::to_string(errors) + " errors; " + std::to_string(per_second(tally["pages"], state.seconds)) + " pages/s";
}

}  // namespace batch

#include "pages/explain_json.hpp"

#include <nlohmann/json.hpp>

#include "explain_report/report.hpp"

namespace pages {

using Json = nlohmann::ordered_json;

std::string explain_json(const pith::Explanation& explanation, const std::string& name, cli::Format format) {
  Json json = {{"file", name},
               {"verdict", pith::name_of(explanation.article.verdict)},
               {"confidence", explanation.article.confidence},
               {"blocks", Json::array()}};
  for (const pith::ExplainedBlock& block : explanation.blocks) json["blocks"].push_back(report::to_json(block));
  return json.dump(format == cli::Format::jsonl ? -1 : 2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pages

#include "pages/explain_json.hpp"

#include <nlohmann/json.hpp>

namespace pages {
namespace {

using Json = nlohmann::ordered_json;

Json to_json(const pith::ExplainedBlock& explained) {
  const pith::Block& block = explained.block;
  Json json = {{"index", block.index},
               {"kind", pith::name_of(block.kind)},
               {"level", block.level},
               {"kept", explained.kept},
               {"score", block.score},
               {"model_score", explained.model_score},
               {"category", pith::name_of(block.category)},
               {"reason", block.reason},
               {"path", explained.path},
               {"text", block.text},
               {"phrases", Json::array()},
               {"features", Json::object()}};
  for (const pith::PhraseEvidence& found : explained.phrases)
    json["phrases"].push_back(
        {{"phrase", found.phrase}, {"match", found.match}, {"category", pith::name_of(found.category)}});
  for (const pith::NamedValue& feature : explained.features) json["features"][feature.name] = feature.value;
  return json;
}

}  // namespace

std::string explain_json(const pith::Explanation& explanation, const std::string& name, cli::Format format) {
  Json json = {{"file", name},
               {"verdict", pith::name_of(explanation.article.verdict)},
               {"confidence", explanation.article.confidence},
               {"blocks", Json::array()}};
  for (const pith::ExplainedBlock& block : explanation.blocks) json["blocks"].push_back(to_json(block));
  return json.dump(format == cli::Format::jsonl ? -1 : 2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace pages

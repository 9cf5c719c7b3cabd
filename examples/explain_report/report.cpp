#include "explain_report/report.hpp"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

namespace report {

using Json = nlohmann::ordered_json;

namespace {

Json without_features(const pith::ExplainedBlock& explained) {
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
               {"phrases", Json::array()}};
  for (const pith::PhraseEvidence& found : explained.phrases)
    json["phrases"].push_back(
        {{"phrase", found.phrase}, {"match", found.match}, {"category", pith::name_of(found.category)}});
  return json;
}

double in_thousandths(float value) {
  return std::round(static_cast<double>(value) * 1000) / 1000;
}

/// Place among the names, value, and how far it moved the score, of each that is not 0: a large page has millions.
Json packed_features(const pith::ExplainedBlock& block) {
  Json packed = Json::array();
  for (std::size_t i = 0; i < block.features.size(); ++i) {
    const double value = in_thousandths(block.features[i].value);
    const double moved = in_thousandths(block.features[i].moved);
    if (value == 0 && moved == 0) continue;
    packed.push_back(i);
    packed.push_back(value);
    packed.push_back(moved);
  }
  return packed;
}

/// What the page's script reads.
Json page_data(const pith::Explanation& explanation) {
  pith::Article facts = explanation.article;
  facts.blocks.clear();
  facts.dropped.clear();
  Json data = Json::parse(pith::to_json(facts, pith::JsonLayout::one_line, pith::JsonOrigins::write));
  data["blocks"] = Json::array();
  data["features"] = Json::array();
  if (!explanation.blocks.empty())
    for (const pith::NamedValue& feature : explanation.blocks.front().features)
      data["features"].push_back(feature.name);
  for (const pith::ExplainedBlock& block : explanation.blocks) {
    Json json = without_features(block);
    json["features"] = packed_features(block);
    data["blocks"].push_back(std::move(json));
  }
  return data;
}

std::string filled_template(const Json& data) {
  std::string html(page_template());
  std::string escaped;
  // "</script>" and "<!--" would end or change the element that holds it.
  for (const char c : data.dump(-1, ' ', false, Json::error_handler_t::replace)) {
    if (c == '<') {
      escaped += "\\u003c";
    } else {
      escaped += c;
    }
  }
  constexpr std::string_view place = "PITH_DATA";
  return html.replace(html.find(place), place.size(), escaped);
}

}  // namespace

Json to_json(const pith::ExplainedBlock& explained) {
  Json json = without_features(explained);
  json["features"] = Json::object();
  for (const pith::NamedValue& feature : explained.features) json["features"][feature.name] = feature.value;
  json["moved"] = Json::object();
  for (const pith::NamedValue& feature : explained.features)
    if (feature.moved != 0) json["moved"][feature.name] = feature.moved;
  return json;
}

std::string to_html(const pith::Explanation& explanation) {
  return filled_template(page_data(explanation));
}

std::string to_html(const Side& first, const Side& second) {
  Json data = page_data(first.explanation);
  const pith::Article& article = second.explanation.article;
  data["side"] = first.name;
  data["other"] = {{"side", second.name},
                   {"verdict", pith::name_of(article.verdict)},
                   {"confidence", article.confidence},
                   {"blocks", Json::array()}};
  for (const pith::ExplainedBlock& block : second.explanation.blocks) {
    Json json = without_features(block);
    // What the block is, the first side says.
    for (const char* const name : {"index", "kind", "level", "path", "text"}) json.erase(name);
    data["other"]["blocks"].push_back(std::move(json));
  }
  return filled_template(data);
}

}  // namespace report

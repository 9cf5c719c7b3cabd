#include "records/article_fields.hpp"

#include <simdjson.h>

#include "records/spans.hpp"

namespace records {
namespace {

/// The members that to_json writes, by name, without the blocks, which it would write a second time. The library's own
/// writer is asked so that a field that is new there is new here.
void read_small_members(const pith::Article& article, pith::JsonOrigins origins, ArticleFields& out) {
  const simdjson::padded_string json(pith::to_json(article, pith::JsonLayout::one_line, origins));
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  simdjson::ondemand::object members;
  if (parser.iterate(json).get(document) || document.get_object().get(members)) return;
  const std::pair<std::string_view, std::string*> wanted[] = {{metadata_name, &out.metadata},
                                                              {confidence_name, &out.confidence},
                                                              {verdict_name, &out.verdict},
                                                              {charset_name, &out.charset}};
  for (auto member : members) {
    std::string_view name;
    if (member.unescaped_key().get(name)) return;
    for (const auto& [wanted_name, value] : wanted) {
      if (name != wanted_name) continue;
      std::string_view raw;
      if (!simdjson::to_json_string(member.value()).get(raw)) *value = raw;
    }
  }
}

std::string as_string(std::string_view text) {
  std::string out;
  append_string(out, text);
  return out;
}

}  // namespace

ArticleFields make_fields(pith::Article&& article, const ArticleFormat& format) {
  ArticleFields out;
  const std::string rendering = cli::render(article, format.rendering, format.style);
  const bool is_json = format.rendering == cli::Format::json;
  out.rendering = is_json ? rendering : as_string(rendering);
  if (format.spans) out.attributes = dolma_attributes(article, rendering, format.prefix);
  article.blocks.clear();
  article.dropped.clear();
  read_small_members(article, format.style.origins, out);
  out.language = as_string(article.metadata.language);
  return out;
}

void write_fields(ObjectWriter& record, const ArticleFields& fields, const ArticleFormat& format) {
  const bool is_json = format.rendering == cli::Format::json;
  const std::pair<std::string_view, const std::string&> members[] = {
      {is_json ? article_name : rendering_name, fields.rendering},
      {metadata_name, fields.metadata},
      {confidence_name, fields.confidence},
      {verdict_name, fields.verdict},
      {language_name, fields.language},
      {charset_name, fields.charset},
      {attributes_name, fields.attributes}};
  for (const auto& [name, json] : members)
    if (!json.empty()) record.raw(format.prefix + std::string(name), json);
}

}  // namespace records

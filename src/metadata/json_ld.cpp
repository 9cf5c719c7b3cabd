// schema.org in JSON-LD: Article and its kin.

#include <algorithm>

#include "metadata/json_reader.hpp"
#include "metadata/metadata.hpp"

namespace pith::metadata {
namespace {

void set_once(std::string& field, const std::string& value) {
  if (field.empty()) field = std::string(text::trim(value));
}

void add_author(Metadata& metadata, const std::string& value) {
  const std::string name(text::trim(value));
  const bool is_name = !name.empty() && name.size() < 100 && name.find("://") == std::string::npos;
  const bool known = std::find(metadata.authors.begin(), metadata.authors.end(), name) != metadata.authors.end();
  if (is_name && !known) metadata.authors.push_back(name);
}

bool has(const JsonPath& path, std::string_view name) {
  return std::find(path.begin(), path.end(), name) != path.end();
}

/// Comments, reviews and other pages have members of the same names.
bool is_about_another(const JsonPath& path) {
  static constexpr std::string_view others[] = {"comment",  "review",          "itemListElement", "hasPart",
                                                "isPartOf", "mentions",        "citation",        "relatedLink",
                                                "video",    "potentialAction", "breadcrumb"};
  return std::any_of(std::begin(others), std::end(others), [&](std::string_view name) { return has(path, name); });
}

void read_member(Metadata& metadata, const JsonPath& path, const std::string& value) {
  if (path.empty() || is_about_another(path)) return;
  const std::string& name = path.back();
  const std::string_view parent = path.size() > 1 ? std::string_view(path[path.size() - 2]) : std::string_view{};
  if (name == "headline") set_once(metadata.title, value);
  if (name == "datePublished" && !metadata.published.known()) metadata.published = parse_date(value);
  if (name == "dateModified" && !metadata.modified.known()) metadata.modified = parse_date(value);
  if (name == "description" && parent != "author" && parent != "publisher") set_once(metadata.description, value);
  if (name == "author" || (name == "name" && parent == "author")) add_author(metadata, value);
  if (name == "name" && parent == "publisher") set_once(metadata.site_name, value);
  if (name == "image" || (name == "url" && parent == "image")) set_once(metadata.image_url, value);
  if (name == "inLanguage") set_once(metadata.language, value);
  if (name == "keywords" && metadata.keywords.size() < 50) metadata.keywords.push_back(std::string(text::trim(value)));
}

}  // namespace

Metadata from_json_ld(const page::Page& page) {
  Metadata metadata;
  for (const std::string_view json : page.json_ld) {
    for_each_json_string(json,
                         [&](const JsonPath& path, const std::string& value) { read_member(metadata, path, value); });
  }
  return metadata;
}

}  // namespace pith::metadata

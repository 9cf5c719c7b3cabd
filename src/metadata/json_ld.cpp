// schema.org in JSON-LD: Article and its kin.

#include <algorithm>

#include "metadata/json_reader.hpp"
#include "metadata/metadata.hpp"
#include "metadata/names.hpp"

namespace pith::metadata {
namespace {

void set_once(std::string& field, const std::string& value) {
  if (field.empty()) field = std::string(text::trim(value));
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

/// Pictures and publishers have authors and names of their own.
bool is_authors(const JsonPath& path) {
  static constexpr std::string_view others[] = {"image", "publisher", "associatedMedia", "audio", "thumbnail", "logo"};
  return std::none_of(std::begin(others), std::end(others), [&](std::string_view name) { return has(path, name); });
}

/// What has been read so far. An organization is the author only of what no person signed.
struct Reading {
  Metadata metadata;
  std::vector<std::string> organizations;
  bool author_is_organization = false;  ///< by the last "@type" of an author
};

void read_author(Reading& reading, const JsonPath& path, std::string_view parent, const std::string& value) {
  if (!is_authors(path)) return;
  const std::string& name = path.back();
  if (name == "@type" && parent == "author") {
    reading.author_is_organization = value.find("Organization") != std::string::npos;
  }
  if (name == "author") add_author(reading.metadata.authors, value);
  if (name != "name" || parent != "author") return;
  add_author(reading.author_is_organization ? reading.organizations : reading.metadata.authors, value);
  reading.author_is_organization = false;
}

void read_member(Reading& reading, const JsonPath& path, const std::string& value) {
  if (path.empty() || is_about_another(path)) return;
  Metadata& metadata = reading.metadata;
  const std::string& name = path.back();
  const std::string_view parent = path.size() > 1 ? std::string_view(path[path.size() - 2]) : std::string_view{};
  if (name == "headline") set_once(metadata.title, value);
  if (name == "datePublished" && !metadata.published.known()) metadata.published = parse_date(value);
  if (name == "dateModified" && !metadata.modified.known()) metadata.modified = parse_date(value);
  if (name == "description" && parent != "author" && parent != "publisher") set_once(metadata.description, value);
  if (name == "name" && parent == "publisher") set_once(metadata.site_name, value);
  if (name == "image" || (name == "url" && parent == "image")) set_once(metadata.image_url, value);
  if (name == "inLanguage") set_once(metadata.language, value);
  if (name == "keywords" && metadata.keywords.size() < 50) metadata.keywords.push_back(std::string(text::trim(value)));
  read_author(reading, path, parent, value);
}

}  // namespace

Metadata from_json_ld(const page::Page& page) {
  Reading reading;
  for (const std::string_view json : page.json_ld) {
    for_each_json_string(json,
                         [&](const JsonPath& path, const std::string& value) { read_member(reading, path, value); });
  }
  if (reading.metadata.authors.empty()) reading.metadata.authors = reading.organizations;
  return reading.metadata;
}

}  // namespace pith::metadata

// <meta>: Open Graph, Twitter cards, Dublin Core, and the plain HTML names.

#include <algorithm>

#include "metadata/metadata.hpp"
#include "metadata/names.hpp"

namespace pith::metadata {
namespace {

enum class Field { title, author, published, modified, site_name, source, description, image, language, keywords };

struct NamedField {
  std::string_view name;
  Field field;
};

/// Surer names first: the first one that a page has wins its field.
constexpr NamedField names[] = {
    {"og:title", Field::title},
    {"twitter:title", Field::title},
    {"dc.title", Field::title},
    {"headline", Field::title},
    {"author", Field::author},
    {"article:author", Field::author},
    {"dc.creator", Field::author},
    {"byl", Field::author},
    {"parsely-author", Field::author},
    {"sailthru.author", Field::author},
    {"article:published_time", Field::published},
    {"datepublished", Field::published},
    {"og:published_time", Field::published},
    {"pubdate", Field::published},
    {"publishdate", Field::published},
    {"dc.date", Field::published},
    {"dc.date.issued", Field::published},
    {"date", Field::published},
    {"parsely-pub-date", Field::published},
    {"article:modified_time", Field::modified},
    {"og:updated_time", Field::modified},
    {"datemodified", Field::modified},
    {"last-modified", Field::modified},
    {"og:site_name", Field::site_name},
    {"application-name", Field::site_name},
    {"contentsource", Field::source},
    {"mediaid", Field::source},
    {"og:description", Field::description},
    {"description", Field::description},
    {"twitter:description", Field::description},
    {"og:image", Field::image},
    {"twitter:image", Field::image},
    {"og:locale", Field::language},
    {"content-language", Field::language},
    {"keywords", Field::keywords},
    {"news_keywords", Field::keywords},
};

void split_keywords(std::string_view text, std::vector<std::string>& out) {
  while (!text.empty() && out.size() < 50) {
    std::size_t end = text.find_first_of(",;");
    const std::size_t wide = text.find("\uFF0C");
    end = std::min({end, wide, text.size()});
    if (const auto word = text::trim(text.substr(0, end)); !word.empty()) out.emplace_back(word);
    text.remove_prefix(std::min(text.size(), end + (end == wide ? 3 : 1)));
  }
}

void set_field(Metadata& metadata, Field field, std::string_view value) {
  const auto set_once = [&](std::string& to) {
    if (to.empty()) to = std::string(value);
  };
  switch (field) {
    case Field::title:
      set_once(metadata.title);
      break;
    case Field::author:
      if (metadata.authors.empty()) add_author(metadata.authors, value);
      break;
    case Field::published:
      if (!metadata.published.known()) metadata.published = parse_date(value);
      break;
    case Field::modified:
      if (!metadata.modified.known()) metadata.modified = parse_date(value);
      break;
    case Field::site_name:
      set_once(metadata.site_name);
      break;
    case Field::source:
      set_once(metadata.source);
      break;
    case Field::description:
      set_once(metadata.description);
      break;
    case Field::image:
      set_once(metadata.image_url);
      break;
    case Field::language:
      set_once(metadata.language);
      break;
    case Field::keywords:
      if (metadata.keywords.empty()) split_keywords(value, metadata.keywords);
      break;
  }
}

}  // namespace

Metadata from_meta_tags(const page::Page& page) {
  Metadata metadata;
  for (const NamedField& row : names) {
    for (const page::MetaTag& tag : page.meta) {
      if (tag.name != row.name) continue;
      const std::string_view value = text::trim(tag.content);
      if (!value.empty()) set_field(metadata, row.field, value);
    }
  }
  return metadata;
}

}  // namespace pith::metadata

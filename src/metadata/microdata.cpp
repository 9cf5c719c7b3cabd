// Microdata and RDFa: itemprop and property of elements. (Those of <meta> are read with the other meta tags.)

#include "metadata/readers.hpp"

namespace pith::metadata {
namespace {

/// Whether the list has the word, with a vocabulary before it or not: "author", "schema:author",
/// "http://schema.org/author".
bool has_property(std::string_view list, std::string_view word) noexcept {
  for (std::size_t at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ' || list[at - 1] == ':' || list[at - 1] == '/';
    const std::size_t end = at + word.size();
    if (begins && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// The element within `node` that has the name; `node` itself when none has.
std::uint32_t named_within(const Input& input, std::uint32_t node) noexcept {
  for (const Mark& mark : input.marks.properties) {
    if (mark.node > node && mark.node < input.page.nodes[node].subtree_end && has_property(mark.value, "name"))
      return mark.node;
  }
  return node;
}

void read_author_item(const Input& input, std::uint32_t node, Metadata& out) {
  const std::uint32_t named = named_within(input, node);
  // A box about the author holds more than the name.
  const std::string text = text_of(input.page, named, 120, '\n');
  if (text.size() > 110 && named == node) return;
  for (std::string& name : split_names(text, NameTrust::announced)) add_name(out.authors, std::move(name));
  const std::string_view href = input.page.attribute(node, page::AttributeName::href);
  if (!href.empty()) out.author_urls.emplace_back(href);
}

Date date_of(const Input& input, std::uint32_t node) {
  for (const page::AttributeName name : {page::AttributeName::datetime, page::AttributeName::content,
                                         page::AttributeName::value, page::AttributeName::title}) {
    const Date date = machine_date(input.page.attribute(node, name), input.dates);
    if (date.known()) return date;
  }
  return parse_date(text_of(input.page, node, 80), input.dates);
}

}  // namespace

void read_microdata(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::microdata);
  for (const Mark& mark : input.marks.properties) {
    const bool author = has_property(mark.value, "author") || has_property(mark.value, "creator");
    const bool published = has_property(mark.value, "datePublished") || has_property(mark.value, "dateCreated") ||
                           has_property(mark.value, "created") || has_property(mark.value, "issued");
    const bool modified = has_property(mark.value, "dateModified") || has_property(mark.value, "modified");
    const bool headline = has_property(mark.value, "headline");
    if ((!author && !published && !modified && !headline) || is_of_others(input, mark.node)) continue;
    // Answers and posts below the article have authors of their own.
    const bool in_head = mark.node >= input.head.first_node && mark.node < input.head.end_node;
    if (author && (in_head || out.authors.empty())) read_author_item(input, mark.node, out);
    if (published && !out.published.known()) out.published = date_of(input, mark.node);
    if (modified && !out.modified.known()) out.modified = date_of(input, mark.node);
    if (headline) set_once(out.title, text_of(input.page, mark.node));
  }
}

}  // namespace pith::metadata

// Microdata and RDFa: itemprop and property of elements. (Those of <meta> are read with the other meta tags.)

#include <algorithm>

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
  const std::vector<Mark>& marks = input.marks.properties;  // in the order of the page
  const std::uint32_t end = input.page.nodes[node].subtree_end;
  auto mark = std::upper_bound(marks.begin(), marks.end(), node,
                               [](std::uint32_t before, const Mark& one) { return before < one.node; });
  for (; mark != marks.end() && mark->node < end; ++mark) {
    if (has_property(mark->value, "name")) return mark->node;
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

/// The publisher's name.
void read_publisher(const Input& input, std::uint32_t node, Metadata& out) {
  const std::uint32_t named = named_within(input, node);
  const std::string_view content = input.page.attribute(named, page::AttributeName::content);
  constexpr std::size_t longest = 60;
  const std::string text = content.empty() ? text_of(input.page, named, longest + 10) : plain_text(content);
  if (text.size() <= longest) set_once(out.site_name, text);
}

/// The small fields: what an item says of the article's subject, section and rights.
void read_small_fields(const Input& input, const Mark& mark, Metadata& out) {
  const auto text = [&](char between) {
    const std::string_view content = input.page.attribute(mark.node, page::AttributeName::content);
    return content.empty() ? text_of(input.page, mark.node, 300, between) : plain_text(content);
  };
  if (has_property(mark.value, "keywords")) add_keywords(out.keywords, text(','));
  if (has_property(mark.value, "articleSection")) set_once(out.section, text(' '));
  if (has_property(mark.value, "license"))
    set_once(out.license, input.page.attribute(mark.node, page::AttributeName::href));
}

Date date_of(const Input& input, std::uint32_t node) {
  for (const page::AttributeName name : {page::AttributeName::datetime, page::AttributeName::content,
                                         page::AttributeName::value, page::AttributeName::title}) {
    const Date date = machine_date(input.page.attribute(node, name), input.dates);
    if (date.known()) return date;
  }
  return parse_date(text_of(input.page, node, 80), input.dates);
}

/// "BlogPosting" of the first item that is an article.
void read_type(const Input& input, Metadata& out) {
  for (const Mark& mark : input.marks.types) {
    const std::string_view type = mark.value.substr(std::min(mark.value.rfind('/') + 1, mark.value.size()));
    const bool is_article = type.ends_with("Article") || type == "BlogPosting" || type == "Recipe";
    if (is_article && !is_of_others(input, mark.node)) return set_once(out.page_type, type);
  }
}

}  // namespace

void read_microdata(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::microdata);
  read_type(input, out);
  for (const Mark& mark : input.marks.properties) {
    const bool author = has_property(mark.value, "author") || has_property(mark.value, "creator");
    const bool published = has_property(mark.value, "datePublished") || has_property(mark.value, "dateCreated") ||
                           has_property(mark.value, "created") || has_property(mark.value, "issued") ||
                           mark.value == "dc:date" || mark.value == "dcterms:date";
    const bool modified = has_property(mark.value, "dateModified") || has_property(mark.value, "modified");
    const bool headline = has_property(mark.value, "headline");
    const bool publisher = has_property(mark.value, "publisher");
    const bool small = has_property(mark.value, "keywords") || has_property(mark.value, "articleSection") ||
                       has_property(mark.value, "license");
    const bool known = author || published || modified || headline || publisher || small;
    if (!known || is_of_others(input, mark.node)) continue;
    if (publisher) read_publisher(input, mark.node, out);
    if (small) read_small_fields(input, mark, out);
    // Answers and posts below the article have authors of their own.
    const bool in_head = mark.node >= input.head.first_node && mark.node < input.head.end_node;
    if (author && (in_head || out.authors.empty())) read_author_item(input, mark.node, out);
    if (published && !out.published.known()) out.published = date_of(input, mark.node);
    if (modified && !out.modified.known()) out.modified = date_of(input, mark.node);
    if (headline) set_once(out.title, text_of(input.page, mark.node));
  }
}

}  // namespace pith::metadata

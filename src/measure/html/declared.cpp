// What the page says of itself: its declared type, its address, its body's classes. All blocks of a page have the same
// values: they tell the trees whether cards are the text (a listing, a collection) or stand beside it. Each has few
// values on purpose: sizes and shares of the whole page are as good as its name, and trees learn such names by heart.

#include <algorithm>

#include "measure/html/page.hpp"
#include "text/text.hpp"

namespace pith::measure {
namespace {

/// og:type in kinds; sites that say nothing differ from those that say something else.
enum class DeclaredType : std::uint8_t { none, article, website, product, other };

DeclaredType declared_type(const page::Page& page) {
  for (const page::MetaTag& tag : page.meta) {
    if (tag.name != "og:type") continue;
    const std::string_view type = text::trim(tag.content);
    if (type.empty()) return DeclaredType::none;
    if (type == "article") return DeclaredType::article;
    if (type == "website") return DeclaredType::website;
    // "og:product", "product.group", "product.item"
    return type.find("product") != std::string_view::npos ? DeclaredType::product : DeclaredType::other;
  }
  return DeclaredType::none;
}

/// Kinds of things that JSON-LD says the page is about, as bits.
enum : std::uint8_t { ld_article = 1, ld_product = 2, ld_thread = 4, ld_list = 8, ld_questions = 16 };

struct NamedKind {
  std::string_view name;
  std::uint8_t kind;
};
/// Types of schema.org that pages are declared as.
constexpr NamedKind schema_types[] = {{"Article", ld_article},
                                      {"NewsArticle", ld_article},
                                      {"BlogPosting", ld_article},
                                      {"ReportageNewsArticle", ld_article},
                                      {"OpinionNewsArticle", ld_article},
                                      {"AnalysisNewsArticle", ld_article},
                                      {"TechArticle", ld_article},
                                      {"ScholarlyArticle", ld_article},
                                      {"Product", ld_product},
                                      {"ProductGroup", ld_product},
                                      {"DiscussionForumPosting", ld_thread},
                                      {"QAPage", ld_thread},
                                      {"CollectionPage", ld_list},
                                      {"ItemList", ld_list},
                                      {"SearchResultsPage", ld_list},
                                      {"FAQPage", ld_questions}};

std::uint8_t kind_of_schema_type(std::string_view name) {
  for (const NamedKind& type : schema_types) {
    if (type.name == name) return type.kind;
  }
  return 0;
}

/// Kinds of all "@type" values of a JSON-LD text: a name, or a list of names. Not a JSON parser: only names count.
std::uint8_t kinds_in(std::string_view json) {
  constexpr std::string_view key = "\"@type\"";
  std::uint8_t kinds = 0;
  for (std::size_t at = json.find(key); at != std::string_view::npos; at = json.find(key, at)) {
    at += key.size();
    bool in_list = false;
    for (; at < json.size() && json[at] != '}' && json[at] != ']'; ++at) {
      if (json[at] == '[') in_list = true;
      if (json[at] == ',' && !in_list) break;
      if (json[at] != '"') continue;
      const std::size_t end = json.find('"', at + 1);
      if (end == std::string_view::npos) return kinds;
      kinds |= kind_of_schema_type(json.substr(at + 1, end - at - 1));
      at = end;
      if (!in_list) break;
    }
  }
  return kinds;
}

/// A date of publication is said in a way that machines read.
bool declares_date(const page::Page& page) {
  return std::any_of(page.meta.begin(), page.meta.end(), [](const page::MetaTag& tag) {
    return tag.name == "article:published_time" || tag.name == "datepublished" || tag.name == "pubdate";
  });
}

/// The path of the page's address; only what the page itself says, else what the caller says.
std::string_view path_of(const MeasureInput& in) {
  std::string_view url = text::trim(in.page.canonical_url);
  for (const page::MetaTag& tag : in.page.meta) {
    if (url.empty() && tag.name == "og:url") url = text::trim(tag.content);
  }
  if (url.empty()) url = in.facts.url;
  const std::size_t scheme = url.find("//");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 2);
  const std::size_t path = url.find('/');
  return path == std::string_view::npos ? std::string_view{} : url.substr(path);
}

/// The shape of an address: headlines are addresses with many hyphens, news have numbers, front pages nothing.
struct Address {
  int segments = -1;  ///< -1: no address is known
  int hyphens = 0;    ///< in the last segment
  int digits = 0;     ///< in the last segment
  bool has_query = false;
};

Address address_of(const MeasureInput& in) {
  std::string_view path = path_of(in);
  if (path.empty()) return {};
  Address address{.segments = 0};
  const std::size_t end = path.find_first_of("?#");
  address.has_query = end != std::string_view::npos && path[end] == '?';
  path = path.substr(0, end);
  for (std::size_t at = 0; at < path.size(); ++at) {
    const char c = path[at];
    const bool begins = c != '/' && (at == 0 || path[at - 1] == '/');
    if (begins) address = {.segments = address.segments + 1, .has_query = address.has_query};
    address.hyphens += c == '-' || c == '_';
    address.digits += c >= '0' && c <= '9';
  }
  return address;
}

void add_page_declared(const HtmlPage& page, Columns& columns) {
  std::uint8_t kinds = 0;
  for (const std::string_view json : page.in.page.json_ld) kinds |= kinds_in(json);
  const auto flag = [&](std::string_view name, const char* meaning, bool value) {
    columns.add_uniform({name}, meaning, value);
  };
  columns.add_uniform({"declared_type"}, "og:type: 0 none, 1 article, 2 website, 3 product, 4 other",
                      static_cast<int>(declared_type(page.in.page)));
  flag("declares_article", "JSON-LD names an article, 0 or 1", (kinds & ld_article) != 0);
  flag("declares_product", "JSON-LD names a product, 0 or 1", (kinds & ld_product) != 0);
  flag("declares_thread", "JSON-LD names a thread or question, 0 or 1", (kinds & ld_thread) != 0);
  flag("declares_list", "JSON-LD names a list or collection, 0 or 1", (kinds & ld_list) != 0);
  flag("declares_questions", "JSON-LD names a list of questions, 0 or 1", (kinds & ld_questions) != 0);
  flag("declares_date", "a meta tag has a date of publication, 0 or 1", declares_date(page.in.page));
}

void add_address(const HtmlPage& page, Columns& columns) {
  const Address address = address_of(page.in);
  columns.add_uniform({"address_segments"}, "parts of the path of the page's address, up to 4; -1: not known",
                      std::min(address.segments, 4));
  columns.add_uniform({"address_hyphens"}, "hyphens in its last part, up to 6", std::min(address.hyphens, 6));
  columns.add_uniform({"address_digits"}, "digits in its last part, up to 8", std::min(address.digits, 8));
  columns.add_uniform({"address_query"}, "it has a query, 0 or 1", address.has_query);
}

void add_body_classes(const HtmlPage& page, Columns& columns) {
  const rules::AttributeGroups groups = page.in.matches.groups_by_name.empty() ? 0 : page.in.matches.groups_by_name[0];
  for (const std::string_view name : {"article", "product", "forum", "page"}) {
    const bool has = (groups & rules::attribute_group(name)) != 0;
    columns.add_uniform({"body_", name}, "the body's classes have a word of the group, 0 or 1", has);
  }
}

}  // namespace

void add_declared_columns(const HtmlPage& page, Columns& columns) {
  add_page_declared(page, columns);
  add_address(page, columns);
  add_body_classes(page, columns);
}

}  // namespace pith::measure

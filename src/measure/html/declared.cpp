// What the page says of itself: its declared type, its address, its body's classes. All blocks of a page have the same
// values: they tell the trees whether cards are the text (a listing, a collection) or stand beside it. Each has few
// values on purpose: sizes and shares of the whole page are as good as its name, and trees learn such names by heart.

#include <algorithm>

#include "measure/html/page.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

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

/// Whether JSON-LD says that a thing on the page is of a type of this list.
bool declares(const page::Page& page, text::WordList types) {
  const text::Words& wanted = text::words_of(types);
  bool found = false;
  page.json_ld.for_each_string("@type", [&](std::string_view type) { found = found || wanted.has(type); });
  return found;
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
    address.digits += text::is_ascii_digit(c);
  }
  return address;
}

void add_page_declared(const HtmlPage& page, Columns& columns) {
  const auto flag = [&](std::string_view name, const char* meaning, bool value) {
    columns.add_uniform({name}, meaning, value);
  };
  columns.add_uniform({"declared_type"}, "og:type: 0 none, 1 article, 2 website, 3 product, 4 other",
                      static_cast<int>(declared_type(page.in.page)));
  flag("declares_article", "JSON-LD names an article, 0 or 1", declares(page.in.page, text::WordList::article_type));
  flag("declares_product", "JSON-LD names a product, 0 or 1", declares(page.in.page, text::WordList::product_type));
  flag("declares_thread", "JSON-LD names a thread or question, 0 or 1",
       declares(page.in.page, text::WordList::thread_type));
  flag("declares_list", "JSON-LD names a list or collection, 0 or 1",
       declares(page.in.page, text::WordList::list_type));
  flag("declares_questions", "JSON-LD names a list of questions, 0 or 1",
       declares(page.in.page, text::WordList::questions_type));
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
    const bool has = (groups & rules::find_attribute_group(name)) != 0;
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

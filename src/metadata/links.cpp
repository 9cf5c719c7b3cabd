// <link> and <a> by their rel, and the language of <html>.

#include <algorithm>

#include "metadata/readers.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

bool has_relation(std::string_view list, std::string_view lower_case) noexcept {
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find_first_of(" \t\n", begin), list.size());
    const std::string_view word = list.substr(begin, end - begin);
    bool same = word.size() == lower_case.size();
    for (std::size_t i = 0; same && i < word.size(); ++i) same = text::to_lower_ascii(word[i]) == lower_case[i];
    if (same) return true;
    begin = end + 1;
  }
  return false;
}

/// The address names the language of the page itself: "https://a.example/en/b" beside "en".
bool is_own_language(std::string_view language, std::string_view own) noexcept {
  return !own.empty() && language.substr(0, 2) == own.substr(0, 2);
}

void read_link(const Input& input, const page::LinkTag& link, Metadata& out) {
  if (has_relation(link.rel, "canonical")) set_once(out.canonical_url, link.href);
  if (has_relation(link.rel, "image_src")) set_once(out.image_url, link.href);
  if (has_relation(link.rel, "license") || has_relation(link.rel, "copyright") ||
      has_relation(link.rel, "dcterms.license"))
    set_once(out.license, link.href);
  if (has_relation(link.rel, "author")) out.author_urls.emplace_back(link.href);
  if (!has_relation(link.rel, "alternate") || link.language.empty()) return;
  out.alternates.push_back({std::string(link.language), resolve_url(input.base_url, text::trim(link.href))});
}

/// "/author/jane-doe/" and the like.
bool leads_to_author(std::string_view href) noexcept {
  return text::words_of(text::WordList::author_address).any_in(href);
}

/// Tags of the article stand near it; all the site's tags in a cloud are too many.
void read_anchor(const Input& input, const Mark& mark, Metadata& out) {
  constexpr std::size_t most_tags = 25;
  const std::string_view href = input.page.attribute(mark.node, page::AttributeName::href);
  if (has_relation(mark.value, "license") && !href.empty()) set_once(out.license, href);
  if (has_relation(mark.value, "tag") && out.keywords.size() < most_tags && !is_of_others(input, mark.node)) {
    const std::string tag = text_of(input.page, mark.node, 100);
    add_keywords(out.keywords, tag.starts_with('#') ? std::string_view(tag).substr(1) : std::string_view(tag));
  }
  const bool in_head = mark.node >= input.head.first_node && mark.node < input.head.end_node;
  if (!has_relation(mark.value, "author") || !in_head || is_of_others(input, mark.node)) return;
  const std::string text = text_of(input.page, mark.node, 120, '\n');
  Names names = split_names(text, NameTrust::announced);
  if (names.empty() && leads_to_author(href) && is_nickname(text)) names.push_back(text);
  for (std::string& name : names) add_name(out.authors, std::move(name));
  if (!href.empty()) out.author_urls.emplace_back(href);
}

/// Whether the last folder of the address is the name: "/author/jane/" of "Jane", but not "/people/" of "People".
bool is_named_by(std::string_view href, std::string_view name) {
  href = href.substr(0, href.find_first_of("?#"));
  while (href.ends_with('/')) href.remove_suffix(1);
  const std::size_t folder = href.rfind('/') + 1;
  return leads_to_author(href.substr(0, folder)) && is_same_name(href.substr(folder), name);
}

/// A button's word beside a name: "Jane Doe", "Show".
void drop_single_words(Names& names) {
  const auto is_single = [](const std::string& name) {
    return name.find(' ') == std::string::npos && text::is_ascii(name.front());
  };
  if (!std::all_of(names.begin(), names.end(), is_single)) std::erase_if(names, is_single);
}

/// Links of the head to authors' pages, where no rel says so.
void read_author_link(const Input& input, std::uint32_t node, Metadata& out) {
  const std::string_view href = input.page.attribute(node, page::AttributeName::href);
  if (!leads_to_author(href) || is_of_others(input, node)) return;
  for (std::string& name : split_names(text_of(input.page, node, 80, '\n'), NameTrust::announced)) {
    if (name.find(' ') != std::string::npos || is_named_by(href, name)) add_name(out.authors, std::move(name));
  }
  out.author_urls.emplace_back(href);
}

}  // namespace

void read_links(const Input& input, Answers& answers) {
  Metadata& out = answers.of(MetadataSource::link);
  for (const page::LinkTag& link : input.page.links) read_link(input, link, out);
  if (out.canonical_url.empty()) out.canonical_url = input.page.canonical_url;
  for (const Mark& mark : input.marks.rels) read_anchor(input, mark, out);
  drop_single_words(out.authors);
  const bool named = !out.authors.empty();
  for (std::uint32_t n = input.head.first_node; !named && n < input.head.end_node; ++n) {
    if (input.page.nodes[n].tag == page::Tag::a) read_author_link(input, n, out);
  }
  // Where nothing says which of the languages is this page, its own language does.
  for (const Alternate& alternate : out.alternates) {
    if (is_own_language(alternate.language, input.page.language)) set_once(out.canonical_url, alternate.url);
  }
}

}  // namespace pith::metadata

// Where the article stands on its page, and the elements that are marked for machines.

#include <algorithm>

#include "core/recent.hpp"
#include "metadata/readers.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"
#include "text/word_lists.hpp"

namespace pith::metadata {
namespace {

constexpr std::uint32_t long_text = 90;   // letters: lines about the article are shorter
constexpr std::size_t lines_above = 8;    // dates and kickers stand that far above the headline
constexpr std::size_t longest_head = 90;  // blocks: rows of buttons may stand between headline and text
constexpr std::size_t paragraphs = 3;     // of the text that still belong to the head: datelines

bool is_long(const blocks::TextBlock& block) noexcept {
  return block.letters >= long_text && block.link_density() < 0.5F;
}

std::uint32_t node_of(const blocks::BlockList& blocks, std::size_t block) noexcept {
  return blocks.containers[blocks.blocks[block].container].node;
}

std::size_t first_long(const blocks::BlockList& blocks, std::size_t from) noexcept {
  while (from < blocks.blocks.size() && !is_long(blocks.blocks[from])) ++from;
  return from;
}

bool has_text(std::string_view list, std::string_view word) noexcept {
  return list.find(word) != std::string_view::npos;
}

/// Whether a class of the list begins with the word.
bool has_class_of(std::string_view classes, std::string_view word) noexcept {
  for (std::size_t at = classes.find(word); at != std::string_view::npos; at = classes.find(word, at + 1)) {
    if (at == 0 || text::is_ascii_space(classes[at - 1])) return true;
  }
  return false;
}

bool names_others(std::string_view value) noexcept {
  // Page builders have some words in the classes of every element: only a class of that name counts.
  constexpr std::size_t longest = 1000;  // bytes: looked at again for every marked element within
  std::string lowered(value.substr(0, longest));
  std::transform(lowered.begin(), lowered.end(), lowered.begin(), text::to_lower_ascii);
  return text::words_of(text::WordList::element_of_others).any_in(lowered) ||
         text::words_of(text::WordList::class_of_others).any_of([&](std::string_view word) {
           return has_class_of(lowered, word);
         });
}

/// A cheap first look: most classes say nothing of authors.
bool may_name_author(std::string_view classes) noexcept {
  return has_text(classes, "uthor") || has_text(classes, "yline") || has_text(classes, "vcard");
}

/// Of other names of elements only those that surely mean what classes mean by the same word: "article-author", but not
/// "author-box".
bool may_be_class(std::string_view name) noexcept {
  static constexpr std::string_view ends[] = {"uthor", "uthors", "yline", "ate", "ime", "uthor-name", "uthorName"};
  const bool known =
      may_name_author(name) || has_text(name, "date") || has_text(name, "Date") || has_text(name, "ubtime");
  return known &&
         std::any_of(std::begin(ends), std::end(ends), [&](std::string_view end) { return name.ends_with(end); });
}

/// Whether the value of datetime or its like is the day of the element's text. Of seconds since 1970 ("data-timestamp")
/// only those of a few words are.
bool is_of_text(const page::Page& page, std::uint32_t node, std::string_view value) {
  constexpr std::uint32_t most_nodes = 4;
  constexpr std::size_t longest = 40;  // bytes
  if (!std::all_of(value.begin(), value.end(), text::is_ascii_digit)) return true;
  if (page.nodes[node].subtree_end - node > most_nodes) return false;
  const std::string text = text_of(page, node, longest + 1);
  return !text.empty() && text.size() <= longest;
}

void add_mark_of_head(const page::Page& page, std::uint32_t n, const page::Attribute& attribute, Marks& marks) {
  const page::Tag tag = page.nodes[n].tag;
  switch (attribute.name) {
    case page::AttributeName::datetime:
      if (is_of_text(page, n, attribute.value)) marks.datetimes.push_back({n, attribute.value});
      return;
    case page::AttributeName::title:
      if (tag == page::Tag::abbr || tag == page::Tag::time) marks.datetimes.push_back({n, attribute.value});
      return;
    case page::AttributeName::class_:
      marks.classes.push_back({n, attribute.value});
      return;
    case page::AttributeName::id:
    case page::AttributeName::data_kind:
      if (may_be_class(attribute.value)) marks.classes.push_back({n, attribute.value});
      return;
    default:
      return;
  }
}

/// The headline; of a page that shows none its first paragraph.
std::uint32_t node_of_article(const Input& input) noexcept {
  const Head& head = input.head;
  const bool has_text = head.title_node == 0 && head.text > 0 && head.text < input.blocks.blocks.size();
  return has_text ? node_of(input.blocks, head.text) : head.title_node;
}

}  // namespace

bool is_article_end(const page::Page& page, std::uint32_t node) {
  const std::string_view classes = page.attribute(node, page::AttributeName::class_);
  const bool is_named = !classes.empty() && text::words_of(text::WordList::article_end_class).any_of([&](auto name) {
    return has_class_of(classes, name);
  });
  return is_named ||
         (page.nodes[node].tag == page::Tag::footer && page.nodes[page.nodes[node].parent].tag == page::Tag::article);
}

std::int32_t find_headline(const page::Page& page, const blocks::BlockList& blocks) {
  std::string wanted;
  text::append_folded(headline_of(page), wanted);
  if (wanted.size() < 8) return -1;
  std::string folded;
  for (std::size_t i = 0; i < blocks.blocks.size(); ++i) {
    const blocks::TextBlock& block = blocks.blocks[i];
    if (block.kind != BlockKind::heading || block.text.size() > 2 * wanted.size() + 40) continue;
    folded.clear();
    text::append_folded(block.text, folded);
    if (folded == wanted) return static_cast<std::int32_t>(i);
  }
  return -1;
}

Head find_head(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block) {
  Head head;
  const std::size_t count = blocks.blocks.size();
  if (count == 0) return head;
  if (title_block >= 0) {
    head.title = static_cast<std::size_t>(title_block);
    head.text = first_long(blocks, head.title + 1);
  } else {
    head.text = first_long(blocks, 0);
    if (head.text == count) head.text = std::min(count, lines_above);  // short lines alone: the first ones
    head.title = head.text < lines_above ? 0 : head.text - lines_above;
  }
  if (head.text > head.title + longest_head) head.text = std::min(head.title + longest_head, count);
  head.begin = head.title < lines_above ? 0 : head.title - lines_above;
  head.end = head.text;
  for (std::size_t i = 0; i < paragraphs && head.end < count; ++i) head.end = first_long(blocks, head.end + 1);
  head.end = std::min({head.end, head.text + 12, count});
  head.first_node = node_of(blocks, head.begin);
  if (title_block >= 0) head.title_node = node_of(blocks, head.title);
  head.end_node = head.end < count ? node_of(blocks, head.end) : static_cast<std::uint32_t>(page.nodes.size());
  return head;
}

Marks find_marks(const page::Page& page, const Head& head) {
  Marks marks;
  core::Recent<bool> names_author;
  for (std::uint32_t n = 0; n < page.nodes.size(); ++n) {
    const page::Node& node = page.nodes[n];
    const bool in_head = n >= head.first_node && n < head.end_node;
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
      const page::Attribute& attribute = page.attributes[node.first_attribute + i];
      if (attribute.name == page::AttributeName::itemprop || attribute.name == page::AttributeName::property)
        marks.properties.push_back({n, attribute.value});
      if (attribute.name == page::AttributeName::itemtype) marks.types.push_back({n, attribute.value});
      if (attribute.name == page::AttributeName::rel && node.tag == page::Tag::a)
        marks.rels.push_back({n, attribute.value});
      if (in_head) {
        add_mark_of_head(page, n, attribute, marks);
      } else if (attribute.name == page::AttributeName::class_ && names_author.of(attribute.value, may_name_author)) {
        marks.author_classes.push_back({n, attribute.value});
      }
    }
  }
  return marks;
}

std::string_view beginning_of(std::string_view text, std::size_t bytes) noexcept {
  return text.substr(0, text::code_point_start(text, std::min(bytes, text.size())));
}

std::string text_of(const page::Page& page, std::uint32_t node, std::size_t most_bytes, char between) {
  std::string text;
  for (std::uint32_t n = node; n < page.nodes[node].subtree_end && text.size() < most_bytes; ++n) {
    const std::string part = plain_text(beginning_of(page.nodes[n].text, most_bytes));
    if (part.empty()) continue;
    if (!text.empty()) text += between;
    text += part;
  }
  return text;
}

bool leads_home(const Input& input, const blocks::TextBlock& heading) {
  constexpr std::uint32_t most_nodes = 12;
  if (heading.links != 1 || heading.link_density() < 0.9F || is_home(input.request.url)) return false;
  const page::Page& page = input.page;
  const std::uint32_t node = input.blocks.containers[heading.container].node;
  const std::uint32_t end = std::min(page.nodes[node].subtree_end, node + most_nodes);
  for (std::uint32_t n = node; n < end; ++n) {
    if (page.nodes[n].tag != page::Tag::a) continue;
    const std::string url = resolve_url(input.base_url, text::trim(page.attribute(n, page::AttributeName::href)));
    return url == "/" || (is_home(url) && host_of(url) == host_of(input.request.url));
  }
  return false;
}

bool is_below_text(const Input& input, std::uint32_t node) noexcept {
  const std::size_t text = input.head.text;
  return text < input.blocks.blocks.size() && node > node_of(input.blocks, text);
}

/// Whether a link has the words of a headline, and not of a name: spaces between five, or of a script without spaces
/// twelve characters.
bool reads_as_headline(std::string_view link) noexcept {
  constexpr std::size_t fewest_parts = 12;
  std::size_t parts = 0;
  for (std::size_t at = 0; at < link.size();) {
    const char32_t c = text::next_code_point(link, at);
    if (c == ' ') parts += 3;
    if ((text::class_of(c) & text::is_cjk) != 0) ++parts;
  }
  return parts >= fewest_parts;
}

bool is_on_card(const Input& input, std::uint32_t node) {
  constexpr int farthest = 3;
  constexpr std::uint32_t most_nodes = 60;   // of a card
  constexpr std::size_t longest_card = 600;  // bytes
  const page::Page& page = input.page;
  if (!is_below_text(input, node)) return false;
  for (int above = 0; above < farthest && node != 0; ++above, node = page.nodes[node].parent) {
    const std::uint32_t end = page.nodes[node].subtree_end;
    if (end - node > most_nodes || text_of(page, node, longest_card + 1).size() > longest_card) return false;
    for (std::uint32_t n = node; n < end; ++n) {
      if (page.nodes[n].tag != page::Tag::a) continue;
      if (reads_as_headline(text_of(page, n, 100))) return true;
    }
  }
  return false;
}

bool is_of_others(const Input& input, std::uint32_t node) {
  // "<aside class=post-meta>" holds the date and the author, other asides hold articles.
  constexpr std::uint32_t largest_aside_of_article = 20;
  const page::Page& page = input.page;
  const std::uint32_t own = node_of_article(input);
  for (int above = 0; above < 12 && node != 0; ++above, node = page.nodes[node].parent) {
    const page::Node& element = page.nodes[node];
    // The whole page's classes speak of what it can show.
    if (element.tag == page::Tag::body || element.tag == page::Tag::html) return false;
    if (own >= node && own < element.subtree_end) return false;
    if (is_article_end(page, node)) {
      // Of this one, as the headline stands in the element around it.
      const std::uint32_t around = page.nodes[node].parent;
      if (own >= around && own < page.nodes[around].subtree_end) return false;
      if (is_article_end(page, around)) continue;
    }
    const bool is_aside = element.tag == page::Tag::aside && element.subtree_end - node > largest_aside_of_article;
    // Some systems keep author and day of an article in a <footer> above its text.
    const bool in_head =
        input.head.title_node != 0 && node > input.head.title_node && element.subtree_end <= input.head.end_node;
    if (is_aside || (element.tag == page::Tag::footer && !in_head)) return true;
    if (names_others(page.attribute(node, page::AttributeName::class_))) return true;
    const std::string_view itemprop = page.attribute(node, page::AttributeName::itemprop);
    if (above > 0 && (itemprop == "comment" || itemprop == "review" || itemprop == "isPartOf")) return true;
    const std::string_view type = page.attribute(node, page::AttributeName::itemtype);
    if (has_text(type, "Comment") || has_text(type, "ItemList") || has_text(type, "Review")) return true;
  }
  return false;
}

}  // namespace pith::metadata

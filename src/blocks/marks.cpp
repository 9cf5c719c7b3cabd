#include "blocks/marks.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "blocks/styles.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Tag;

bool stands_in_heading_or_term(const page::Page& page, std::uint32_t node) noexcept {
  for (int up = 0; up < 3 && node != 0; ++up) {
    node = page.nodes[node].parent;
    const Tag tag = page.nodes[node].tag;
    if (page::heading_level(tag) > 0 || tag == Tag::dt) return true;
  }
  return false;
}

/// Whether the heading or term around the link has text outside of it; few nodes are looked at.
bool heading_has_other_text(const page::Page& page, std::uint32_t link) noexcept {
  constexpr std::uint32_t most_nodes = 32;
  std::uint32_t heading = page.nodes[link].parent;
  while (heading != 0 && page::heading_level(page.nodes[heading].tag) == 0 && page.nodes[heading].tag != Tag::dt)
    heading = page.nodes[heading].parent;
  const std::uint32_t end = std::min(page.nodes[heading].subtree_end, heading + most_nodes);
  for (std::uint32_t i = heading + 1; i < end; i = i == link ? page.nodes[link].subtree_end : i + 1) {
    if (i != link && !text::trim(page.nodes[i].text).empty()) return true;
  }
  return false;
}

/// Of an item, by the items before it: 1 and more. 0: too many to count.
std::uint32_t place_in_list(const page::Page& page, std::uint32_t item) noexcept {
  constexpr std::uint32_t most_nodes = 500;
  std::uint32_t place = 1;
  std::uint32_t seen = 0;
  for (std::uint32_t i = page.nodes[item].parent + 1; i < item; i = page.nodes[i].subtree_end) {
    if (++seen > most_nodes) return 0;
    place += page.nodes[i].tag == Tag::li ? 1U : 0U;
  }
  return place;
}

/// Whether the next element or text beside it is a box.
bool is_before_box(const page::Page& page, std::uint32_t node) noexcept {
  std::uint32_t next = page.nodes[node].subtree_end;
  const std::uint32_t end = page.nodes[page.nodes[node].parent].subtree_end;
  while (next < end && page.nodes[next].tag == Tag::none && text::trim(page.nodes[next].text).empty()) ++next;
  return next < end && page.nodes[next].tag != Tag::none && !page::is_inline(page.nodes[next].tag);
}

/// The text of the only text node below that is not white space; "" when there are several, or none.
std::string_view only_text(const page::Page& page, std::uint32_t node) {
  std::string_view found;
  for (std::uint32_t i = node + 1; i < page.nodes[node].subtree_end; ++i) {
    if (page.nodes[i].tag == Tag::img) return {};
    const std::string_view text = text::trim(page.nodes[i].text);
    if (text.empty()) continue;
    if (!found.empty()) return {};
    found = text;
  }
  return found;
}

/// The first text of the nodes [from, end) that is not white space, in the same line; few nodes are looked at.
std::string_view next_text(const page::Page& page, std::uint32_t from, std::uint32_t end) {
  constexpr std::uint32_t most_nodes = 8;
  end = std::min(end, from + most_nodes);
  for (std::uint32_t i = from; i < end; ++i) {
    const page::Node& node = page.nodes[i];
    if (const std::string_view text = text::trim(node.text); !text.empty()) return text;
    if (node.tag != Tag::none && node.tag != Tag::button && !page::is_inline(node.tag)) return {};
  }
  return {};
}

bool continues_sentence(std::string_view text) {
  constexpr std::string_view marks = ".,;:!?)";
  if (text.empty()) return false;
  std::size_t at = 0;
  return marks.find(text.front()) != std::string_view::npos ||
         (text::class_of(text::next_code_point(text, at)) & (text::is_lower | text::is_cjk)) != 0;
}

/// The part of a table that a <div> is shown as: rows in what is shown as a table, cells in a row.
Tag styled_tag(const page::Page& page, std::uint32_t node) noexcept {
  const auto shown_as = [&page](std::uint32_t other) {
    return table_part_of_style(page.attribute(other, AttributeName::style));
  };
  const Tag part = shown_as(node);
  if (part == Tag::none) return Tag::div;
  const std::uint32_t parent = page.nodes[node].parent;
  const Tag around = shown_as(parent);
  if (part == Tag::td) {
    if (around != Tag::tr) return Tag::div;
    return shown_as(page.nodes[parent].parent) == Tag::thead ? Tag::th : Tag::td;
  }
  if (part != Tag::table) return around == Tag::none || around == Tag::td ? Tag::div : part;
  std::uint32_t first = node + 1;  // the first element in it
  while (first < page.nodes[node].subtree_end && page.nodes[first].tag == Tag::none) ++first;
  const Tag inner = first < page.nodes[node].subtree_end ? shown_as(first) : Tag::none;
  return inner == Tag::none || inner == Tag::td ? Tag::div : part;
}

/// Whether the element is a word or two, or a formula: nothing in it ends a line.
bool holds_words_only(const page::Page& page, std::uint32_t i) {
  // Nodes of the longest terms, and of what tools write around a formula; more is a box.
  constexpr std::uint32_t most_nodes = 8;
  constexpr std::uint32_t most_with_formula = 200;
  const std::uint32_t end = page.nodes[i].subtree_end;
  if (end - i > most_with_formula) return false;
  bool has_formula = false;
  bool has_others = false;
  for (std::uint32_t k = i + 1; k < end; ++k) {
    const Tag tag = page.nodes[k].tag;
    has_formula = has_formula || tag == Tag::math;
    has_others = has_others || is_of_page(tag);
    if (!page::is_inline(tag) && !is_of_page(tag)) return false;
  }
  return has_formula || (!has_others && end - i <= most_nodes);
}

/// Whether the other node is text, with more than white space, beside the element.
bool is_text_beside(const page::Page& page, std::uint32_t i, std::uint32_t other) {
  return other < page.nodes.size() && page.nodes[other].tag == Tag::none &&
         page.nodes[other].parent == page.nodes[i].parent && !text::trim(page.nodes[other].text).empty();
}

/// Whether the element has a name that HTML does not know and stands in a paragraph, where nothing else than lines can,
/// or right after text: "<string>" of "List<string> names", which no end tag closes.
bool stands_in_line(const page::Page& page, std::uint32_t i) {
  constexpr std::uint32_t most_nodes = 200;
  const page::Node& element = page.nodes[i];
  const Tag around = page.nodes[element.parent].tag;
  const bool may_be_word =
      around == Tag::p || page::heading_level(around) > 0 || page::is_inline(around) || is_text_beside(page, i, i - 1);
  if (element.tag != Tag::unknown || !may_be_word || element.subtree_end - i > most_nodes) return false;
  for (std::uint32_t k = i + 1; k < element.subtree_end; ++k) {
    if (!page::is_inline(page.nodes[k].tag) && !is_of_page(page.nodes[k].tag)) return false;
  }
  return true;
}

}  // namespace

bool is_word_of_sentence(const page::Page& page, std::uint32_t button) {
  constexpr std::size_t longest = 60;  // bytes
  const std::uint32_t end = page.nodes[button].subtree_end;
  const std::string_view own = next_text(page, button + 1, end);
  return !own.empty() && own.size() <= longest && continues_sentence(own) && end < page.nodes.size() &&
         continues_sentence(next_text(page, end, static_cast<std::uint32_t>(page.nodes.size())));
}

bool is_mark_of_place(const page::Page& page, std::uint32_t link) {
  const std::string_view target = page.attribute(link, AttributeName::href);
  constexpr std::uint32_t most_nodes = 4;
  if (target.empty() || target.front() != '#') return false;
  if (page.has_class(link, text::WordList::place_class) && stands_in_heading_or_term(page, link))
    return heading_has_other_text(page, link);
  if (page.nodes[link].subtree_end - link > most_nodes) return false;
  const std::string_view text = only_text(page, link);
  // Pilcrow, section, link sign; arrows back from a note, with and without the selector of their plain form.
  static constexpr std::string_view marks[] = {"\u00B6",       "\u00A7", "\U0001F517",   "\u21A9",
                                               "\u21A9\uFE0E", "\u21B5", "\u21A9\uFE0F", "\u2934",
                                               "\u23CE",       "^",      "\u2191"};
  if (std::find(std::begin(marks), std::end(marks), text) != std::end(marks)) return true;
  if (text != "#" && text != "\u221E") return false;
  return page.has_class(link, text::WordList::place_class) || stands_in_heading_or_term(page, link);
}

std::string_view take_class(std::string_view& classes) noexcept {
  const std::string_view word = classes.substr(0, classes.find(' '));
  classes.remove_prefix(std::min(word.size() + 1, classes.size()));
  return word;
}

bool is_printed_mark(const page::Page& page, std::uint32_t span, Tag list) {
  constexpr std::size_t longest = 5;  // bytes: "128."
  const std::uint32_t item = page.nodes[span].parent;
  if (page.nodes[item].tag != Tag::li || page.nodes[span].subtree_end >= page.nodes[item].subtree_end) return false;
  const std::string_view text = only_text(page, span);
  if (text.empty() || text.size() > longest) return false;
  static constexpr std::string_view signs[] = {"\u2022", "\u00B7", "\u25AA", "\u25CF", "\u25E6", "\u2023"};
  if (std::find(std::begin(signs), std::end(signs), text) != std::end(signs)) return true;
  if (list != Tag::ol) return false;
  const bool is_closed = text.back() == '.' || text.back() == ')';
  // By itself, a number is the item's where what follows is a box: "<span>1</span><div>Wash it.</div>".
  if (!is_closed && !is_before_box(page, span)) return false;
  return text.substr(0, text.size() - (is_closed ? 1 : 0)) == std::to_string(place_in_list(page, item));
}

bool refers_to_note(const page::Page& page, std::uint32_t link) noexcept {
  return page.attribute(link, AttributeName::role) == "doc-noteref" ||
         page.has_class(link, text::WordList::reference_class);
}

bool is_bare_reading(const page::Page& page, std::uint32_t rt) noexcept {
  // <rp>(</rp> stands right before it: the element, its text, perhaps white space.
  const std::uint32_t first = std::max(page.nodes[rt].parent, rt - std::min(rt, 3U));
  for (std::uint32_t i = first; i < rt; ++i) {
    if (page.nodes[i].tag == Tag::rp) return false;
  }
  return true;
}

bool needs_quotation_marks(const page::Page& page, std::uint32_t q) noexcept {
  static constexpr std::string_view marks[] = {"\"",     "'",      "\u201C", "\u2018", "\u201E",
                                               "\u00AB", "\u2039", "\u300C", "\u300E"};
  const std::uint32_t end = page.nodes[q].subtree_end;
  const std::string_view own = end > q + 1 ? text::trim(page.nodes[q + 1].text) : std::string_view();
  if (own.empty() && end <= q + 2) return false;  // nothing is in it
  const std::string_view before = text::trim(page.nodes[q - 1].text);
  return std::none_of(std::begin(marks), std::end(marks),
                      [&](std::string_view mark) { return own.starts_with(mark) || before.ends_with(mark); });
}

bool is_told_bullet(const page::Page& page, std::uint32_t item) noexcept {
  const std::string_view kind = page.attribute(item, AttributeName::list_kind);
  return !kind.empty() && kind != "ordered";
}

bool is_told_rule(const page::Page& page, std::uint32_t node) noexcept {
  const page::Node& element = page.nodes[node];
  return element.subtree_end == node + 1 && element.attribute_count > 0 &&
         page.attribute(node, AttributeName::role) == "separator";
}

bool is_line_of_box(const page::Page& page, std::uint32_t node) noexcept {
  return page.nodes[node].tag == Tag::div && (page.has_class(node, text::WordList::code_line_class) ||
                                              page.has_class(node, text::WordList::line_box_class));
}

Tag told_tag(const page::Page& page, std::uint32_t node) noexcept {
  const page::Node& element = page.nodes[node];
  const bool is_box = element.tag == Tag::div || element.tag == Tag::span;
  if (!is_box || element.attribute_count == 0) return element.tag;
  const std::string_view role = page.attribute(node, AttributeName::role);
  if (role.empty()) return element.tag == Tag::div ? styled_tag(page, node) : element.tag;
  if (role == "columnheader" || role == "rowheader") return Tag::th;
  if (role == "table" || role == "grid" || role == "treegrid") return Tag::table;
  if (role == "rowgroup") return Tag::tbody;
  if (role == "row") return Tag::tr;
  return role == "cell" || role == "gridcell" ? Tag::td : element.tag;
}

bool is_cell_by_role(const page::Page& page, std::uint32_t node) noexcept {
  const std::string_view role = page.attribute(node, AttributeName::role);
  return role == "cell" || role == "gridcell" || role == "columnheader" || role == "rowheader";
}

bool is_part_of_line(const page::Page& page, std::uint32_t i) {
  if (i != 0 && stands_in_line(page, i)) return true;
  return i != 0 && is_text_beside(page, i, i - 1) && is_text_beside(page, i, page.nodes[i].subtree_end) &&
         holds_words_only(page, i);
}

bool stands_alone(const page::Page& page, std::uint32_t i) {
  return !is_text_beside(page, i, i - 1) && !is_text_beside(page, i, page.nodes[i].subtree_end);
}

PaperPart paper_part_of(const page::Page& page, std::uint32_t node) noexcept {
  if (page.nodes[node].tag != Tag::custom) return PaperPart::none;
  const std::string_view name = page.attribute(node, AttributeName::element);
  if (name == "d-math") return PaperPart::formula;
  if (name == "d-footnote") return PaperPart::note;
  if (name == "d-cite") return PaperPart::citation;
  return name == "d-code" ? PaperPart::code : PaperPart::none;
}

bool is_embed(Tag tag) noexcept {
  return tag == Tag::iframe || tag == Tag::video || tag == Tag::audio || tag == Tag::object;
}

}  // namespace pith::blocks

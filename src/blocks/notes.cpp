#include "blocks/notes.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "blocks/marks.hpp"
#include "text/ascii.hpp"
#include "text/text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

struct Reference {
  std::string_view target;  ///< without '#'
  std::uint32_t span = 0;
  std::uint32_t block = 0;
  std::string_view label;
};

/// The raised parts of one block, asked from link to link: there may be thousands of both.
class RaisedParts {
 public:
  RaisedParts(const BlockList& blocks, const TextBlock& block) {
    for (std::uint32_t s = block.first_span; s < block.first_span + block.span_count; ++s) {
      const InlineSpan& span = blocks.spans[s];
      if (span.kind == SpanKind::superscript) parts_.push_back({span.begin, span.end, span.end, span.end});
    }
    const auto by_begin = [](const Part& a, const Part& b) { return a.begin < b.begin; };
    std::stable_sort(parts_.begin(), parts_.end(), by_begin);
    for (std::size_t k = 1; k < parts_.size(); ++k) {
      parts_[k].greatest_end = std::max(parts_[k].end, parts_[k - 1].greatest_end);
      const std::size_t from_back = parts_.size() - 1 - k;
      parts_[from_back].least_end = std::min(parts_[from_back].end, parts_[from_back + 1].least_end);
    }
  }

  /// Whether the link holds one of them, or is held by one.
  [[nodiscard]] bool touch(const InlineSpan& link) const {
    const auto after = std::upper_bound(parts_.begin(), parts_.end(), link.begin,
                                        [](std::uint32_t at, const Part& part) { return at < part.begin; });
    if (after != parts_.begin() && (after - 1)->greatest_end >= link.end) return true;
    const auto within = std::lower_bound(parts_.begin(), parts_.end(), link.begin,
                                         [](const Part& part, std::uint32_t at) { return part.begin < at; });
    return within != parts_.end() && within->least_end <= link.end;
  }

 private:
  struct Part {
    std::uint32_t begin;
    std::uint32_t end;
    std::uint32_t greatest_end;  ///< of it and those before it
    std::uint32_t least_end;     ///< of it and those after it
  };
  std::vector<Part> parts_;  // by begin
};

/// "n1" of "#n1", and of the same after the page's own address; "" of links to elsewhere.
std::string_view fragment_of(std::string_view target, std::string_view own_address) {
  const std::size_t sign = target.find('#');
  if (sign == std::string_view::npos) return {};
  const bool is_own = sign == 0 || (!own_address.empty() && target.substr(0, sign) == own_address);
  return is_own ? target.substr(sign + 1) : std::string_view();
}

/// "[2, 3]": whether nothing but what parts references stands between the end of one in brackets and the next.
bool continues_list(std::string_view text, std::uint32_t end, std::uint32_t begin) {
  return end > 0 && begin > end &&
         text.substr(0, begin).find_first_not_of(" ,;-\xE2\x80\x93", end) == std::string_view::npos;
}

/// Ordered by target; the first reference to each comes first.
std::vector<Reference> find_references(const BlockList& blocks, std::string_view own_address) {
  std::vector<Reference> found;
  for (std::uint32_t b = 0; b < blocks.blocks.size(); ++b) {
    const TextBlock& block = blocks.blocks[b];
    const bool may_refer = block.fragment_links > 0 || (block.links > 0 && !own_address.empty());
    if (!may_refer || block.kind == BlockKind::code) continue;
    const RaisedParts raised(blocks, block);
    std::uint32_t link_end = 0;
    std::uint32_t bracketed_end = 0;  // of the last reference in brackets
    for (std::uint32_t s = block.first_span; s < block.first_span + block.span_count; ++s) {
      const InlineSpan& span = blocks.spans[s];
      if (span.kind != SpanKind::link) continue;
      // What stands in a link is a part of it.
      const bool is_within = span.begin < link_end;
      if (!is_within) link_end = span.end;
      const std::string_view target = fragment_of(span.target, own_address);
      if (is_within || target.empty()) continue;
      const std::string_view text = block.text.substr(span.begin, span.end - span.begin);
      const std::string_view label = note_label(text);
      if (label.empty()) continue;
      const bool is_bracketed = label.size() < text.size() || (span.begin > 0 && block.text[span.begin - 1] == '[') ||
                                continues_list(block.text, bracketed_end, span.begin);
      if (is_bracketed) bracketed_end = span.end;
      // Nothing but a note is called by an asterisk or dagger.
      const bool is_sign = !text::is_ascii_letter(label[0]) && !text::is_ascii_digit(label[0]);
      if (span.is_reference || is_bracketed || is_sign || raised.touch(span)) found.push_back({target, s, b, label});
    }
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Reference& a, const Reference& b) { return a.target < b.target; });
  return found;
}

/// The innermost container that the node is, or stands in.
std::uint32_t container_of(const Page& page, const BlockList& blocks, std::uint32_t node) {
  const auto after = std::upper_bound(blocks.containers.begin(), blocks.containers.end(), node,
                                      [](std::uint32_t n, const Container& container) { return n < container.node; });
  auto container = static_cast<std::int32_t>(after - blocks.containers.begin()) - 1;
  const auto is_around = [&](std::int32_t c) {
    return page.nodes[blocks.containers[static_cast<std::size_t>(c)].node].subtree_end > node;
  };
  while (container > 0 && !is_around(container))
    container = blocks.containers[static_cast<std::size_t>(container)].parent;
  return static_cast<std::uint32_t>(std::max(container, 0));
}

bool may_be_note(const BlockList& blocks, std::uint32_t container, const Reference& reference) {
  const Container& note = blocks.containers[container];
  // 12: blocks of the longest notes seen; more is a part of the page.
  constexpr std::uint32_t most_blocks = 12;
  const bool is_block = note.tag == Tag::li || note.tag == Tag::p || note.tag == Tag::div || note.tag == Tag::aside ||
                        note.tag == Tag::dd || note.tag == Tag::section;
  return is_block && note.first_block > reference.block && note.first_block < note.end_block &&
         note.end_block - note.first_block <= most_blocks;
}

std::string_view own_address_of(const Page& page, std::string_view address) {
  if (address.empty()) address = page.canonical_url;
  return address.substr(0, address.find('#'));
}

/// What links call the element; "" when they cannot lead there.
std::string_view name_of_place(const Page& page, std::uint32_t node) {
  if (page.nodes[node].attribute_count == 0) return {};
  const std::string_view id = page.attribute(node, AttributeName::id);
  const bool may_be_named = id.empty() && page.nodes[node].tag == Tag::a;
  return may_be_named ? page.attribute(node, AttributeName::name) : id;
}

/// A link in a note to another part of the page.
struct WayBack {
  std::string_view target;  ///< without '#'
  std::uint32_t span = 0;
  const Note* note = nullptr;
};

void add_ways_back(const BlockList& blocks, const Note& note, std::string_view own_address,
                   std::vector<WayBack>& ways) {
  const Container& container = blocks.containers[note.container];
  for (std::uint32_t b = container.first_block; b < container.end_block; ++b) {
    const TextBlock& block = blocks.blocks[b];
    for (std::uint32_t s = block.first_span; block.links > 0 && s < block.first_span + block.span_count; ++s) {
      if (blocks.spans[s].kind != SpanKind::link) continue;
      const std::string_view target = fragment_of(blocks.spans[s].target, own_address);
      if (!target.empty()) ways.push_back({target, s, &note});
    }
  }
}

/// Whether the element is a word in a line, as a reference is, or the one block that refers to the note.
bool leads_to_reference(const Page& page, const BlockList& blocks, std::uint32_t node, const Note& note) {
  if (page::is_inline(page.nodes[node].tag)) return true;
  const Container& place = blocks.containers[container_of(page, blocks, node)];
  return place.node == node && place.first_block == note.block && place.end_block == note.block + 1;
}

std::string_view text_of(const TextBlock& block, const InlineSpan& span) {
  return block.text.substr(span.begin, span.end - span.begin);
}

std::uint32_t past_signs(std::string_view text, std::uint32_t at, std::string_view signs) {
  return static_cast<std::uint32_t>(std::min(text.find_first_not_of(signs, at), text.size()));
}

/// One past the last of the text before `end` that is none of the signs.
std::uint32_t before_signs(std::string_view text, std::uint32_t end, std::string_view signs) {
  return static_cast<std::uint32_t>(text.substr(0, end).find_last_not_of(signs) + 1);
}

/// Of a link back, before a note's text: a label, a letter for each reference, an arrow.
bool is_mark_of_return(std::string_view text) {
  constexpr std::size_t longest_sign = 4;  // bytes of one character
  return !note_label(text).empty() || text.size() <= longest_sign;
}

/// Where the text after the label that stands at `from` begins; `from`: there is none. A bare number would be a part of
/// the text.
std::uint32_t end_of_label(const BlockList& blocks, const TextBlock& block, std::string_view label,
                           std::uint32_t from) {
  const std::uint32_t begin = past_signs(block.text, from, "[(");
  if (label.empty() || !block.text.substr(begin).starts_with(label)) return from;
  const auto end = static_cast<std::uint32_t>(begin + label.size());
  const char next = end < block.text.size() ? block.text[end] : '\0';
  const char after_next = end + 1 < block.text.size() ? block.text[end + 1] : '\0';
  const bool is_closed =
      begin > from ? next == ']' || next == ')' : (next == '.' || next == ')') && !text::is_ascii_digit(after_next);
  const bool is_sign = !text::is_ascii_letter(label[0]) && !text::is_ascii_digit(label[0]) && next == ' ';
  const bool is_raised = block.span_count > 0 && blocks.spans[block.first_span].kind == SpanKind::superscript &&
                         blocks.spans[block.first_span].begin <= begin && blocks.spans[block.first_span].end >= end;
  return is_closed || is_sign || is_raised ? past_signs(block.text, end, " \n.:])") : from;
}

/// Of a block that begins with a raised label: the label.
std::string_view raised_label(const BlockList& blocks, const TextBlock& block) {
  if (block.span_count == 0) return {};
  const InlineSpan& first = blocks.spans[block.first_span];
  const bool is_raised = first.kind == SpanKind::superscript && first.begin == 0;
  return is_raised ? note_label(text_of(block, first)) : std::string_view();
}

/// The last raised part of a block for each label that one shows, links and what stands in them apart: there may be
/// thousands of both.
class RaisedMarks {
 public:
  void read(const BlockList& blocks, const TextBlock& block) {
    marks_.clear();
    std::uint32_t link_end = 0;
    for (std::uint32_t s = block.first_span; s < block.first_span + block.span_count; ++s) {
      const InlineSpan& span = blocks.spans[s];
      if (span.kind == SpanKind::link) link_end = std::max(link_end, span.end);
      if (span.kind != SpanKind::superscript || span.begin < link_end) continue;
      const std::string_view label = note_label(text_of(block, span));
      if (!label.empty()) marks_[label] = s;
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view label) const {
    const auto found = marks_.find(label);
    return found == marks_.end() ? std::nullopt : std::optional(found->second);
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> marks_;  // spans
};

bool is_side_note(const Page& page, const Container& here) noexcept {
  return (page::is_inline(here.tag) && page.has_class(here.node, text::WordList::side_note_class)) ||
         paper_part_of(page, here.node) == PaperPart::note;
}

/// Side notes that begin with a mark which the sentence has, too.
std::vector<Note> find_marked_side_notes(const Page& page, const BlockList& blocks) {
  std::vector<Note> notes;
  RaisedMarks marks;
  std::optional<std::uint32_t> sentence;  // that they are of
  for (const SideNote& side : find_side_notes(page, blocks)) {
    const std::uint32_t first = blocks.containers[side.container].first_block;
    const std::string_view label = raised_label(blocks, blocks.blocks[first]);
    if (label.empty()) continue;
    if (sentence != side.sentence) marks.read(blocks, blocks.blocks[side.sentence]);
    sentence = side.sentence;
    if (const auto mark = marks.find(label)) notes.push_back({side.container, side.sentence, *mark, label});
  }
  return notes;
}

/// But for those whose mark is a link to one of the notes so far.
void add_side_notes(const BlockList& blocks, const std::vector<Note>& side_notes, std::vector<Note>& notes) {
  if (side_notes.empty()) return;
  std::set<std::pair<std::uint32_t, std::uint32_t>> links;  // block and where they begin in it
  const auto place_of = [&blocks](const Note& note) { return std::pair(note.block, blocks.spans[note.span].begin); };
  for (const Note& note : notes) links.insert(place_of(note));
  std::copy_if(side_notes.begin(), side_notes.end(), std::back_inserter(notes),
               [&](const Note& note) { return !links.contains(place_of(note)); });
}

}  // namespace

std::vector<SideNote> find_side_notes(const Page& page, const BlockList& blocks) {
  std::vector<SideNote> notes;
  if (!blocks.has_side_notes) return notes;
  std::uint32_t sentence = 0;  // the block that they were set aside from
  std::uint32_t end = 0;       // one past the last of them
  for (std::uint32_t c = 0; c < blocks.containers.size(); ++c) {
    const Container& here = blocks.containers[c];
    if (here.first_block == 0 || here.first_block == here.end_block || !is_side_note(page, here)) continue;
    if (here.first_block != end) sentence = here.first_block - 1;
    end = here.end_block;
    notes.push_back({c, sentence});
  }
  return notes;
}

std::string_view note_label(std::string_view text) noexcept {
  const auto is_bracket = [](char c) { return c == '[' || c == ']' || c == '(' || c == ')'; };
  text = text::trim(text);
  while (!text.empty() && is_bracket(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_bracket(text.back())) text.remove_suffix(1);
  // Daggers and section signs.
  static constexpr std::string_view signs[] = {"\u2020", "\u2021", "\u00A7", "\u00B6", "\u2217"};
  if (std::find(std::begin(signs), std::end(signs), text) != std::end(signs)) return text;
  // Three digits, or a letter or two: longer texts are links to parts of the page.
  const bool is_label = text.size() <= 3 && std::all_of(text.begin(), text.end(), [](char c) {
                          return text::is_ascii_digit(c) || (c >= 'a' && c <= 'z') || c == '*';
                        });
  return is_label ? text : std::string_view();
}

std::vector<std::uint32_t> find_back_links(const Page& page, const BlockList& blocks, std::span<const Note> notes,
                                           std::string_view address) {
  const std::string_view own_address = own_address_of(page, address);
  std::vector<WayBack> ways;
  for (const Note& note : notes) add_ways_back(blocks, note, own_address, ways);
  std::stable_sort(ways.begin(), ways.end(), [](const WayBack& a, const WayBack& b) { return a.target < b.target; });
  std::vector<std::uint32_t> found;
  for (std::uint32_t node = 0; !ways.empty() && node < page.nodes.size(); ++node) {
    const std::string_view id = name_of_place(page, node);
    if (id.empty()) continue;
    auto way = std::lower_bound(ways.begin(), ways.end(), id,
                                [](const WayBack& one, std::string_view key) { return one.target < key; });
    for (; way != ways.end() && way->target == id; ++way) {
      const bool is_above = node < blocks.containers[way->note->container].node;
      if (is_above && leads_to_reference(page, blocks, node, *way->note)) found.push_back(way->span);
    }
  }
  std::sort(found.begin(), found.end());
  // Where two elements have the same name, a link may lead to the one above and refer to the note below.
  std::vector<std::uint32_t> references;
  for (const Note& note : notes) references.push_back(note.span);
  std::sort(references.begin(), references.end());
  const auto refers = [&](std::uint32_t span) {
    return std::binary_search(references.begin(), references.end(), span);
  };
  std::erase_if(found, refers);
  return found;
}

TextPart text_of_note(const BlockList& blocks, const TextBlock& block, std::string_view label,
                      std::span<const std::uint32_t> back_links, bool is_first) {
  const auto first = std::lower_bound(back_links.begin(), back_links.end(), block.first_span);
  const auto last = std::lower_bound(first, back_links.end(), block.first_span + block.span_count);
  TextPart part{0, static_cast<std::uint32_t>(block.text.size())};
  for (auto link = first; link != last; ++link) {
    const InlineSpan& span = blocks.spans[*link];
    if (span.begin != past_signs(block.text, part.begin, " \n[(^") || !is_mark_of_return(text_of(block, span))) break;
    part.begin = past_signs(block.text, span.end, " \n.:,;])");
  }
  if (is_first) part.begin = end_of_label(blocks, block, label, part.begin);
  if (part.begin < part.end && block.text.substr(part.begin).starts_with(text::zero_width_space))
    part.begin += static_cast<std::uint32_t>(text::zero_width_space.size());
  for (auto link = last; link != first; --link) {
    const InlineSpan& span = blocks.spans[*(link - 1)];
    constexpr std::uint32_t longest = 40;  // bytes: "Jump back to footnote 2 in the text"
    const bool is_short = span.end - span.begin <= longest && (span.begin > part.begin || !is_first);
    if (!is_short || span.end != before_signs(block.text, part.end, " \n])")) break;
    part.end = before_signs(block.text, span.begin, " \n[(");
  }
  return part;
}

std::vector<Note> find_notes(const Page& page, const BlockList& blocks, std::string_view address) {
  std::vector<Note> notes;
  const std::vector<Reference> references = find_references(blocks, own_address_of(page, address));
  for (std::uint32_t node = 0; !references.empty() && node < page.nodes.size(); ++node) {
    const std::string_view id = name_of_place(page, node);
    if (id.empty()) continue;
    const auto found = std::lower_bound(references.begin(), references.end(), id,
                                        [](const Reference& one, std::string_view key) { return one.target < key; });
    if (found == references.end() || found->target != id) continue;
    const std::uint32_t container = container_of(page, blocks, node);
    if (may_be_note(blocks, container, *found)) notes.push_back({container, found->block, found->span, found->label});
  }
  add_side_notes(blocks, find_marked_side_notes(page, blocks), notes);
  // Of elements with the same name, links go to the first.
  std::stable_sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.span < b.span; });
  const auto of_same_link = [](const Note& a, const Note& b) { return a.span == b.span; };
  notes.erase(std::unique(notes.begin(), notes.end(), of_same_link), notes.end());
  std::stable_sort(notes.begin(), notes.end(), [](const Note& a, const Note& b) { return a.container < b.container; });
  const auto same = [](const Note& a, const Note& b) { return a.container == b.container; };
  notes.erase(std::unique(notes.begin(), notes.end(), same), notes.end());
  return notes;
}

}  // namespace pith::blocks

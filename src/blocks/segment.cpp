#include <limits>

#include "blocks/code_lines.hpp"
#include "blocks/hidden.hpp"
#include "blocks/images.hpp"
#include "blocks/latex.hpp"
#include "blocks/marks.hpp"
#include "blocks/segmenter.hpp"
#include "blocks/styles.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Node;
using page::Page;
using page::Tag;
using text::is_in_list;
using text::WordList;

/// A box right before a formula, which a tool may show in it.
bool stands_before_formula(const Page& page, std::uint32_t i) {
  const std::uint32_t next = page.nodes[i].subtree_end;
  return page.nodes[i].tag == Tag::div && next < page.nodes.size() && page.nodes[next].tag == Tag::math;
}

/// What its attributes say of an element, found at once: most say nothing.
struct ElementMarks {
  std::uint32_t lists = 0;  // of its class
  std::string_view style;
  std::string_view latex;
  std::string_view role;
  bool may_be_hidden = false;
};

ElementMarks marks_of_attributes(const Page& page, const Node& node) {
  ElementMarks told;
  for (std::uint32_t k = node.first_attribute; k < node.first_attribute + node.attribute_count; ++k) {
    const page::Attribute& attribute = page.attributes[k];
    switch (attribute.name) {
      case AttributeName::class_:
        told.lists = attribute.class_lists;
        break;
      case AttributeName::style:
        told.style = attribute.value;
        break;
      case AttributeName::latex:
        told.latex = attribute.value;
        break;
      case AttributeName::role:
        told.role = attribute.value;
        break;
      case AttributeName::hidden:
      case AttributeName::aria_hidden:
        told.may_be_hidden = true;
        break;
      default:
        break;
    }
  }
  if (!told.style.empty() || is_in_list(told.lists, WordList::screen_reader_class)) told.may_be_hidden = true;
  return told;
}

bool is_preformatted(Tag tag) {
  return tag == Tag::pre || tag == Tag::listing || tag == Tag::xmp;
}
}  // namespace

void SegmentScratchDeleter::operator()(SegmentScratch* scratch) const noexcept {
  delete scratch;
}

std::uint64_t Segmenter::run() {
  const std::uint32_t body = find_body();
  open_container(body, page_.nodes.empty() ? std::uint8_t{0} : hidden_bits(page_, body), Tag::body);
  const std::uint32_t end = page_.nodes.empty() ? 0 : page_.nodes[body].subtree_end;
  walk(body + 1, end, 0);
  return left_out_;
}

std::uint32_t Segmenter::find_body() const {
  for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
    if (page_.nodes[i].tag == Tag::body) return i;
  }
  return 0;
}

void Segmenter::walk(std::uint32_t begin, std::uint32_t end, std::size_t floor) {
  for (std::uint32_t i = begin; i < end;) {
    close_until(i, floor);
    i = enter(i);
  }
  close_until(std::numeric_limits<std::uint32_t>::max(), floor);
}

std::uint32_t Segmenter::enter(std::uint32_t i) {
  const Node& node = page_.nodes[i];
  if (node.tag == Tag::none) {
    if (context_.in_code_box && is_between_lines(node.text)) return i + 1;
    if (text_.text().empty()) first_text_ = node.text;
    if (context_.in_spaced_code) {
      add_spaced_code(node.text);
    } else {
      context_.in_verse ? add_verse(node.text) : add_text(node.text);
    }
    return i + 1;
  }
  if (node.tag == Tag::br) {
    add_line_break();
    return i + 1;
  }
  if (node.tag == Tag::img) {
    add_image(i);
    return i + 1;
  }
  if (page::is_ignored(node.tag)) {
    if (is_embed(node.tag)) add_inset(BlockKind::embed, i);
    text_.add_space();
    return node.subtree_end;
  }
  if (context_.in_pre) return enter_in_pre(i);
  return enter_element(i);
}

/// Whether the element is a part of a line: an inline one, a cell of a formula, a word or two of a sentence.
inline bool Segmenter::is_in_line(const Node& node, std::uint32_t i, std::uint32_t lists) const {
  if (is_in_list(lists, WordList::equation_number_class)) return false;
  if (page::is_inline(node.tag)) return !is_cell_of_boxes(i) && !(node.tag == Tag::code && is_spaced_code(page_, i));
  if (!is_of_page(node.tag)) return context_.in_equation && node.tag == Tag::td;
  const bool is_within = !open_.back().is_container && is_of_page(open_.back().tag);
  const PaperPart part = paper_part_of(page_, i);
  return is_within || (part != PaperPart::none && part != PaperPart::code) || is_part_of_line(page_, i);
}

std::uint32_t Segmenter::enter_element(std::uint32_t i) {
  const Node& node = page_.nodes[i];
  if (node.tag == Tag::custom && enter_paper_part(i)) return node.subtree_end;
  const bool is_marked = node.attribute_count > 0;
  const ElementMarks told = marks_of_attributes(page_, node);
  const std::uint32_t lists = told.lists;
  const bool is_pre = (lists != 0 || !told.style.empty()) && is_told_pre(page_, i, lists, told.style);
  const bool is_inline = !is_pre && is_in_line(node, i, lists);
  const bool may_be_formula = node.tag == Tag::math || node.tag == Tag::custom || (is_inline && is_marked);
  if (may_be_formula && enter_formula(i, is_inline, lists, told.latex)) return node.subtree_end;
  std::uint8_t hidden = told.may_be_hidden ? hidden_bits(page_, i) : std::uint8_t{0};
  if (hidden == hidden_by_aria && is_inline && lists != 0 && is_only_form(page_, i)) hidden = 0;
  const bool may_be_copy = is_inline || node.tag == Tag::label || stands_before_formula(page_, i);
  if (is_marked && may_be_copy && is_left_out(i, is_inline, hidden, lists)) return node.subtree_end;
  const bool is_begun = block_.letters > 0 && !in_aside_;
  const bool is_word = node.tag == Tag::button && is_begun && is_word_of_sentence(page_, i);
  const bool is_note = is_begun && is_marked && (node.tag == Tag::span || node.tag == Tag::small) &&
                       (is_in_list(lists, WordList::side_note_class) || told.role == "tooltip");
  if ((is_inline || is_word) && hidden == 0 && !is_note) {
    const bool has_text_beside = block_.letters > 0 || node.subtree_end < end_of_container();
    if (node.tag == Tag::a && has_text_beside && is_mark_of_place(page_, i)) return node.subtree_end;
    open_inline(i);
    return i + 1;
  }
  // Set aside only from a line that has begun: elsewhere there is nothing to cut.
  if ((is_inline || node.tag == Tag::button) && is_begun) {
    if (is_note) out_.has_side_notes = true;
    if (node.tag == Tag::button) text_.add_space();
    asides_.push_back({i, link_depth_});
    return node.subtree_end;
  }
  if (context_.in_line_box && hidden == 0 && is_line_of_box(page_, i)) {
    if (block_.letters > 0 && line_breaks_ == 0) add_line_break();
    open_inline(i);
    return i + 1;
  }
  const bool may_be_part = !told.role.empty() || !told.style.empty();
  open_container(i, hidden, may_be_part ? told_tag(page_, i) : node.tag);
  enter_box(i, lists);
  if (is_pre) context_.in_pre = true;
  return i + 1;
}

void Segmenter::enter_box(std::uint32_t i, std::uint32_t lists) {
  const Tag tag = page_.nodes[i].tag;
  if (tag == Tag::custom && is_image_element(page_, i)) add_image(i);
  if (tag == Tag::custom && paper_part_of(page_, i) == PaperPart::code) context_.in_pre = true;
  if (tag == Tag::code && is_spaced_code(page_, i)) context_.in_pre = context_.in_spaced_code = true;
  if (tag == Tag::hr || is_told_rule(page_, i)) add_inset(BlockKind::rule, i);
  if (page_.has_attribute(i, AttributeName::video_id)) add_inset(BlockKind::embed, i);
  if (is_in_list(lists, WordList::note_box_class)) out_.has_note_boxes = true;
  if (is_code_box(page_, i)) context_.in_pre = context_.in_code_box = true;
  if (tag == Tag::table && is_in_list(lists, WordList::equation_table_class)) context_.in_equation = true;
}

bool Segmenter::enter_paper_part(std::uint32_t i) {
  const PaperPart part = paper_part_of(page_, i);
  if (part == PaperPart::formula) {
    add_formula(latex_of_text(page_, i), stands_alone(page_, i));
    return true;
  }
  if (part != PaperPart::note || block_.letters == 0 || in_aside_) return false;
  out_.has_side_notes = true;
  asides_.push_back({i, link_depth_});
  return true;
}

bool Segmenter::enter_formula(std::uint32_t i, bool is_inline, std::uint32_t lists, std::string_view told) {
  if (page_.nodes[i].tag == Tag::math) {
    block_.inline_elements = saturated(block_.inline_elements + 1);
    add_formula(latex_of(page_, i), is_displayed(page_, i));
    return true;
  }
  if (const std::uint32_t math = formula_of_tool(page_, i); math != 0) {
    add_formula(latex_of(page_, math), page_.attribute(i, AttributeName::display) == "true");
    return true;
  }
  std::string_view latex = is_inline && !told.empty() ? told_latex(page_, i) : std::string_view();
  if (is_inline && is_in_list(lists, WordList::formula_text_class)) latex = latex_in_text(page_, i);
  if (latex.empty()) return false;
  block_.inline_elements = saturated(block_.inline_elements + 1);
  add_formula(std::string(latex), false);
  return true;
}

bool Segmenter::is_left_out(std::uint32_t i, bool is_inline, std::uint8_t hidden, std::uint32_t lists) const {
  const Node& node = page_.nodes[i];
  if ((lists != 0 && shows_formula_again(page_, i)) || (hidden != 0 && holds_formula(page_, i))) return true;
  if (is_inline && context_.heading > 0 && is_in_list(lists, WordList::edit_class)) return true;
  if (node.tag == Tag::span && (is_in_list(lists, WordList::backlink_class) || is_mark_of_item(i))) return true;
  return (in_aside_ || node.tag == Tag::label) && is_in_list(lists, WordList::note_copy_class);
}

bool Segmenter::is_cell_of_boxes(std::uint32_t i) const {
  const Node& node = page_.nodes[i];
  if (node.tag != Tag::span || container_ < 0) return false;
  const Container& row = out_.containers[static_cast<std::size_t>(container_)];
  return row.tag == Tag::tr && row.node == node.parent && is_cell_by_role(page_, i);
}

bool Segmenter::is_mark_of_item(std::uint32_t i) const {
  if (container_ < 0) return false;
  const Container& item = out_.containers[static_cast<std::size_t>(container_)];
  const bool is_first = block_.letters == 0 && item.tag == Tag::li && item.node == page_.nodes[i].parent;
  if (is_first && is_printed_mark(page_, i, page_.nodes[page_.nodes[item.node].parent].tag)) return true;
  const std::string_view style = page_.attribute(i, AttributeName::style);
  if (style.empty() || !is_mark_of_word(style)) return false;
  return item.tag == Tag::p && is_item_of_word(page_.attribute(item.node, AttributeName::style));
}

std::uint32_t Segmenter::end_of_container() const {
  const auto container = static_cast<std::size_t>(std::max(container_, 0));
  return page_.nodes[out_.containers[container].node].subtree_end;
}

void Segmenter::open_container(std::uint32_t i, std::uint8_t hidden, Tag tag) {
  flush();
  if (page_.nodes.empty()) {  // a page of nothing still has its root container
    out_.containers.push_back(Container{.subtree_end = 1});
    return;
  }
  const Node& node = page_.nodes[i];
  Container container;
  container.tag = tag;
  container.node = i;
  container.hidden = hidden;
  container.in_link = link_depth_ > 0;
  container.parent = container_;
  container.depth = container_ < 0
                        ? std::uint16_t{0}
                        : static_cast<std::uint16_t>(out_.containers[static_cast<std::size_t>(container_)].depth + 1);
  container.first_block = static_cast<std::uint32_t>(out_.blocks.size());
  const auto index = static_cast<std::uint32_t>(out_.containers.size());
  out_.containers.push_back(container);

  OpenElement element;
  element.subtree_end = node.subtree_end;
  element.tag = node.tag;
  element.is_container = true;
  element.container = index;
  element.outer_container = container_;
  element.outer = context_;
  element.outer_hidden = hidden_;
  container_ = static_cast<std::int32_t>(index);
  hidden_ |= container.hidden;
  blank_before_ = node.blank_before;
  continues_previous_ = node.continues_previous;
  space_before_ = node.space_before;
  enter_context(container.tag);
  if (is_preformatted(node.tag)) enter_pre(i);
  context_.in_line_box =
      node.tag == Tag::div && node.attribute_count > 0 && page_.has_class(i, text::WordList::line_box_class);
  open_.push_back(element);
}

void Segmenter::enter_pre(std::uint32_t i) {
  context_.in_verse = page_.has_class(i, text::WordList::verse_class);
  context_.in_pre = !context_.in_verse;
  has_numbers_ = has_numbered_lines(page_, i);
  boxed_code_ = boxed_code(page_, i);
}

void Segmenter::enter_context(Tag tag) {
  if (const int level = page::heading_level(tag); level > 0) context_.heading = static_cast<std::uint8_t>(level);
  if (is_preformatted(tag)) context_.in_pre = true;
  if (tag == Tag::figcaption || tag == Tag::caption) {
    context_.in_caption = true;
    context_.heading = 0;  // in a heading around its table it is a caption still
    context_.in_figcaption = tag == Tag::figcaption;
  }
  if (is_list(tag)) context_.fresh_item = false;
  if (tag == Tag::li) context_.fresh_item = true;
  const bool is_other_place = tag == Tag::li || tag == Tag::td || tag == Tag::th || tag == Tag::blockquote;
  if (tag == Tag::dt || tag == Tag::dd || is_other_place) {
    context_.in_term = tag == Tag::dt;
    context_.in_definition = tag == Tag::dd;
  }
}

void Segmenter::close_until(std::uint32_t node, std::size_t floor) {
  while (open_.size() > floor && open_.back().subtree_end <= node) {
    const OpenElement element = open_.back();
    open_.pop_back();
    if (element.is_container) {
      close_container(element);
    } else {
      close_inline(element);
    }
  }
}

void Segmenter::close_container(const OpenElement& element) {
  flush();
  Container& container = out_.containers[element.container];
  container.subtree_end = static_cast<std::uint32_t>(out_.containers.size());
  container.end_block = static_cast<std::uint32_t>(out_.blocks.size());
  container_ = element.outer_container;
  hidden_ = element.outer_hidden;
  const bool item_still_fresh = context_.fresh_item;
  context_ = element.outer;
  // "<li><p>text</p>more": only the first block of an item gets the bullet, however deep it stood.
  if (element.tag != Tag::li && !is_list(element.tag)) context_.fresh_item = item_still_fresh && context_.fresh_item;
}

std::span<const text::Word> BlockList::words_of(const TextBlock& block, std::vector<text::Word>& room) const {
  if (keeps_words) return std::span(words).subspan(block.first_word, block.word_count);
  room.clear();
  room.reserve(block.word_count);
  text::tokenize(text_with_words(block.text), room);
  return room;
}

void BlockList::clear() {
  blocks.clear();
  containers.clear();
  spans.clear();
  insets.clear();
  words.clear();
  keeps_words = true;
  has_side_notes = false;
  has_note_boxes = false;
  storage.reset();
}

// More text than any real page has. Who looks at plain text asks for all words again and again.
constexpr std::size_t most_html_with_words = std::size_t{2} << 20U;
constexpr std::size_t most_lines_with_words = std::size_t{8} << 20U;

void segment(const Page& page, const Limits& limits, BlockList& out, std::vector<Notice>& notices) {
  out.clear();
  if (out.scratch == nullptr) out.scratch.reset(new SegmentScratch);
  out.keeps_words =
      page.text_bytes <= (page.kind == page::PageKind::text ? most_lines_with_words : most_html_with_words);
  if (out.keeps_words) out.words.reserve(page.text_bytes / bytes_of_a_word);
  const std::uint64_t left_out = Segmenter(page, limits, out).run();
  if (!out.keeps_words) out.words = std::vector<text::Word>();  // {} would keep its memory
  if (left_out > 0) notices.push_back({NoticeCode::blocks_truncated, left_out, {}});
}

}  // namespace pith::blocks

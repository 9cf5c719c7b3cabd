#include <algorithm>
#include <optional>
#include <utility>

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

bool is_bold(Tag tag) {
  return tag == Tag::b || tag == Tag::strong;
}
bool is_code(Tag tag) {
  return tag == Tag::code || tag == Tag::kbd || tag == Tag::samp || tag == Tag::tt;
}

/// What an inline element that is no link says of its text.
std::optional<SpanKind> span_of(Tag tag) {
  if (is_bold(tag)) return SpanKind::strong;
  if (is_code(tag)) return SpanKind::code;
  // Browsers show titles, variables and new terms as they show emphasis.
  const bool is_slanted = tag == Tag::em || tag == Tag::i || tag == Tag::cite || tag == Tag::var || tag == Tag::dfn;
  if (is_slanted) return SpanKind::emphasis;
  if (tag == Tag::sup) return SpanKind::superscript;
  if (tag == Tag::sub) return SpanKind::subscript;
  if (tag == Tag::del || tag == Tag::s || tag == Tag::strike) return SpanKind::deleted;
  if (tag == Tag::ins) return SpanKind::inserted;
  return std::nullopt;
}

/// Whether a <cite> is a whole reference, which marks the title within it, and no title itself. Few nodes are looked
/// at.
bool holds_title(const Page& page, std::uint32_t cite) {
  constexpr std::uint32_t most_nodes = 32;
  const std::uint32_t end = std::min(page.nodes[cite].subtree_end, cite + most_nodes);
  const auto is_title = [](const Node& node) {
    return node.tag == Tag::i || node.tag == Tag::em || node.tag == Tag::cite;
  };
  return std::any_of(page.nodes.begin() + cite + 1, page.nodes.begin() + end, is_title);
}

/// The same, with what its style says: of a <span> that it is bold, of a <b> that it is not.
std::optional<SpanKind> span_of(const Page& page, std::uint32_t i) {
  const Tag tag = page.nodes[i].tag;
  const std::optional<SpanKind> kind = span_of(tag);
  if (tag == Tag::cite && holds_title(page, i)) return std::nullopt;
  const bool may_be_styled = tag == Tag::span || kind == SpanKind::strong || kind == SpanKind::emphasis;
  const std::string_view style = may_be_styled ? page.attribute(i, AttributeName::style) : std::string_view();
  if (style.empty()) return kind;
  if (tag == Tag::span) return mark_of_style(style);
  return style_undoes(style, *kind) ? std::nullopt : kind;
}

/// What an <abbr> says that it is short for. Dates for programs, which stand there too, begin with a digit. References
/// may write control characters before it.
std::string_view long_form(const Page& page, std::uint32_t i) {
  const Tag tag = page.nodes[i].tag;
  if (tag != Tag::abbr && tag != Tag::acronym) return {};
  const std::string_view title = text::trim(page.attribute(i, AttributeName::title));
  const auto first =
      std::find_if(title.begin(), title.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
  return first == title.end() || text::is_ascii_digit(*first) ? std::string_view() : title;
}

/// Tags at whose edges two words are apart even without white space between: "<span>By</span><span>Jane</span>".
bool separates_words(Tag tag) {
  return tag == Tag::span || tag == Tag::a || tag == Tag::label || tag == Tag::time || tag == Tag::data;
}

}  // namespace

std::uint32_t Segmenter::enter_in_pre(std::uint32_t i) {
  const Node& node = page_.nodes[i];
  if (node.tag == Tag::button || hidden_bits(page_, i) != 0) return node.subtree_end;
  if (is_line_number(page_, i)) {
    // In the same line as its code: a space parts the two.
    after_number_ = context_.in_code_box && node.tag == Tag::span;
    return node.subtree_end;
  }
  if (boxed_code_ != 0 && is_beside_code(page_, i, boxed_code_)) return node.subtree_end;
  if (has_numbers_ && (text_.text().empty() || text_.text().back() == '\n') && is_number(page_, i)) {
    after_number_ = true;
    return node.subtree_end;
  }
  const bool is_cell = node.tag == Tag::td || node.tag == Tag::th;
  const bool is_block = !page::is_inline(node.tag) && !is_cell;
  open_inline(i);
  if (!is_block && !is_code_line(page_, i)) return i + 1;
  open_.back().is_line = true;
  open_.back().is_line_block = is_block;
  open_.back().line_begin = text_.start_line(is_block);
  return i + 1;
}

namespace {

/// Whether a link is around more text than any that leads elsewhere: of an article that links to itself, or of a page
/// on which a link is never closed.
bool holds_an_article(const Page& page, std::uint32_t link) {
  constexpr std::uint32_t fewest_nodes = 8;
  constexpr std::uint32_t most_nodes = 400;  // in which that much text of an article stands
  constexpr std::size_t fewest_bytes = 1500;
  const std::uint32_t end = std::min(page.nodes[link].subtree_end, link + most_nodes);
  if (end - link < fewest_nodes) return false;
  std::size_t bytes = 0;
  for (std::uint32_t i = link + 1; i < end && bytes < fewest_bytes; ++i) bytes += page.nodes[i].text.size();
  return bytes >= fewest_bytes;
}

}  // namespace

void Segmenter::enter_asides() {
  in_aside_ = true;
  for (const Aside& aside : asides_) {
    const int outer = std::exchange(link_depth_, aside.link_depth);
    const std::size_t floor = open_.size();
    open_container(aside.node, hidden_bits(page_, aside.node), told_tag(page_, aside.node));
    walk(aside.node + 1, page_.nodes[aside.node].subtree_end, floor);
    link_depth_ = outer;
  }
  asides_.clear();
  in_aside_ = false;
  start_block();
}

void Segmenter::open_inline(std::uint32_t i) {
  const Node& node = page_.nodes[i];
  OpenElement element;
  element.subtree_end = node.subtree_end;
  element.tag = node.tag;
  element.outer_hidden = hidden_;
  element.outer_container = container_;
  // Headings are bold already; some have a style on every word.
  const auto kind = context_.heading > 0 ? span_of(node.tag) : span_of(page_, i);
  // "H<span style='vertical-align:sub'>2</span>O" is one word.
  const bool is_raised = kind == SpanKind::superscript || kind == SpanKind::subscript;
  element.parts_words = separates_words(node.tag) && !is_raised;
  if (element.parts_words) text_.add_word_edge();
  // Right in a list, outside of its items, elements are lines. Nothing else parts cells without a table.
  element.is_cell = is_list(page_.nodes[node.parent].tag) || (node.attribute_count > 0 && is_cell_by_role(page_, i));
  if (element.is_cell) text_.add_space();
  block_.inline_elements = saturated(block_.inline_elements + 1);
  if (is_bold(node.tag)) ++bold_depth_;
  if (is_code(node.tag)) ++code_depth_;
  if (node.tag == Tag::a && page_.has_attribute(i, AttributeName::href)) open_link(i, element);
  // Code in code is the same code.
  const bool is_inner_code = is_code(node.tag) && code_depth_ > 1;
  if (kind && !is_inner_code) element.span = text_.open_span(*kind, {});
  if (const auto title = long_form(page_, i); !title.empty())
    element.span = text_.open_span(SpanKind::abbreviation, title);
  if (node.tag == Tag::rt && is_bare_reading(page_, i)) {
    add_text("(");
    element.closing_text = ")";
  }
  if (node.tag == Tag::q && needs_quotation_marks(page_, i)) {
    add_text("\u201C");
    element.closing_text = "\u201D";
  }
  open_.push_back(element);
}

void Segmenter::open_link(std::uint32_t i, OpenElement& element) {
  const std::string_view href = page_.attribute(i, AttributeName::href);
  element.is_link = !holds_an_article(page_, i);
  if (element.is_link) {
    ++link_depth_;
    block_.links = saturated(block_.links + 1);
  }
  if (!href.empty() && href.front() == '#') block_.fragment_links = saturated(block_.fragment_links + 1);
  element.span = text_.open_span(SpanKind::link, href);
  if (refers_to_note(page_, i)) text_.mark_reference(element.span);
}

void Segmenter::close_inline(const OpenElement& element) {
  if (element.parts_words) text_.add_word_edge();
  if (element.is_cell) text_.add_space();
  if (is_bold(element.tag)) --bold_depth_;
  if (is_code(element.tag)) --code_depth_;
  if (element.is_link) --link_depth_;
  if (element.is_line) text_.end_line(element.line_begin, element.is_line_block);
  if (!element.closing_text.empty()) add_text(element.closing_text);
  text_.close_span(element.span);
}

void Segmenter::add_text(std::string_view text) {
  // One space parts the number of a line from its code.
  if (std::exchange(after_number_, false) && text.starts_with(' ')) text.remove_prefix(1);
  const std::uint32_t letters = context_.in_pre ? text_.add_verbatim(text) : text_.add_collapsed(text);
  if (letters == 0) return;
  line_breaks_ = 0;
  block_.letters += letters;
  if (link_depth_ > 0) block_.linked_letters += letters;
  if (bold_depth_ > 0) block_.bold_letters += letters;
  if (code_depth_ > 0) block_.code_letters += letters;
}

void Segmenter::add_spaced_code(std::string_view text) {
  while (!text.empty()) {
    const auto space = std::find_if(text.begin(), text.end(), text::is_ascii_space);
    const auto end = static_cast<std::size_t>(space - text.begin());
    if (end > 0) add_text(text.substr(0, end));
    text.remove_prefix(end);
    if (text.empty()) return;
    const std::string& before = text_.text();
    if (!before.empty() && before.back() != ' ' && before.back() != '\n') add_text(" ");
    while (!text.empty() && text::is_ascii_space(text.front())) text.remove_prefix(1);
  }
}

void Segmenter::add_verse(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    add_text(text.substr(0, end));
    if (end < text.size()) add_line_break();
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void Segmenter::add_formula(const std::string& latex, bool is_display) {
  if (latex.empty()) return;
  std::uint32_t span = context_.in_equation ? text_.reopen_formula() : InlineText::no_span;
  if (span == InlineText::no_span) span = text_.open_span(SpanKind::math, is_display ? "display" : "");
  add_text(latex);
  text_.close_span(span);
}

void Segmenter::add_image(std::uint32_t i) {
  block_.images = saturated(block_.images + 1);
  block_.inline_elements = saturated(block_.inline_elements + 1);
  const std::string latex = latex_of_image(page_, i);
  if (const std::string_view sign = sign_of_image(page_, i); !sign.empty()) {
    add_text(sign);
  } else if (latex.empty()) {
    add_inset(BlockKind::image, i);
    text_.add_picture();
  } else {
    add_formula(latex, page_.has_class(i, text::WordList::formula_block_class));
  }
}

void Segmenter::add_inset(BlockKind kind, std::uint32_t i) {
  out_.insets.push_back({kind, i, static_cast<std::uint32_t>(std::max(container_, 0)),
                         static_cast<std::uint32_t>(out_.blocks.size()),
                         static_cast<std::uint32_t>(text_.text().size())});
}

void Segmenter::add_line_break() {
  if (context_.in_pre) {
    text_.add_verbatim_newline();
  } else if (++line_breaks_ >= 2) {
    flush();
  } else {
    text_.add_newline();
  }
}

void Segmenter::flush() {
  text_.finish(context_.in_pre);
  const bool has_text = block_.letters > 0;
  const bool is_left_out = has_text && out_.blocks.size() >= limits_.max_blocks;
  const bool has_block = has_text && !is_left_out;
  if (is_left_out) ++left_out_;
  place_insets(has_block);
  if (has_block) emit();
  start_block();
  if (!asides_.empty() && !in_aside_) enter_asides();
}

void Segmenter::place_insets(bool has_block) {
  for (; placed_insets_ < out_.insets.size(); ++placed_insets_) {
    Inset& inset = out_.insets[placed_insets_];
    const bool is_after = has_block && inset.offset > 0 && inset.offset >= text_.text().size();
    if (is_after) ++inset.block;
    if (is_after || !has_block) inset.offset = 0;
    // What begins in a link or emphasis after a space stands in it, not before the space.
    const auto& spans = text_.spans();  // by their begin
    const auto next = std::lower_bound(spans.begin(), spans.end(), inset.offset + 1,
                                       [](const InlineSpan& span, std::uint32_t at) { return span.begin < at; });
    const bool begins_next = next != spans.end() && next->begin == inset.offset + 1;
    const bool is_before_space = inset.offset > 0 && text_.text()[inset.offset] == ' ';
    if (is_before_space && begins_next) ++inset.offset;
  }
}

void Segmenter::emit() {
  block_.text = kept_text();
  block_.container = static_cast<std::uint32_t>(std::max(container_, 0));
  block_.hidden = hidden_;
  block_.preformatted = context_.in_pre;
  block_.blank_before = blank_before_;
  block_.continues_previous = continues_previous_;
  block_.space_before = space_before_;
  if (!out_.keeps_words) {
    out_.words.clear();
    out_.words.reserve(text_with_words(block_.text).size() / bytes_of_a_word);
  }
  block_.first_word = static_cast<std::uint32_t>(out_.words.size());
  text::tokenize(text_with_words(block_.text), out_.words);
  block_.word_count = static_cast<std::uint32_t>(out_.words.size()) - block_.first_word;
  for (std::uint32_t w = 0; w < block_.word_count; ++w) block_.cjk_words += out_.words[block_.first_word + w].is_cjk;
  block_.first_span = static_cast<std::uint32_t>(out_.spans.size());
  block_.span_count = static_cast<std::uint32_t>(text_.spans().size());
  out_.spans.insert(out_.spans.end(), text_.spans().begin(), text_.spans().end());
  set_kind();
  out_.blocks.push_back(block_);
  blank_before_ = false;
  continues_previous_ = false;
  space_before_ = false;
}

/// The text as it stands in the page, where it does; else a copy.
std::string_view Segmenter::kept_text() {
  const std::string& text = text_.text();
  const std::string_view from = first_text_.substr(std::min(first_text_.find(text[0]), first_text_.size()));
  return from.starts_with(text) ? from.substr(0, text.size()) : out_.storage.copy(text);
}

void Segmenter::set_kind() {
  const auto& spans = text_.spans();
  if (context_.in_pre) {
    block_.kind = BlockKind::code;
  } else if (context_.heading > 0 && (!context_.in_figcaption || block_.links > 0)) {
    block_.kind = BlockKind::heading;
    block_.level = context_.heading;
  } else {
    if (context_.fresh_item) {
      block_.starts_item = true;
      clear_fresh_item();
    }
    if (context_.in_term) block_.kind = BlockKind::term;
    if (context_.in_definition) block_.kind = BlockKind::definition;
    if (context_.in_caption) block_.kind = BlockKind::caption;
  }
  const bool is_formula = block_.kind == BlockKind::paragraph && spans.size() == 1 && spans[0].kind == SpanKind::math &&
                          spans[0].end - spans[0].begin == block_.text.size();
  if (is_formula) block_.kind = BlockKind::math;
}

void Segmenter::clear_fresh_item() {
  context_.fresh_item = false;
  for (auto element = open_.rbegin(); element != open_.rend() && element->tag != Tag::li; ++element) {
    if (element->is_container) element->outer.fresh_item = false;
  }
}

void Segmenter::start_block() {
  text_.start_next();
  block_ = TextBlock{};
  first_text_ = {};
  line_breaks_ = 0;
  if (link_depth_ > 0) block_.links = 1;
}

}  // namespace pith::blocks

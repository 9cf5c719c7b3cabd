#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "blocks/blocks.hpp"
#include "blocks/code_lines.hpp"
#include "blocks/hidden.hpp"
#include "blocks/inline_text.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Node;
using page::Page;
using page::Tag;

/// What the containers above a block say of its kind. Copied from parent to child, so nothing walks up.
struct Context {
  std::uint8_t heading = 0;
  std::uint8_t list_depth = 0;
  std::uint8_t quote_depth = 0;
  bool in_pre = false;
  bool in_caption = false;
  bool in_definition = false;
  bool fresh_item = false;  // the next block is the first of its <li>
  bool ordered = false;
  std::uint32_t ordinal = 0;  // of the current item
};

/// An element that is still open.
struct Frame {
  std::uint32_t subtree_end = 0;
  Tag tag = Tag::none;
  bool is_container = false;
  bool is_link = false;
  bool is_line = false;  // of pre
  std::uint8_t outer_hidden = 0;
  std::uint32_t container = 0;               // of a container: its index
  std::int32_t outer_container = -1;         // the container around it
  std::uint32_t span = InlineText::no_span;  // of an inline element: its open span
  std::size_t line_begin = 0;                // of a line: where its text begins
  std::uint32_t next_ordinal = 1;            // of a list: number of its next item
  Context outer;                             // to be restored when a container closes
};

bool is_list(Tag tag) {
  return tag == Tag::ul || tag == Tag::ol || tag == Tag::menu;
}
bool is_preformatted(Tag tag) {
  return tag == Tag::pre || tag == Tag::listing || tag == Tag::xmp;
}
bool is_bold(Tag tag) {
  return tag == Tag::b || tag == Tag::strong;
}
bool is_code(Tag tag) {
  return tag == Tag::code || tag == Tag::kbd || tag == Tag::samp || tag == Tag::tt;
}

/// Tags at whose edges two words are apart even without white space between: "<span>By</span><span>Jane</span>".
bool separates_words(Tag tag) {
  return tag == Tag::span || tag == Tag::a || tag == Tag::label || tag == Tag::time || tag == Tag::data;
}

/// An element in the middle of a line that is no part of it: a button, or one that is not shown. It comes after the
/// block that it stands in.
struct Aside {
  std::uint32_t node = 0;
  int link_depth = 0;
};

}  // namespace

struct SegmentScratch {
  std::vector<Frame> frames;
  std::vector<Aside> asides;
  InlineText text;
};

void SegmentScratchDeleter::operator()(SegmentScratch* scratch) const noexcept {
  delete scratch;
}

namespace {

class Segmenter {
 public:
  Segmenter(const Page& page, const Limits& limits, BlockList& out)
      : page_(page),
        limits_(limits),
        out_(out),
        frames_(out.scratch->frames),
        asides_(out.scratch->asides),
        text_(out.scratch->text) {
    frames_.clear();
    asides_.clear();
    text_.start_page();
  }

  /// Returns how many blocks were left out.
  std::uint64_t run() {
    const std::uint32_t body = find_body();
    open_container(body, page_.nodes.empty() ? std::uint8_t{0} : hidden_bits(page_, body));
    const std::uint32_t end = page_.nodes.empty() ? 0 : page_.nodes[body].subtree_end;
    walk(body + 1, end, 0);
    mark_table_rows();
    return left_out_;
  }

 private:
  std::uint32_t find_body() const {
    for (std::uint32_t i = 0; i < page_.nodes.size(); ++i) {
      if (page_.nodes[i].tag == Tag::body) return i;
    }
    return 0;
  }

  /// Handles the nodes [begin, end), and closes all frames but the first `floor`.
  void walk(std::uint32_t begin, std::uint32_t end, std::size_t floor) {
    for (std::uint32_t i = begin; i < end;) {
      close_until(i, floor);
      i = enter(i);
    }
    close_until(std::numeric_limits<std::uint32_t>::max(), floor);
  }

  /// Handles node i; returns the node to go on with.
  std::uint32_t enter(std::uint32_t i) {
    const Node& node = page_.nodes[i];
    if (node.tag == Tag::none) {
      add_text(node.text);
      return i + 1;
    }
    if (node.tag == Tag::br) {
      add_line_break();
      return i + 1;
    }
    if (node.tag == Tag::img) block_.images = static_cast<std::uint16_t>(block_.images + 1);
    if (page::is_ignored(node.tag)) {
      text_.add_space();
      return node.subtree_end;
    }
    if (context_.in_pre) return enter_in_pre(i);
    const std::uint8_t hidden = hidden_bits(page_, i);
    const bool is_inline = page::is_inline(node.tag);
    if (is_inline && hidden == 0) {
      open_inline(i);
      return i + 1;
    }
    // Set aside only from a line that has begun: elsewhere there is nothing to cut.
    if ((is_inline || node.tag == Tag::button) && block_.letters > 0 && !in_aside_) {
      if (node.tag == Tag::button) text_.add_space();
      asides_.push_back({i, link_depth_});
      return node.subtree_end;
    }
    open_container(i, hidden);
    return i + 1;
  }

  /// In pre nothing ends the block: elements are at most lines of it.
  std::uint32_t enter_in_pre(std::uint32_t i) {
    const Node& node = page_.nodes[i];
    if (node.tag == Tag::button || hidden_bits(page_, i) != 0 || is_line_number(page_, i)) return node.subtree_end;
    const bool is_cell = node.tag == Tag::td || node.tag == Tag::th;
    const bool is_block = !page::is_inline(node.tag) && !is_cell;
    open_inline(i);
    if (!is_block && !is_code_line(page_, i)) return i + 1;
    frames_.back().is_line = true;
    frames_.back().line_begin = text_.start_line(is_block);
    return i + 1;
  }

  /// The elements that were set aside from the block that ended: blocks of their own.
  void enter_asides() {
    in_aside_ = true;
    for (const Aside& aside : asides_) {
      const int outer = std::exchange(link_depth_, aside.link_depth);
      const std::size_t floor = frames_.size();
      open_container(aside.node, hidden_bits(page_, aside.node));
      walk(aside.node + 1, page_.nodes[aside.node].subtree_end, floor);
      link_depth_ = outer;
    }
    asides_.clear();
    in_aside_ = false;
    start_block();
  }

  // --- elements -----------------------------------------------------------------------------------------------

  void open_container(std::uint32_t i, std::uint8_t hidden) {
    flush();
    if (page_.nodes.empty()) {  // a page of nothing still has its root container
      out_.containers.push_back(Container{.subtree_end = 1});
      return;
    }
    const Node& node = page_.nodes[i];
    Container container;
    container.tag = node.tag;
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

    Frame frame;
    frame.subtree_end = node.subtree_end;
    frame.tag = node.tag;
    frame.is_container = true;
    frame.container = index;
    frame.outer_container = container_;
    frame.outer = context_;
    frame.outer_hidden = hidden_;
    container_ = static_cast<std::int32_t>(index);
    hidden_ |= container.hidden;
    blank_before_ = node.blank_before;
    continues_previous_ = node.continues_previous;
    space_before_ = node.space_before;
    enter_context(i, frame);
    frames_.push_back(frame);
  }

  void enter_context(std::uint32_t i, Frame& frame) {
    const Tag tag = page_.nodes[i].tag;
    if (const int level = page::heading_level(tag); level > 0) context_.heading = static_cast<std::uint8_t>(level);
    if (is_preformatted(tag)) context_.in_pre = true;
    if (tag == Tag::blockquote && context_.quote_depth < 255) ++context_.quote_depth;
    if (tag == Tag::figcaption || tag == Tag::caption) context_.in_caption = true;
    if (tag == Tag::dd) context_.in_definition = true;
    if (is_list(tag)) enter_list(i, frame);
    if (tag == Tag::li) enter_item(i);
  }

  void enter_list(std::uint32_t i, Frame& frame) {
    if (context_.list_depth < 255) ++context_.list_depth;
    context_.ordered = page_.nodes[i].tag == Tag::ol;
    context_.fresh_item = false;
    frame.next_ordinal = number_or(page_.attribute(i, AttributeName::start), 1);
  }

  void enter_item(std::uint32_t i) {
    const auto list = std::find_if(frames_.rbegin(), frames_.rend(), [](const Frame& f) { return is_list(f.tag); });
    std::uint32_t ordinal = 0;
    if (list != frames_.rend() && list->tag == Tag::ol) {
      ordinal = number_or(page_.attribute(i, AttributeName::value), list->next_ordinal);
      list->next_ordinal = ordinal + 1;
    }
    if (context_.list_depth == 0) context_.list_depth = 1;
    context_.ordinal = ordinal;
    context_.fresh_item = true;
  }

  /// Small decimal numbers only: `start="3"`.
  static std::uint32_t number_or(std::string_view digits, std::uint32_t otherwise) {
    if (digits.empty() || digits.size() > 6) return otherwise;
    std::uint32_t number = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return otherwise;
      number = number * 10 + static_cast<std::uint32_t>(c - '0');
    }
    return number;
  }

  void open_inline(std::uint32_t i) {
    const Node& node = page_.nodes[i];
    Frame frame;
    frame.subtree_end = node.subtree_end;
    frame.tag = node.tag;
    frame.outer_hidden = hidden_;
    frame.outer_container = container_;
    if (separates_words(node.tag)) text_.add_word_edge();
    block_.inline_elements = saturated(block_.inline_elements + 1);
    if (is_bold(node.tag)) ++bold_depth_;
    if (is_code(node.tag)) ++code_depth_;
    if (node.tag == Tag::a && page_.has_attribute(i, AttributeName::href)) open_link(i, frame);
    if (is_bold(node.tag)) frame.span = text_.open_span(SpanKind::strong, {});
    if (node.tag == Tag::em || node.tag == Tag::i) frame.span = text_.open_span(SpanKind::emphasis, {});
    if (is_code(node.tag)) frame.span = text_.open_span(SpanKind::code, {});
    frames_.push_back(frame);
  }

  void open_link(std::uint32_t i, Frame& frame) {
    const std::string_view href = page_.attribute(i, AttributeName::href);
    frame.is_link = true;
    ++link_depth_;
    block_.links = saturated(block_.links + 1);
    frame.span = text_.open_span(SpanKind::link, href);
  }

  static std::uint16_t saturated(int value) { return static_cast<std::uint16_t>(std::min(value, 65535)); }

  void close_until(std::uint32_t node, std::size_t floor) {
    while (frames_.size() > floor && frames_.back().subtree_end <= node) {
      const Frame frame = frames_.back();
      frames_.pop_back();
      if (frame.is_container) {
        close_container(frame);
      } else {
        close_inline(frame);
      }
    }
  }

  void close_container(const Frame& frame) {
    flush();
    Container& container = out_.containers[frame.container];
    container.subtree_end = static_cast<std::uint32_t>(out_.containers.size());
    container.end_block = static_cast<std::uint32_t>(out_.blocks.size());
    container_ = frame.outer_container;
    hidden_ = frame.outer_hidden;
    const bool item_still_fresh = context_.fresh_item;
    context_ = frame.outer;
    // "<li><p>text</p>more": only the first block of an item gets the bullet, however deep it stood.
    if (frame.tag != Tag::li && !is_list(frame.tag)) context_.fresh_item = item_still_fresh && context_.fresh_item;
  }

  void close_inline(const Frame& frame) {
    if (separates_words(frame.tag)) text_.add_word_edge();
    if (is_bold(frame.tag)) --bold_depth_;
    if (is_code(frame.tag)) --code_depth_;
    if (frame.is_link) --link_depth_;
    if (frame.is_line) text_.end_line(frame.line_begin);
    text_.close_span(frame.span);
  }

  // --- text ---------------------------------------------------------------------------------------------------

  void add_text(std::string_view text) {
    const std::uint32_t letters = context_.in_pre ? text_.add_verbatim(text) : text_.add_collapsed(text);
    if (letters == 0) return;
    line_breaks_ = 0;
    block_.letters += letters;
    if (link_depth_ > 0) block_.linked_letters += letters;
    if (bold_depth_ > 0) block_.bold_letters += letters;
    if (code_depth_ > 0) block_.code_letters += letters;
  }

  void add_line_break() {
    if (context_.in_pre) {
      text_.add_verbatim_newline();
    } else if (++line_breaks_ >= 2) {
      flush();
    } else {
      text_.add_newline();
    }
  }

  // --- blocks -------------------------------------------------------------------------------------------------

  void flush() {
    text_.finish(context_.in_pre);
    if (block_.letters > 0) emit();
    start_block();
    if (!asides_.empty() && !in_aside_) enter_asides();
  }

  void emit() {
    if (out_.blocks.size() >= limits_.max_blocks) {
      ++left_out_;
      return;
    }
    block_.text = out_.storage.copy(text_.text());
    block_.container = static_cast<std::uint32_t>(std::max(container_, 0));
    block_.hidden = hidden_;
    block_.preformatted = context_.in_pre;
    block_.blank_before = blank_before_;
    block_.continues_previous = continues_previous_;
    block_.space_before = space_before_;
    block_.first_word = static_cast<std::uint32_t>(out_.words.size());
    text::tokenize(block_.text, out_.words);
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

  void set_kind() {
    if (context_.in_pre) {
      block_.kind = BlockKind::code;
    } else if (context_.heading > 0) {
      block_.kind = BlockKind::heading;
      block_.level = context_.heading;
    } else if (context_.in_caption) {
      block_.kind = BlockKind::caption;
    } else if (context_.fresh_item) {
      block_.kind = BlockKind::list_item;
      block_.level = context_.list_depth;
      block_.ordinal = context_.ordinal;
      clear_fresh_item();
    } else if (context_.quote_depth > 0) {
      block_.kind = BlockKind::quote;
      block_.level = context_.quote_depth;
    } else if (context_.in_definition) {
      block_.kind = BlockKind::definition;
    }
  }

  /// The item has its bullet: no container above, up to the <li>, may give it again.
  void clear_fresh_item() {
    context_.fresh_item = false;
    for (auto frame = frames_.rbegin(); frame != frames_.rend() && frame->tag != Tag::li; ++frame) {
      if (frame->is_container) frame->outer.fresh_item = false;
    }
  }

  void start_block() {
    text_.start_next();
    block_ = TextBlock{};
    line_breaks_ = 0;
    if (link_depth_ > 0) block_.links = 1;
  }

  /// A cell of a data table is a block right inside a td or th whose row has other cells; cells of a layout table
  /// hold paragraphs.
  void mark_table_rows() {
    // 400 letters: longer "cells" on real pages are columns of a layout table.
    constexpr std::uint32_t longest_cell = 400;
    for (TextBlock& block : out_.blocks) {
      if (block.kind != BlockKind::paragraph || block.letters > longest_cell) continue;
      const Container& cell = out_.containers[block.container];
      if ((cell.tag != Tag::td && cell.tag != Tag::th) || cell.parent < 0) continue;
      const auto row = static_cast<std::uint32_t>(cell.parent);
      const Container& row_container = out_.containers[row];
      const bool alone = row_container.end_block - row_container.first_block < 2;
      if (alone || cell.end_block - cell.first_block != 1 || row_container.tag != Tag::tr) continue;
      block.kind = BlockKind::table_row;
      block.ordinal = row;
    }
  }

  const Page& page_;
  const Limits& limits_;
  BlockList& out_;

  std::vector<Frame>& frames_;
  std::vector<Aside>& asides_;
  InlineText& text_;  // of the current block
  TextBlock block_;
  Context context_;
  std::int32_t container_ = -1;
  std::uint8_t hidden_ = 0;
  int link_depth_ = 0;
  int bold_depth_ = 0;
  int code_depth_ = 0;
  int line_breaks_ = 0;  // <br> since the last text
  bool blank_before_ = false;
  bool continues_previous_ = false;
  bool space_before_ = false;
  bool in_aside_ = false;
  std::uint64_t left_out_ = 0;
};

}  // namespace

void BlockList::clear() {
  blocks.clear();
  containers.clear();
  spans.clear();
  words.clear();
  storage.reset();
}

// Fewer than most texts have, with the space. Room that is not needed costs nothing, to move words does.
constexpr std::size_t bytes_of_a_word = 4;

void segment(const Page& page, const Limits& limits, BlockList& out, std::vector<Notice>& notices) {
  out.clear();
  if (out.scratch == nullptr) out.scratch.reset(new SegmentScratch);
  out.words.reserve(page.text_bytes / bytes_of_a_word);
  const std::uint64_t left_out = Segmenter(page, limits, out).run();
  if (left_out > 0) notices.push_back({NoticeCode::blocks_truncated, left_out, {}});
}

}  // namespace pith::blocks

/// Segmenter: walks the page and cuts it into blocks. Private to blocks: segment.cpp walks the elements and knows the
/// containers, segment_inline.cpp collects the text of a block.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "blocks/blocks.hpp"
#include "blocks/inline_text.hpp"

namespace pith::blocks {

/// Fewer than most texts have, with the space: those of a Chinese character. Room that is not needed costs nothing, to
/// move words does.
inline constexpr std::size_t bytes_of_a_word = 3;

/// What the containers above a block say of its kind. Copied from parent to child, so nothing walks up.
struct Context {
  std::uint8_t heading = 0;
  bool in_pre = false;
  bool in_code_box = false;  // of a tool, without a <pre>
  bool in_spaced_code = false;
  bool in_verse = false;     // lines that stand as they are, and are no code
  bool in_line_box = false;  // right in a box whose elements are lines
  bool in_equation = false;  // in a table of which each row is a formula
  bool in_caption = false;
  bool in_figcaption = false;  // in which no heading begins a section, unless it leads elsewhere
  bool in_term = false;
  bool in_definition = false;
  bool fresh_item = false;  // the next block is the first of its <li>
};

/// An element that is still open.
struct OpenElement {
  std::uint32_t subtree_end = 0;
  page::Tag tag = page::Tag::none;
  bool is_container = false;
  bool is_link = false;
  bool is_line = false;  // of pre
  bool is_line_block = false;
  bool is_cell = false;      // by its role, or an item of a list by its place
  bool parts_words = false;  // at its edges
  std::uint8_t outer_hidden = 0;
  std::uint32_t container = 0;               // of a container: its index
  std::int32_t outer_container = -1;         // the container around it
  std::uint32_t span = InlineText::no_span;  // of an inline element: its open span
  std::size_t line_begin = 0;                // of a line: where its text begins
  std::string_view closing_text = {};        // of what browsers show marks around: the second one
  Context outer;                             // to be restored when a container closes
};

/// An element in the middle of a line that is no part of it: a button, or one that is not shown. It comes after the
/// block that it stands in.
struct Aside {
  std::uint32_t node = 0;
  int link_depth = 0;
};

struct SegmentScratch {
  std::vector<OpenElement> open;
  std::vector<Aside> asides;
  InlineText text;
};

class Segmenter {
 public:
  Segmenter(const page::Page& page, const Limits& limits, BlockList& out)
      : page_(page),
        limits_(limits),
        out_(out),
        open_(out.scratch->open),
        asides_(out.scratch->asides),
        text_(out.scratch->text) {
    open_.clear();
    asides_.clear();
    text_.start_page();
  }

  /// Returns how many blocks were left out.
  std::uint64_t run();

 private:
  std::uint32_t find_body() const;
  /// Handles the nodes [begin, end), and closes all open elements but the first `floor`.
  void walk(std::uint32_t begin, std::uint32_t end, std::size_t floor);
  /// Handles node i; returns the node to go on with.
  std::uint32_t enter(std::uint32_t i);
  std::uint32_t enter_element(std::uint32_t i);
  // `lists` below: those of the element's class.
  /// Whether the element is, or shows, a formula: it is added.
  bool enter_formula(std::uint32_t i, bool is_inline, std::uint32_t lists, std::string_view told_latex);
  /// Whether the element is a part of a paper that is dealt with: a formula, or a note in a sentence.
  bool enter_paper_part(std::uint32_t i);
  /// What shows again what stands beside it, and a tool's marks.
  [[nodiscard]] bool is_left_out(std::uint32_t i, bool is_inline, std::uint8_t hidden, std::uint32_t lists) const;
  /// In pre nothing ends the block: elements are at most lines of it.
  std::uint32_t enter_in_pre(std::uint32_t i);
  /// The elements that were set aside from the block that ended: blocks of their own.
  void enter_asides();
  /// `tag`: what the element is to readers.
  void open_container(std::uint32_t i, std::uint8_t hidden, page::Tag tag);
  /// What an element that was opened as a container is besides.
  void enter_box(std::uint32_t i, std::uint32_t lists);
  [[nodiscard]] bool is_in_line(const page::Node& node, std::uint32_t i, std::uint32_t lists) const;
  /// A <span> that is a cell by its role, in a row by its role.
  [[nodiscard]] bool is_cell_of_boxes(std::uint32_t i) const;
  /// What a word processor puts before an item of a list, which has a mark of its own then.
  [[nodiscard]] bool is_mark_of_item(std::uint32_t i) const;
  /// Of the innermost one: the node after it.
  [[nodiscard]] std::uint32_t end_of_container() const;
  void enter_pre(std::uint32_t i);
  void enter_context(page::Tag tag);
  void open_inline(std::uint32_t i);
  void open_link(std::uint32_t i, OpenElement& element);

  static std::uint16_t saturated(int value) { return static_cast<std::uint16_t>(std::min(value, 65535)); }

  void close_until(std::uint32_t node, std::size_t floor);
  void close_container(const OpenElement& element);
  void close_inline(const OpenElement& element);
  void add_text(std::string_view text);
  /// Of white space, only no-break spaces are kept as they are.
  void add_spaced_code(std::string_view text);
  /// Newlines end lines, empty lines blocks.
  void add_verse(std::string_view text);
  /// Its LaTeX, as a span.
  void add_formula(const std::string& latex, bool is_display);
  void add_image(std::uint32_t i);
  void add_inset(BlockKind kind, std::uint32_t i);
  void add_line_break();
  void flush();
  /// Of the insets since the last flush: what stands at the edges of the text is not in it. Each is placed once.
  void place_insets(bool has_block);
  void emit();
  [[nodiscard]] std::string_view kept_text();
  void set_kind();
  /// The item has its first block: no container above, up to the <li>, may begin it again.
  void clear_fresh_item();
  void start_block();

  const page::Page& page_;
  const Limits& limits_;
  BlockList& out_;

  std::vector<OpenElement>& open_;
  std::vector<Aside>& asides_;
  InlineText& text_;             // of the current block
  std::string_view first_text_;  // node of the page that it begins with
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
  bool has_numbers_ = false;      // of a pre: each line begins with an element that is its number
  std::uint32_t boxed_code_ = 0;  // of a pre: its <code> in a box, beside which stands what a tool adds; 0: none
  bool after_number_ = false;     // of a line of code, which was left out
  std::size_t placed_insets_ = 0;
  std::uint64_t left_out_ = 0;
};

}  // namespace pith::blocks

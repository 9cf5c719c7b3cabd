#include "render/html_writer.hpp"

#include <algorithm>

#include "render/frames.hpp"
#include "render/inline.hpp"

namespace pith::render {
namespace {

/// What is known of an open frame.
struct OpenFrame {
  const char* end = "";                 // its end tag
  std::string late;                     // what comes after it: a caption below a table
  bool has_definition = false;          // of definitions: a <dd> is open
  bool has_caption = false;             // of a figure, table or details
  bool in_row = false;                  // of a table: a <tr> is open
  std::uint32_t row = 0;                // of a table: the one that is open
  std::uint32_t column = 0;             // of a table: after the last cell
  std::vector<std::uint32_t> row_ends;  // of a table: by column, one past the last row of the cell above
  bool has_numbers = false;             // of a list
  std::uint32_t next_number = 1;        // of a list: of its next item
};

class HtmlWriter {
 public:
  HtmlWriter(std::string& out, std::span<const Block> blocks, Links links)
      : out_(out), blocks_(blocks), links_(links) {}

  void write(std::size_t outside) {
    open_.resize(outside);
    walk_frames(
        blocks_, outside, [this](const Block& block, std::size_t depth, std::size_t i) { open(block, depth, i); },
        [this](const Frame& frame, std::size_t) { close(frame); },
        [this](std::size_t i) {
          if (i >= written_) block(i);
        });
  }

 private:
  void open(const Block& block, std::size_t depth, std::size_t i) {
    const Frame& frame = block.frames[depth];
    const FrameKind around = depth > 0 ? block.frames[depth - 1].kind : FrameKind::quote;
    if (around == FrameKind::definitions) open_definition();
    OpenFrame opened;
    switch (frame.kind) {
      case FrameKind::quote:
        opened.end = start("<blockquote>\n", "</blockquote>\n");
        break;
      case FrameKind::list:
        open_list(block, depth, opened);
        break;
      case FrameKind::item:
        if (around == FrameKind::list) open_item(frame, opened);
        break;
      case FrameKind::definitions:
        opened.end = start("<dl>\n", "</dl>\n");
        break;
      case FrameKind::table:
        opened.end = start("<table>\n", "</table>\n");
        break;
      case FrameKind::cell:
        if (around == FrameKind::table) open_cell(frame, opened);
        break;
      case FrameKind::figure:
        opened.end = start("<figure>\n", "</figure>\n");
        break;
      case FrameKind::details:
        opened.end = start("<details>\n", "</details>\n");
        if (blocks_[i].kind != BlockKind::caption) out_ += "<summary></summary>\n";
        break;
      case FrameKind::note:
        out_ += "<aside id=\"note-";
        append_escaped_html(out_, note_label(blocks_, i, depth), " ");
        opened.end = start("\" role=\"doc-footnote\">\n", "</aside>\n");
        break;
    }
    open_.push_back(std::move(opened));
  }

  /// Of the definitions that are open innermost: the explanation goes on until the next one, or the next term.
  void open_definition() {
    if (!open_.back().has_definition) out_ += "<dd>";
    open_.back().has_definition = true;
  }

  void close_definition() {
    if (open_.back().has_definition) out_ += "</dd>\n";
    open_.back().has_definition = false;
  }

  /// A term, or what explains it, right in definitions.
  void explained(const Block& block) {
    close_definition();
    if (block.kind == BlockKind::term) return element("dt", block);
    open_definition();
    append_inline_html(out_, block, links_);
  }

  const char* start(const char* tag, const char* end) {
    out_ += tag;
    return end;
  }

  void open_list(const Block& block, std::size_t depth, OpenFrame& opened) {
    start_list(depth + 1 < block.frames.size() ? block.frames[depth + 1].number : 0, opened);
  }

  void start_list(std::uint32_t first, OpenFrame& list) {
    if (first == 0) {
      list.end = start("<ul>\n", "</ul>\n");
    } else if (first == 1) {
      list.end = start("<ol>\n", "</ol>\n");
    } else {
      out_.append("<ol start=\"").append(std::to_string(first));
      list.end = start("\">\n", "</ol>\n");
    }
    list.has_numbers = first != 0;
    list.next_number = first;
  }

  void open_item(const Frame& frame, OpenFrame& opened) {
    OpenFrame& list = open_.back();
    // Editors put items with and without numbers into one list.
    if (list.has_numbers != (frame.number != 0)) {
      out_ += list.end;
      start_list(frame.number, list);
    }
    const bool is_told = frame.number == 0 || frame.number == list.next_number;
    out_ += is_told ? "<li>" : "<li value=\"" + std::to_string(frame.number) + "\">";
    if (frame.task != Task::none)
      out_ += frame.task == Task::done ? "<input type=\"checkbox\" disabled checked> "
                                       : "<input type=\"checkbox\" disabled> ";
    list.next_number = frame.number + 1;
    opened.end = "</li>\n";
  }

  void open_cell(const Frame& frame, OpenFrame& opened) {
    OpenFrame& table = open_.back();
    if (!table.in_row || frame.row != table.row) {
      close_row(table);
      // Rows without text, which cells above may reach into.
      for (std::uint32_t row = table.in_row ? table.row + 1 : 0; row < frame.row; ++row) empty_row(table, row);
      out_ += "<tr>";
      table.in_row = true;
      table.row = frame.row;
      table.column = 0;
    }
    fill_row(table, frame.column);
    const char* const tag = frame.header ? "th" : "td";
    out_.append("<").append(tag);
    if (frame.row_span > 1) out_.append(" rowspan=\"").append(std::to_string(frame.row_span)).append("\"");
    if (frame.column_span > 1) out_.append(" colspan=\"").append(std::to_string(frame.column_span)).append("\"");
    out_ += '>';
    table.column = frame.column + frame.column_span;
    if (table.row_ends.size() < table.column) table.row_ends.resize(table.column);
    std::fill(table.row_ends.begin() + frame.column, table.row_ends.begin() + table.column, frame.row + frame.row_span);
    opened.end = frame.header ? "</th>" : "</td>";
  }

  /// Cells without text, up to that column.
  void fill_row(OpenFrame& table, std::uint32_t column) {
    for (; table.column < column; ++table.column) {
      const bool is_reached = table.column < table.row_ends.size() && table.row_ends[table.column] > table.row;
      if (!is_reached) out_ += "<td></td>";
    }
  }

  void close_row(OpenFrame& table) {
    if (!table.in_row) return;
    fill_row(table, static_cast<std::uint32_t>(table.row_ends.size()));
    out_ += "</tr>\n";
  }

  void empty_row(OpenFrame& table, std::uint32_t row) {
    const bool is_reached =
        std::any_of(table.row_ends.begin(), table.row_ends.end(), [row](std::uint32_t end) { return end > row; });
    if (is_reached) out_ += "<tr></tr>\n";
  }

  void close(const Frame& frame) {
    OpenFrame& closed = open_.back();
    if (frame.kind == FrameKind::table) close_row(closed);
    close_definition();
    out_ += closed.end;
    out_ += closed.late;
    open_.pop_back();
  }

  /// Whether it is all that stands right in its item or cell, before frames within: then it needs no <p>.
  [[nodiscard]] bool is_alone(std::size_t i) const {
    const Block& block = blocks_[i];
    if (!stands_right_in(block, FrameKind::item) && !stands_right_in(block, FrameKind::cell)) return false;
    const std::size_t depth = block.frames.size() - 1;
    const auto is_beside = [&](std::size_t other) {
      return is_within(blocks_[other], block.frames[depth], depth) && blocks_[other].frames.size() == depth + 1;
    };
    const bool begins = i == 0 || !is_within(blocks_[i - 1], block.frames[depth], depth);
    return begins && (i + 1 == blocks_.size() || !is_beside(i + 1));
  }

  void element(const char* tag, const Block& block) {
    out_.append("<").append(tag).append(">");
    append_inline_html(out_, block, links_);
    out_.append("</").append(tag).append(">\n");
  }

  void block(std::size_t i) {
    static constexpr const char* headings[] = {"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
    const Block& block = blocks_[i];
    const bool in_definitions = stands_right_in(block, FrameKind::definitions);
    const bool is_explained = block.kind == BlockKind::term || block.kind == BlockKind::definition;
    if (in_definitions && is_explained) return explained(block);
    if (in_definitions) open_definition();
    switch (block.kind) {
      case BlockKind::heading:
        element(headings[std::min<int>(block.level, 6)], block);
        break;
      case BlockKind::code:
        code(block);
        break;
      case BlockKind::caption:
        caption(i);
        break;
      case BlockKind::term:
      case BlockKind::definition:
        element("p", block);
        break;
      case BlockKind::image:
        image(block);
        break;
      case BlockKind::math:
        formula(block);
        break;
      case BlockKind::rule:
        out_ += "<hr>\n";
        break;
      case BlockKind::embed:
        embed(block);
        break;
      case BlockKind::paragraph:
        is_alone(i) ? append_inline_html(out_, block, links_) : element("p", block);
        break;
    }
  }

  void code(const Block& block) {
    out_ += "<pre><code";
    if (!block.detail.empty()) {
      out_ += " class=\"language-";
      append_escaped_html(out_, block.detail, " ");
      out_ += '"';
    }
    out_ += '>';
    append_escaped_html(out_, block.text, "\n");
    out_ += "</code></pre>\n";
  }

  void caption(std::size_t i) {
    const Block& block = blocks_[i];
    if (open_.empty() || block.frames.empty() || open_.back().has_caption) return element("p", block);
    const std::size_t depth = block.frames.size() - 1;
    const Frame& frame = block.frames[depth];
    const bool begins = i == 0 || !is_within(blocks_[i - 1], frame, depth);
    open_.back().has_caption = true;
    if (frame.kind == FrameKind::figure) return figure_caption(i, begins);
    if (frame.kind == FrameKind::table && begins) return element("caption", block);
    if (frame.kind == FrameKind::details && begins) return element("summary", block);
    if (frame.kind != FrameKind::table) return element("p", block);
    // A table that has begun takes no caption.
    std::string& late = open_.back().late;
    late += "<p>";
    append_inline_html(late, block, links_);
    late += "</p>\n";
  }

  /// Of all the captions side by side. It stands first or last in its figure, or is text.
  void figure_caption(std::size_t i, bool begins) {
    written_ = captions_end(blocks_, i);
    const std::size_t depth = blocks_[i].frames.size() - 1;
    const bool ends = written_ == blocks_.size() || !is_within(blocks_[written_], blocks_[i].frames[depth], depth);
    const bool is_one = written_ == i + 1 && (begins || ends);
    if (is_one) return element("figcaption", blocks_[i]);
    if (begins || ends) out_ += "<figcaption>\n";
    for (std::size_t k = i; k < written_; ++k) element("p", blocks_[k]);
    if (begins || ends) out_ += "</figcaption>\n";
  }

  void image(const Block& block) {
    if (!is_safe_target(block.detail)) return;
    const bool in_figure = stands_right_in(block, FrameKind::figure);
    out_ += in_figure ? "<img" : "<p><img";
    append_html_attribute(out_, "src", block.detail);
    append_html_attribute(out_, "alt", block.text);
    out_ += in_figure ? ">\n" : "></p>\n";
  }

  void formula(const Block& block) {
    Block text = block;
    text.spans = {{SpanKind::math, 0, static_cast<std::uint32_t>(block.text.size()), "display", {}}};
    element("p", text);
  }

  /// A link: what it shows would run other people's scripts.
  void embed(const Block& block) {
    if (!is_safe_target(block.detail)) return;
    out_ += "<p><a";
    append_html_attribute(out_, "href", block.detail);
    out_ += '>';
    append_escaped_html(out_, block.text.empty() ? block.detail : block.text, " ");
    out_ += "</a></p>\n";
  }

  std::string& out_;
  std::span<const Block> blocks_;
  Links links_;
  std::vector<OpenFrame> open_;
  std::size_t written_ = 0;  // blocks up to here are, with the one before them
};

}  // namespace

void append_html(std::string& out, std::span<const Block> blocks, std::size_t outside, Links links) {
  HtmlWriter(out, blocks, links).write(outside);
}

}  // namespace pith::render

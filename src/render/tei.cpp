// TEI P5: a header, and the text in divisions that begin at the headings outside of all frames.

#include <pith/render.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "render/frames.hpp"
#include "render/inline.hpp"
#include "render/tei_header.hpp"
#include "render/xml.hpp"

namespace pith {
namespace {

using render::append_escaped_xml;
using render::append_xml_attribute;

const char* rend_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::strong:
      return "bold";
    case SpanKind::emphasis:
      return "italic";
    case SpanKind::superscript:
      return "superscript";
    case SpanKind::subscript:
      return "subscript";
    case SpanKind::link:
    case SpanKind::code:
    case SpanKind::deleted:
    case SpanKind::math:
    case SpanKind::image:
    case SpanKind::note:
    case SpanKind::abbreviation:
    case SpanKind::inserted:
      break;
  }
  return "";
}

/// What can stand in an xml:id.
std::string note_id(std::string_view label) {
  std::string id = "note-";
  for (const char c : label) {
    const bool is_letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    id += is_letter ? std::string(1, c) : "_" + std::to_string(static_cast<unsigned char>(c));
  }
  return id;
}

class TeiWriter {
 public:
  TeiWriter(std::string& out, const Article& article, Links links) : out_(out), article_(article), links_(links) {}

  void write() {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n";
    render::append_tei_header(out_, article_.metadata);
    out_ += "<text>\n<body>\n<div>\n";
    if (!article_.metadata.title.empty()) head(article_.metadata.title);
    render::walk_frames(
        std::span<const Block>(article_.blocks), 0,
        [this](const Block& block, std::size_t depth, std::size_t i) { open(block, depth, i); },
        [this](const Frame& frame, std::size_t) { close(frame); }, [this](std::size_t i) { add(article_.blocks[i]); });
    if (article_.blocks.empty()) out_ += "<p/>\n";
    out_ += "</div>\n</body>\n</text>\n</TEI>\n";
  }

 private:
  void head(std::string_view text) {
    out_ += "<head>";
    append_escaped_xml(out_, text);
    out_ += "</head>\n";
  }

  void open(const Block& block, std::size_t depth, std::size_t i) {
    const Frame& frame = block.frames[depth];
    const bool in_definitions = depth > 0 && block.frames[depth - 1].kind == FrameKind::definitions;
    if (in_definitions) out_ += "<item>\n";
    switch (frame.kind) {
      case FrameKind::quote:
        out_ += "<quote>\n";
        break;
      case FrameKind::list: {
        const bool has_numbers = depth + 1 < block.frames.size() && block.frames[depth + 1].number > 0;
        out_ += has_numbers ? "<list rend=\"numbered\">\n" : "<list rend=\"bulleted\">\n";
        break;
      }
      case FrameKind::item:
        out_ += "<item";
        if (frame.number > 0) append_xml_attribute(out_, "n", std::to_string(frame.number));
        if (frame.task != Task::none) append_xml_attribute(out_, "rend", name_of(frame.task));
        out_ += ">\n";
        break;
      case FrameKind::definitions:
        out_ += "<list type=\"gloss\">\n";
        break;
      case FrameKind::table:
        out_ += "<table>\n";
        rows_.push_back({});
        break;
      case FrameKind::cell:
        open_cell(frame);
        break;
      case FrameKind::figure:
        out_ += "<figure>\n";
        break;
      case FrameKind::details:
        out_ += "<note type=\"details\">\n";
        break;
      case FrameKind::note:
        open_note(render::note_label(article_.blocks, i, depth));
        break;
    }
    definition_items_.push_back(in_definitions);
  }

  void open_note(std::string_view label) {
    out_ += "<note place=\"foot\"";
    const bool has_id = !label.empty() && note_ids_.insert(note_id(label)).second;
    if (has_id) append_xml_attribute(out_, "xml:id", note_id(label));
    append_xml_attribute(out_, "n", label);
    out_ += ">\n";
  }

  void open_cell(const Frame& frame) {
    if (!rows_.empty()) {
      Row& row = rows_.back();
      if (row.is_open && row.number != frame.row) out_ += "</row>\n";
      if (!row.is_open || row.number != frame.row) out_ += "<row>\n";
      row = {true, frame.row};
    }
    out_ += "<cell";
    if (frame.header) append_xml_attribute(out_, "role", "label");
    append_xml_attribute(out_, "n", std::to_string(frame.column + 1));
    if (frame.row_span > 1) append_xml_attribute(out_, "rows", std::to_string(frame.row_span));
    if (frame.column_span > 1) append_xml_attribute(out_, "cols", std::to_string(frame.column_span));
    out_ += ">\n";
  }

  void close(const Frame& frame) {
    if (frame.kind == FrameKind::table) {
      if (rows_.back().is_open) out_ += "</row>\n";
      rows_.pop_back();
    }
    static constexpr const char* ends[] = {"</quote>\n", "</list>\n",   "</item>\n", "</list>\n", "</table>\n",
                                           "</cell>\n",  "</figure>\n", "</note>\n", "</note>\n"};
    out_ += ends[static_cast<std::size_t>(frame.kind)];
    if (definition_items_.back()) out_ += "</item>\n";
    definition_items_.pop_back();
  }

  void add(const Block& block) {
    const bool in_definitions = render::stands_right_in(block, FrameKind::definitions);
    if (in_definitions && block.kind == BlockKind::term) return element("<label>", block, "</label>\n");
    if (in_definitions) out_ += "<item>\n";
    write_block(block);
    if (in_definitions) out_ += "</item>\n";
  }

  void write_block(const Block& block) {
    switch (block.kind) {
      case BlockKind::heading:
        return add_heading(block);
      case BlockKind::code:
        return add_code(block);
      case BlockKind::caption:
        return add_caption(block);
      case BlockKind::image:
        return add_image(block);
      case BlockKind::math:
        out_ += "<p><formula notation=\"tex\" rend=\"display\">";
        append_escaped_xml(out_, block.text);
        out_ += "</formula></p>\n";
        return;
      case BlockKind::rule:
        out_ += "<milestone unit=\"section\" rend=\"rule\"/>\n";
        return;
      case BlockKind::embed:
        return add_embed(block);
      case BlockKind::paragraph:
      case BlockKind::term:
      case BlockKind::definition:
        return element("<p>", block, "</p>\n");
    }
  }

  /// Outside of frames it begins a division; within, TEI knows no headings.
  void add_heading(const Block& block) {
    if (!block.frames.empty()) return element("<ab type=\"head\">", block, "</ab>\n");
    out_ += "</div>\n<div";
    append_xml_attribute(out_, "n", std::to_string(block.level));
    element(">\n<head>", block, "</head>\n");
  }

  void add_code(const Block& block) {
    out_ += "<ab type=\"code\" xml:space=\"preserve\"><code";
    if (!block.detail.empty()) append_xml_attribute(out_, "lang", block.detail);
    out_ += '>';
    append_escaped_xml(out_, block.text);
    out_ += "</code></ab>\n";
  }

  /// A table has its caption before its rows.
  void add_caption(const Block& block) {
    const bool in_figure = render::stands_right_in(block, FrameKind::figure);
    const bool in_table = render::stands_right_in(block, FrameKind::table);
    if (in_table && rows_.back().is_open) {
      out_ += "</row>\n";
      rows_.back().is_open = false;
    }
    if (in_figure || in_table) return element("<head>", block, "</head>\n");
    element("<p rend=\"caption\">", block, "</p>\n");
  }

  void add_image(const Block& block) {
    if (!render::is_safe_target(block.detail)) return;
    const bool in_figure = render::stands_right_in(block, FrameKind::figure);
    if (!in_figure) out_ += "<figure>\n";
    out_ += "<graphic";
    append_xml_attribute(out_, "url", block.detail);
    out_ += "/>\n";
    if (!block.text.empty()) element("<figDesc>", block, "</figDesc>\n");
    if (!in_figure) out_ += "</figure>\n";
  }

  void add_embed(const Block& block) {
    if (!render::is_safe_target(block.detail)) return;
    out_ += "<p><ref type=\"embed\"";
    append_xml_attribute(out_, "target", block.detail);
    out_ += '>';
    append_escaped_xml(out_, block.text.empty() ? block.detail : block.text);
    out_ += "</ref></p>\n";
  }

  void element(const char* begins, const Block& block, const char* ends) {
    out_ += begins;
    render::walk_spans(
        block, [this](std::string_view text) { add_text(text); }, [this](const Span& span) { open(span); },
        [this](const Span& span) { close(span); });
    out_ += ends;
  }

  void add_text(std::string_view text) {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      append_escaped_xml(out_, text.substr(begin, end - begin));
      if (end < text.size()) out_ += "<lb/>";
      begin = end + 1;
    }
  }

  void open(const Span& span) {
    if (span.kind == SpanKind::image) return add_inline_image(span);
    if (!render::is_shown(span, links_)) return;
    if (span.kind == SpanKind::abbreviation) out_ += "<choice>";
    out_ += '<';
    out_ += name_of_element(span.kind);
    if (span.kind == SpanKind::link) append_xml_attribute(out_, "target", span.target);
    if (span.kind == SpanKind::note) {
      append_xml_attribute(out_, "type", "note");
      append_xml_attribute(out_, "target", "#" + note_id(span.target));
    }
    if (span.kind == SpanKind::math) append_xml_attribute(out_, "notation", "tex");
    if (const std::string_view rend = rend_of(span.kind); !rend.empty()) append_xml_attribute(out_, "rend", rend);
    out_ += '>';
  }

  void close(const Span& span) {
    if (span.kind == SpanKind::image || !render::is_shown(span, links_)) return;
    out_.append("</").append(name_of_element(span.kind)).append(">");
    if (span.kind != SpanKind::abbreviation) return;
    out_ += "<expan>";
    append_escaped_xml(out_, span.detail);
    out_ += "</expan></choice>";
  }

  static const char* name_of_element(SpanKind kind) {
    if (kind == SpanKind::link || kind == SpanKind::note) return "ref";
    if (kind == SpanKind::code) return "code";
    if (kind == SpanKind::deleted) return "del";
    if (kind == SpanKind::abbreviation) return "abbr";
    if (kind == SpanKind::inserted) return "add";
    return kind == SpanKind::math ? "formula" : "hi";
  }

  void add_inline_image(const Span& span) {
    if (!render::is_safe_target(span.target)) return;
    out_ += "<graphic";
    append_xml_attribute(out_, "url", span.target);
    out_ += "><desc>";
    append_escaped_xml(out_, span.detail);
    out_ += "</desc></graphic>";
  }

  struct Row {
    bool is_open = false;
    std::uint32_t number = 0;
  };

  std::string& out_;
  const Article& article_;
  Links links_;
  std::vector<Row> rows_;               // of the open tables
  std::set<std::string> note_ids_;      // labels may stand twice on a page, an xml:id may not
  std::vector<bool> definition_items_;  // of the open frames: an <item> of our own is around it
};

}  // namespace

void append_tei(const Article& article, std::string& out, Links links) {
  TeiWriter(out, article, links).write();
}

std::string to_tei(const Article& article, Links links) {
  std::string out;
  append_tei(article, out, links);
  return out;
}

}  // namespace pith

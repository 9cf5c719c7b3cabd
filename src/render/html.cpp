#include <pith/render.hpp>

#include "render/inline.hpp"

namespace pith {
namespace {

void append_escaped_html(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      case '\n':
        out += "<br>";
        break;
      default:
        out += c;
    }
  }
}

const char* tag_of(SpanKind kind) {
  switch (kind) {
    case SpanKind::link:
      return "a";
    case SpanKind::strong:
      return "strong";
    case SpanKind::emphasis:
      return "em";
    case SpanKind::code:
      return "code";
  }
  return "";
}

bool is_shown(const Span& span, Links links) {
  return span.kind != SpanKind::link || (links == Links::keep && render::is_safe_target(span.target));
}

void append_inline(std::string& out, const Block& block, Links links) {
  render::walk_spans(
      block, [&](std::string_view text) { append_escaped_html(out, text); },
      [&](const Span& span) {
        if (!is_shown(span, links)) return;
        out.append("<").append(tag_of(span.kind));
        if (span.kind == SpanKind::link) {
          out += " href=\"";
          append_escaped_html(out, span.target);
          out += '"';
        }
        out += '>';
      },
      [&](const Span& span) {
        if (is_shown(span, links)) out.append("</").append(tag_of(span.kind)).append(">");
      });
}

void append_element(std::string& out, const char* tag, const Block& block, Links links) {
  out.append("<").append(tag).append(">");
  append_inline(out, block, links);
  out.append("</").append(tag).append(">\n");
}

/// Cells are parted by tabs; spans that reach over one are given up.
void append_row(std::string& out, const Block& block) {
  out += "<tr><td>";
  for (std::size_t begin = 0; begin <= block.text.size();) {
    const std::size_t end = std::min(block.text.find('\t', begin), block.text.size());
    append_escaped_html(out, std::string_view(block.text).substr(begin, end - begin));
    if (end < block.text.size()) out += "</td><td>";
    begin = end + 1;
  }
  out += "</td></tr>\n";
}

void append_code(std::string& out, const Block& block) {
  std::string escaped;
  append_escaped_html(escaped, block.text);
  out += "<pre><code>";
  for (std::size_t at = 0; at < escaped.size();) {
    const std::size_t line_break = std::min(escaped.find("<br>", at), escaped.size());
    out.append(escaped, at, line_break - at);
    if (line_break < escaped.size()) out += '\n';
    at = line_break + 4;
  }
  out += "</code></pre>\n";
}

/// The list that an item stands in, "" for other blocks.
const char* list_tag(const Block& block) {
  if (block.kind != BlockKind::list_item) return "";
  return block.ordinal > 0 ? "ol" : "ul";
}

/// Opens and closes lists and tables around their items and rows; levels nest.
class Groups {
 public:
  explicit Groups(std::string& out) : out_(out) {}

  void enter(const Block& block) {
    const bool is_row = block.kind == BlockKind::table_row;
    if (in_table_ && !is_row) close_table();
    const std::size_t depth = block.kind == BlockKind::list_item ? std::max<std::size_t>(block.level, 1) : 0;
    while (lists_.size() > depth) close_list();
    if (depth > 0 && lists_.size() == depth && lists_.back() != std::string_view(list_tag(block))) close_list();
    while (lists_.size() < depth) open_list(list_tag(block));
    if (is_row && !in_table_) open_table();
  }

  void leave() {
    while (!lists_.empty()) close_list();
    if (in_table_) close_table();
  }

 private:
  void open_list(const char* tag) {
    out_.append("<").append(tag).append(">\n");
    lists_.push_back(tag);
  }
  void close_list() {
    out_.append("</").append(lists_.back()).append(">\n");
    lists_.pop_back();
  }
  void open_table() {
    out_ += "<table>\n";
    in_table_ = true;
  }
  void close_table() {
    out_ += "</table>\n";
    in_table_ = false;
  }

  std::string& out_;
  std::vector<const char*> lists_;
  bool in_table_ = false;
};

void append_block(std::string& out, const Block& block, Links links) {
  static constexpr const char* headings[] = {"h1", "h1", "h2", "h3", "h4", "h5", "h6"};
  switch (block.kind) {
    case BlockKind::heading:
      append_element(out, headings[std::min<int>(block.level, 6)], block, links);
      break;
    case BlockKind::list_item:
      append_element(out, "li", block, links);
      break;
    case BlockKind::quote:
      out += "<blockquote>";
      append_element(out, "p", block, links);
      out.insert(out.size() - 1, "</blockquote>");
      break;
    case BlockKind::code:
      append_code(out, block);
      break;
    case BlockKind::table_row:
      append_row(out, block);
      break;
    case BlockKind::caption:
      append_element(out, "figcaption", block, links);
      break;
    case BlockKind::definition:
      append_element(out, "dd", block, links);
      break;
    case BlockKind::paragraph:
      append_element(out, "p", block, links);
      break;
  }
}

}  // namespace

void append_html(const Article& article, std::string& out, Links links) {
  if (article.empty()) return;
  out += "<article>\n";
  if (!article.metadata.title.empty()) {
    out += "<h1>";
    append_escaped_html(out, article.metadata.title);
    out += "</h1>\n";
  }
  Groups groups(out);
  for (const Block& block : article.blocks) {
    groups.enter(block);
    append_block(out, block, links);
  }
  groups.leave();
  out += "</article>\n";
}

std::string to_html(const Article& article, Links links) {
  std::string out;
  append_html(article, out, links);
  return out;
}

}  // namespace pith

#include "render/html_writer.hpp"
#include "render/inline.hpp"

namespace pith::render {
namespace {

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
    case SpanKind::superscript:
      return "sup";
    case SpanKind::subscript:
      return "sub";
    case SpanKind::deleted:
      return "del";
    case SpanKind::abbreviation:
      return "abbr";
    case SpanKind::inserted:
      return "ins";
    case SpanKind::math:
    case SpanKind::image:
    case SpanKind::note:
      return "";
  }
  return "";
}

/// Writes one block's text.
class InlineHtml {
 public:
  InlineHtml(std::string& out, const Block& block, Links links) : out_(out), block_(block), links_(links) {}

  void write() {
    walk_spans(
        block_, [this](std::string_view text) { add(text); }, [this](const Span& span) { open(span); },
        [this](const Span& span) { close(span); });
  }

 private:
  /// The space that a reference has taken is none of the page's.
  void add(std::string_view text) {
    if (out_.size() == note_begin_ && text.starts_with(' ')) text.remove_prefix(1);
    append_escaped_html(out_, text, "<br>");
  }

  void open(const Span& span) {
    if (span.kind == SpanKind::math) {
      out_ += span.target == "display" ? "<math display=\"block\">" : "<math>";
      out_ += "<semantics><mtext>";
    } else if (span.kind == SpanKind::note) {
      out_ += "<sup><a href=\"#note-";
      append_escaped_html(out_, span.target, " ");
      out_ += "\" role=\"doc-noteref\">";
      note_begin_ = out_.size();
    } else if (span.kind == SpanKind::image) {
      image(span);
    } else if (is_shown(span, links_)) {
      out_.append("<").append(tag_of(span.kind));
      if (span.kind == SpanKind::link) append_html_attribute(out_, "href", span.target);
      if (span.kind == SpanKind::abbreviation) append_html_attribute(out_, "title", span.detail);
      out_ += '>';
    }
  }

  void close(const Span& span) {
    if (span.kind == SpanKind::math) {
      out_ += "</mtext><annotation encoding=\"application/x-tex\">";
      append_escaped_html(out_, std::string_view(block_.text).substr(span.begin, span.end - span.begin), " ");
      out_ += "</annotation></semantics></math>";
    } else if (span.kind == SpanKind::note) {
      out_ += "</a></sup>";
    } else if (span.kind != SpanKind::image && is_shown(span, links_)) {
      out_.append("</").append(tag_of(span.kind)).append(">");
    }
  }

  void image(const Span& span) {
    if (!is_safe_target(span.target)) return;
    if (stands_between_spaces(block_, span)) out_ += ' ';
    out_ += "<img";
    append_html_attribute(out_, "src", span.target);
    append_html_attribute(out_, "alt", span.detail);
    out_ += '>';
  }

  std::string& out_;
  const Block& block_;
  Links links_;
  std::size_t note_begin_ = std::string::npos;  // of the text of the last reference
};

}  // namespace

void append_escaped_html(std::string& out, std::string_view text, std::string_view newline) {
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
        out += newline;
        break;
      default:
        // HTML has no other control characters.
        if (static_cast<unsigned char>(c) >= ' ' || c == '\t' || c == '\f') out += c;
    }
  }
}

void append_html_attribute(std::string& out, std::string_view name, std::string_view value) {
  out.append(" ").append(name).append("=\"");
  append_escaped_html(out, value, " ");
  out += '"';
}

void append_inline_html(std::string& out, const Block& block, Links links) {
  InlineHtml(out, block, links).write();
}

}  // namespace pith::render

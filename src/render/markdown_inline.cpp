#include "render/markdown_inline.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "render/flanking.hpp"
#include "render/frames.hpp"
#include "render/html_writer.hpp"
#include "render/inline.hpp"
#include "render/markdown_formula.hpp"

namespace pith::render {
namespace {

/// Characters that may mean something anywhere in a line. '<' and '&' would begin HTML.
bool is_special(char c) {
  return std::string_view("\\`*_[]<&~").find(c) != std::string_view::npos;
}

bool is_letter_or_digit(char c) {
  return is_letter(c) || is_digit(c);
}

/// Whether letters, digits or a number sign and a semicolon follow the ampersand; `at_end`: of text that ends before
/// that is told.
bool is_reference_at(std::string_view text, bool at_end) {
  std::size_t at = 1;
  while (at < text.size() && (is_letter_or_digit(text[at]) || text[at] == '#')) ++at;
  return at == text.size() ? at_end : at > 1 && text[at] == ';';
}

/// A special character that means nothing where it stands, to any reader: an underscore within a word, an ampersand
/// that begins no reference.
bool is_harmless(std::string_view text, std::size_t at) {
  if (text[at] == '&') return !is_reference_at(text.substr(at), true);
  return text[at] == '_' && at > 0 && at + 1 < text.size() && is_letter_or_digit(text[at - 1]) &&
         is_letter_or_digit(text[at + 1]);
}

bool is_in_open_task(const Block& block) {
  const std::size_t item = innermost(block, FrameKind::item);
  return item < block.frames.size() && block.frames[item].task == Task::open;
}

bool has_ticked_box(std::string_view text) {
  return text.find("[x]") != std::string_view::npos || text.find("[X]") != std::string_view::npos;
}

/// Writes the letter of a box that a bracket right after it would complete as a reference.
void hide_begun_box(std::string& markdown) {
  const std::string_view written = markdown;
  if (!written.ends_with("[x") && !written.ends_with("[X")) return;
  markdown.replace(markdown.size() - 1, 1, written.back() == 'x' ? "&#120;" : "&#88;");
}

/// Writes the brackets that end boxes as references: in HTML, which has no other way to escape.
void hide_boxes(std::string& html) {
  for (std::size_t at = html.find('['); at != std::string::npos; at = html.find('[', at + 1)) {
    if (has_ticked_box(std::string_view(html).substr(at, 3))) html.replace(at + 2, 1, "&#93;");
  }
}

/// Tells of each span whether asterisks at both its ends are read as such.
class Emphasis {
 public:
  explicit Emphasis(const Block& block) : block_(block) {
    for (const Span& span : block.spans) ends_.push_back(span.end);
    std::sort(ends_.begin(), ends_.end());
  }

  [[nodiscard]] bool may_have_asterisks(const Span& span) const {
    const std::string_view text = block_.text;
    const auto seen = [](Neighbour character, bool is_mark) {
      return is_mark && character != Neighbour::space ? Neighbour::punctuation : character;
    };
    const Neighbour first = seen(neighbour_from(text, span.begin), begins_with_mark(span));
    const Neighbour last = seen(neighbour_before(text, span.end), ends_with_mark(span));
    return flanks(neighbour_before(text, span.begin), first) && flanks(neighbour_from(text, span.end), last);
  }

 private:
  /// Whether another span begins or ends right within it: its mark stands beside the asterisks then.
  [[nodiscard]] bool begins_with_mark(const Span& span) const {
    const auto next = static_cast<std::size_t>(&span - block_.spans.data()) + 1;
    return next < block_.spans.size() && block_.spans[next].begin == span.begin;
  }
  [[nodiscard]] bool ends_with_mark(const Span& span) const {
    const auto [first, last] = std::equal_range(ends_.begin(), ends_.end(), span.end);
    return last - first > 1;
  }

  const Block& block_;
  std::vector<std::uint32_t> ends_;  // of all spans, sorted
};

/// Writes one block's text. Code is collected until it ends or a link begins or ends in it: other marks within it would
/// be read as code, and of two pieces side by side the backticks would run together. In a task that is open no "[x]" is
/// written but in formulas: GitHub takes a task for done where one stands anywhere on its line.
class InlineWriter {
 public:
  InlineWriter(const Block& block, Links links, MarkdownPlace place)
      : block_(block),
        links_(links),
        place_(place),
        emphasis_(block),
        is_in_open_task_(render::is_in_open_task(block)) {}

  std::string write() {
    walk_spans(
        block_, [this](std::string_view text) { add(text); }, [this](const Span& span) { open(span); },
        [this](const Span& span) { close(span); });
    return std::move(out_);
  }

  void add(std::string_view text) {
    if (silent_depth_ > 0) return;
    if (code_depth_ > 0) {
      code_ += text;
      return;
    }
    FormulaFinder formulas;
    for (std::size_t at = 0; at < text.size();) {
      if (const std::size_t formula = formulas.length_at(text.substr(at)); formula > 0) {
        add_verbatim(text.substr(at, formula));
        at += formula;
      } else if (is_harmless(text, at)) {
        out_ += text[at++];
      } else {
        add(text[at++]);
      }
    }
  }

  /// What is written stands right after the bracket of a link or image.
  void begin_after_bracket() { last_bracket_end_ = out_.size(); }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  struct Mark {
    std::string opens;
    const char* closes;
    std::uint32_t begin = 0;  // in the text
    bool is_shared = false;   // its asterisks and those of a mark within it are one run
  };

  [[nodiscard]] bool is_shown_link(const Span& span) const {
    return span.kind == SpanKind::link && is_shown(span, links_);
  }

  [[nodiscard]] bool is_open(SpanKind kind) const {
    return std::find(open_kinds_.begin(), open_kinds_.end(), kind) != open_kinds_.end();
  }

  /// Right after a letter asterisks would end what a run of three began, of which one is left.
  [[nodiscard]] bool would_close_another(const Span& span) const {
    return std::any_of(marks_.begin(), marks_.end(), [](const Mark& mark) { return mark.is_shared; }) &&
           neighbour_before(block_.text, span.begin) != Neighbour::space;
  }

  /// None where the same is open already: four asterisks are read as something else.
  [[nodiscard]] Mark mark_of(const Span& span) const {
    if (is_open(span.kind)) return {"", ""};
    // Right after the marks of another one they would be read as one run.
    const bool is_free =
        (span.begin != last_closed_ || !(out_.ends_with('*') || out_.ends_with('~'))) && !would_close_another(span);
    const bool plain = is_free && emphasis_.may_have_asterisks(span);
    switch (span.kind) {
      case SpanKind::strong:
        return plain ? Mark{"**", "**"} : Mark{"<strong>", "</strong>"};
      case SpanKind::emphasis:
        return plain ? Mark{"*", "*"} : Mark{"<em>", "</em>"};
      case SpanKind::deleted:
        return plain ? Mark{"~~", "~~"} : Mark{"<del>", "</del>"};
      // Few letters have raised forms in Unicode, and Markdown has no mark: HTML.
      case SpanKind::superscript:
        return {"<sup>", "</sup>"};
      case SpanKind::subscript:
        return {"<sub>", "</sub>"};
      case SpanKind::abbreviation:
        return {abbreviation(span.detail), "</abbr>"};
      case SpanKind::inserted:
        return {"", ""};  // it is the text that counts
      case SpanKind::link:
      case SpanKind::code:
      case SpanKind::math:
      case SpanKind::image:
      case SpanKind::note:
        break;
    }
    return {"", ""};
  }

  /// The beginning of an <abbr>.
  [[nodiscard]] std::string abbreviation(std::string_view long_form) const {
    std::string out = "<abbr";
    append_html_attribute(out, "title", long_form);
    if (is_in_open_task_) hide_boxes(out);
    return out + '>';
  }

  void open(const Span& span) {
    if (code_depth_ > 0 && (is_written_whole(span) || is_shown_link(span))) write_code();
    if (span.kind == SpanKind::code) {
      ++code_depth_;
    } else if (is_written_whole(span)) {
      write_whole(span);
      ++silent_depth_;
    } else if (is_shown_link(span)) {
      open_bracket();
    } else if (code_depth_ == 0) {
      Mark mark = mark_of(span);
      mark.begin = span.begin;
      // Marks that show nothing, as those of links left out, part no asterisks.
      const auto around =
          std::find_if(marks_.rbegin(), marks_.rend(), [](const Mark& outer) { return !outer.opens.empty(); });
      if (around != marks_.rend() && around->begin == span.begin && mark.opens.starts_with('*') &&
          around->opens.starts_with('*')) {
        around->is_shared = true;
      }
      marks_.push_back(std::move(mark));
      open_kinds_.push_back(span.kind);
      add_verbatim(marks_.back().opens);
    }
  }

  void close(const Span& span) {
    if (span.kind == SpanKind::code) {
      if (--code_depth_ == 0) write_code();
    } else if (is_written_whole(span)) {
      --silent_depth_;
    } else if (is_shown_link(span)) {
      write_code();
      close_bracket(span.target);
    } else if (code_depth_ == 0) {
      out_ += marks_.back().closes;
      marks_.pop_back();
      open_kinds_.pop_back();
      last_closed_ = span.end;
    }
  }

  static bool is_written_whole(const Span& span) {
    return span.kind == SpanKind::math || span.kind == SpanKind::note || span.kind == SpanKind::image;
  }

  /// An exclamation mark before it would make an image of a link.
  void open_bracket() {
    if (out_.ends_with('!')) out_.insert(out_.size() - 1, 1, '\\');
    out_ += '[';
    begin_after_bracket();
  }

  void close_bracket(std::string_view target) {
    if (is_in_open_task_) hide_begun_box(out_);
    out_.append("](").append(escaped_markdown_target(target)).append(")");
  }

  void write_whole(const Span& span) {
    if (span.kind == SpanKind::note) {
      open_bracket();
      out_.append("^").append(span.target).append("]");
      last_note_end_ = out_.size();
    } else if (span.kind == SpanKind::math) {
      const char* const sign = span.target == "display" ? "$$" : "$";
      out_ += sign;
      add_verbatim(formula_markdown(std::string_view(block_.text).substr(span.begin, span.end - span.begin)));
      out_ += sign;
    } else if (is_safe_target(span.target)) {
      if (stands_between_spaces(block_, span)) out_ += ' ';
      out_ += "![";
      begin_after_bracket();
      add_line(span.detail);
      close_bracket(span.target);
    }
  }

  void add(char c) {
    if (c == '\n') {
      out_ += place_ == MarkdownPlace::lines ? "  \n" : "<br>";
      return;
    }
    // Markdown has no other control characters, but a sign for the first of them.
    if (static_cast<unsigned char>(c) < ' ' && c != '\t') return;
    // Right after a reference, a colon would make the note of it, a bracket a link.
    const bool ends_note = (c == ':' || c == '(') && out_.size() == last_note_end_;
    // A link that begins with a caret would be a reference, or "[^]:" a note; an image would be none.
    const bool begins_note = c == '^' && out_.size() == last_bracket_end_;
    if (is_special(c) || ends_note || begins_note || (place_ == MarkdownPlace::cell && c == '|')) out_ += '\\';
    out_ += c;
  }

  /// In a cell a bar is escaped even where nothing else is.
  void add_verbatim(std::string_view text) {
    for (const char c : text) {
      if (c == '|' && place_ == MarkdownPlace::cell) out_ += '\\';
      out_ += c == '\n' && place_ != MarkdownPlace::lines ? ' ' : c;
    }
  }

  /// Line breaks of an image's text are spaces: there are no elements in it.
  void add_line(std::string_view text) {
    for (const char c : text) add(c == '\n' ? ' ' : c);
  }

  void write_code() {
    if (code_.empty()) return;
    const std::string text = std::exchange(code_, {});
    // Right after other code there is no room for backticks; "[`]:" would be the name of an address; cmark reads at
    // most 80 of them.
    constexpr std::size_t most_backticks = 80;
    if ((out_.ends_with('`') && out_.size() == last_code_end_) || text.find("]:") != std::string::npos ||
        longest_backticks(text) >= most_backticks || (is_in_open_task_ && has_ticked_box(text))) {
      out_ += "<code>";
      for (const char c : text) add(c);
      out_ += "</code>";
    } else {
      add_code(text);
    }
    last_code_end_ = out_.size();
  }

  void add_code(std::string_view text) {
    const std::string fence(longest_backticks(text) + 1, '`');
    const bool at_edge = text.front() == '`' || text.back() == '`';
    const bool is_trimmed =
        text.front() == ' ' && text.back() == ' ' && text.find_first_not_of(' ') != std::string_view::npos;
    const char* const pad = at_edge || is_trimmed ? " " : "";
    out_.append(fence).append(pad);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      add_verbatim(text.substr(begin, end - begin));
      if (end < text.size()) out_ += ' ';
      begin = end + 1;
    }
    out_.append(pad).append(fence);
  }

  const Block& block_;
  Links links_;
  MarkdownPlace place_;
  Emphasis emphasis_;
  bool is_in_open_task_;
  std::string out_;
  std::vector<Mark> marks_;
  std::vector<SpanKind> open_kinds_;  // of these marks
  std::string code_;                  // not written yet
  std::size_t last_code_end_ = std::string::npos;
  int code_depth_ = 0;
  int silent_depth_ = 0;  // spans that have been written, text and all
  std::size_t last_closed_ = std::string::npos;
  std::size_t last_note_end_ = std::string::npos;
  std::size_t last_bracket_end_ = std::string::npos;  // of a link or image
};

}  // namespace

std::size_t longest_backticks(std::string_view text) noexcept {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string inline_markdown(const Block& block, Links links, MarkdownPlace place) {
  return InlineWriter(block, links, place).write();
}

std::string escaped_markdown_target(std::string_view target) {
  std::string out;
  for (std::size_t i = 0; i < target.size(); ++i) {
    const char c = target[i];
    // "&copy;" would be a sign; of "&b=1" every reader knows that it is none.
    const bool is_reference = c == '&' && is_reference_at(target.substr(i), false);
    if (is_reference || std::string_view("()\\<>`|[]").find(c) != std::string_view::npos) out += '\\';
    if (c == ' ') {
      out += "%20";
    } else {
      out += c;
    }
  }
  return out;
}

std::string escaped_markdown(std::string_view text, MarkdownPlace place) {
  const Block no_spans;
  InlineWriter writer(no_spans, Links::drop, place);
  writer.begin_after_bracket();
  writer.add(text);
  return writer.take();
}

}  // namespace pith::render

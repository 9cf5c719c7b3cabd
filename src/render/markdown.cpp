// CommonMark 0.30, and tables as GitHub writes them.

#include <pith/render.hpp>

#include "render/inline.hpp"

namespace pith {
namespace {

/// Characters that mean something anywhere in a line. '<' and '&' would begin HTML.
bool is_special(char c) {
  return std::string_view("\\`*_[]<>&~").find(c) != std::string_view::npos;
}

void append_escaped_markdown(std::string& out, std::string_view text, bool in_table) {
  for (const char c : text) {
    if (c == '\n') {
      out += in_table ? "<br>" : "  \n";
    } else {
      if (is_special(c) || (in_table && c == '|')) out += '\\';
      out += c;
    }
  }
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped_markdown(out, text, true);
  return out;
}

/// A line that would begin a heading, list, quote, rule or fence gets a backslash.
std::string guard_line_start(const std::string& line) {
  if (line.empty()) return line;
  const std::size_t digits = line.find_first_not_of("0123456789");
  const bool ordered = digits != 0 && digits != std::string::npos && (line[digits] == '.' || line[digits] == ')');
  if (ordered) return line.substr(0, digits) + "\\" + line.substr(digits);
  const bool special = std::string_view("#+-=|").find(line[0]) != std::string_view::npos;
  return special ? "\\" + line : line;
}

std::string guard_lines(const std::string& text) {
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    out += guard_line_start(text.substr(begin, end - begin));
    if (end < text.size()) out += '\n';
    begin = end + 1;
  }
  return out;
}

/// Longest run of backticks, so that a fence can be longer.
std::size_t longest_backticks(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

std::string escaped_target(std::string_view target) {
  std::string out;
  for (const char c : target) {
    if (c == '(' || c == ')' || c == '\\' || c == '<' || c == '>') out += '\\';
    if (c == ' ') {
      out += "%20";
    } else {
      out += c;
    }
  }
  return out;
}

bool is_shown_link(const Span& span, Links links) {
  return links == Links::keep && span.kind == SpanKind::link && render::is_safe_target(span.target);
}

const char* mark_of(SpanKind kind) {
  if (kind == SpanKind::strong) return "**";
  return kind == SpanKind::emphasis ? "*" : "";
}

/// The block's text with its links and emphasis. Code spans stay escaped text: a backtick inside would end them.
std::string inline_markdown(const Block& block, Links links, bool in_table) {
  std::string out;
  render::walk_spans(
      block, [&](std::string_view text) { append_escaped_markdown(out, text, in_table); },
      [&](const Span& span) { out += is_shown_link(span, links) ? "[" : mark_of(span.kind); },
      [&](const Span& span) {
        if (is_shown_link(span, links)) {
          out.append("](").append(escaped_target(span.target)).append(")");
        } else {
          out += mark_of(span.kind);
        }
      });
  return out;
}

std::string with_prefix(const std::string& text, const std::string& prefix) {
  std::string out = prefix;
  for (const char c : text) {
    out += c;
    if (c == '\n') out += prefix;
  }
  return out;
}

std::string table_row(const Block& block, Links links) {
  std::string out = "| ";
  for (const char c : inline_markdown(block, links, true)) {
    if (c == '\t') {
      out += " | ";
    } else {
      out += c;
    }
  }
  return out + " |";
}

std::string table_rule(const Block& block) {
  std::string out = "|";
  for (std::ptrdiff_t cells = std::count(block.text.begin(), block.text.end(), '\t') + 1; cells > 0; --cells)
    out += " --- |";
  return out;
}

std::string list_item(const Block& block, Links links) {
  const std::string indent(static_cast<std::size_t>(block.level > 0 ? block.level - 1 : 0) * 4, ' ');
  const std::string mark = block.ordinal > 0 ? std::to_string(block.ordinal) + ". " : "- ";
  return indent + mark + guard_lines(inline_markdown(block, links, false));
}

std::string render_block(const Block& block, Links links) {
  switch (block.kind) {
    case BlockKind::heading:
      // The title has the first level.
      return std::string(std::min<std::size_t>(std::max<std::size_t>(block.level, 2), 6), '#') + " " +
             inline_markdown(block, links, true);
    case BlockKind::list_item:
      return list_item(block, links);
    case BlockKind::quote:
      return with_prefix(guard_lines(inline_markdown(block, links, false)),
                         std::string(block.level > 0 ? block.level : 1, '>') + " ");
    case BlockKind::code: {
      const std::string fence(std::max<std::size_t>(3, longest_backticks(block.text) + 1), '`');
      return fence + "\n" + block.text + "\n" + fence;
    }
    case BlockKind::table_row:
      return table_row(block, links);
    case BlockKind::caption:
      return "*" + escaped(block.text) + "*";
    case BlockKind::paragraph:
    case BlockKind::definition:
      return guard_lines(inline_markdown(block, links, false));
  }
  return {};
}

}  // namespace

void append_markdown(const Article& article, std::string& out, Links links) {
  if (article.empty()) return;
  const std::size_t start = out.size();
  if (!article.metadata.title.empty()) {
    out.append("# ").append(escaped(article.metadata.title)).append("\n");
  }
  const Block* above = nullptr;
  for (const Block& block : article.blocks) {
    const bool same = above != nullptr && above->kind == block.kind;
    const bool tight = same && (block.kind == BlockKind::list_item || block.kind == BlockKind::table_row);
    if (out.size() > start && !tight) out += '\n';
    out.append(render_block(block, links)).append("\n");
    if (block.kind == BlockKind::table_row && !same) out.append(table_rule(block)).append("\n");
    above = &block;
  }
}

std::string to_markdown(const Article& article, Links links) {
  std::string out;
  append_markdown(article, out, links);
  return out;
}

}  // namespace pith

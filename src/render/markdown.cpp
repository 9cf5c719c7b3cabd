// CommonMark 0.30, and tables as GitHub writes them.

#include <pith/render.hpp>

#include <algorithm>

#include "render/markdown_inline.hpp"

namespace pith {
namespace {

using render::escaped_markdown;
using render::inline_markdown;
using render::MarkdownPlace;

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
  for (const char c : inline_markdown(block, links, MarkdownPlace::cell)) {
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
  return indent + mark + guard_lines(inline_markdown(block, links, MarkdownPlace::lines));
}

std::string render_block(const Block& block, Links links) {
  switch (block.kind) {
    case BlockKind::heading:
      // The title has the first level.
      return std::string(std::min<std::size_t>(std::max<std::size_t>(block.level, 2), 6), '#') + " " +
             inline_markdown(block, links, MarkdownPlace::one_line);
    case BlockKind::list_item:
      return list_item(block, links);
    case BlockKind::quote:
      return with_prefix(guard_lines(inline_markdown(block, links, MarkdownPlace::lines)),
                         std::string(block.level > 0 ? block.level : 1, '>') + " ");
    case BlockKind::code: {
      const std::string fence(std::max<std::size_t>(3, render::longest_backticks(block.text) + 1), '`');
      return fence + "\n" + block.text + "\n" + fence;
    }
    case BlockKind::table_row:
      return table_row(block, links);
    case BlockKind::caption:
      return "*" + escaped_markdown(block.text, MarkdownPlace::one_line) + "*";
    case BlockKind::paragraph:
    case BlockKind::definition:
      return guard_lines(inline_markdown(block, links, MarkdownPlace::lines));
  }
  return {};
}

}  // namespace

void append_markdown(const Article& article, std::string& out, Links links) {
  if (article.empty()) return;
  const std::size_t start = out.size();
  if (!article.metadata.title.empty()) {
    out.append("# ").append(escaped_markdown(article.metadata.title, MarkdownPlace::one_line)).append("\n");
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

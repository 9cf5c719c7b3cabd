#include "render/markdown_table.hpp"

#include <algorithm>
#include <vector>

#include "render/frames.hpp"
#include "render/html_writer.hpp"
#include "render/inline.hpp"
#include "render/markdown_formula.hpp"
#include "render/markdown_inline.hpp"

namespace pith::render {
namespace {

bool fits_in_line(const Block& block, std::size_t depth) {
  const Frame& cell = block.frames[depth + 1];
  if (cell.row_span > 1 || cell.column_span > 1 || block.kind == BlockKind::code) return false;
  return std::all_of(
      block.frames.begin() + static_cast<std::ptrdiff_t>(depth) + 2, block.frames.end(), [](const Frame& frame) {
        return frame.kind == FrameKind::list || frame.kind == FrameKind::item || frame.kind == FrameKind::figure;
      });
}

std::string mark_of(const Block& block, const Block* above) {
  if (!stands_right_in(block, FrameKind::item)) return {};
  const std::size_t depth = block.frames.size() - 1;
  if (above != nullptr && is_within(*above, block.frames[depth], depth)) return {};
  const std::uint32_t number = block.frames[depth].number;
  return (number > 0 ? std::to_string(number) + ". " : "- ") + std::string(task_mark(block.frames[depth].task));
}

std::string line_of(const Block& block, Links links) {
  if (block.kind == BlockKind::image || block.kind == BlockKind::embed) {
    if (!is_safe_target(block.detail)) return {};
    const bool is_named = !block.text.empty() || block.kind == BlockKind::image;
    const std::string text = escaped_markdown(is_named ? block.text : block.detail, MarkdownPlace::cell);
    const std::string mark = block.kind == BlockKind::image ? "![" : "[";
    return mark + text + "](" + escaped_markdown_target(block.detail) + ")";
  }
  if (block.kind == BlockKind::math) return "$" + formula_markdown(block.text) + "$";
  return inline_markdown(block, links, MarkdownPlace::cell);
}

using Row = std::vector<std::string>;

std::vector<Row> rows_of(std::span<const Block> blocks, std::size_t depth, Links links) {
  std::vector<Row> rows;
  std::uint32_t row = 0;
  const Block* above = nullptr;
  for (const Block& block : blocks) {
    std::string& text = text_of_cell(rows, block.frames[depth + 1], row);
    const std::string line = mark_of(block, above) + line_of(block, links);
    if (!text.empty() && !line.empty()) text += "<br>";
    text += line;
    above = &block;
  }
  return rows;
}

/// To Markdown HTML ends at a blank line, which code may have: there the newline is written as a character reference.
std::string without_blank_lines(std::string_view html) {
  std::string out;
  bool is_blank = false;  // the line so far
  for (const char c : html) {
    c == '\n' && is_blank ? out.append("&#10;") : out.append(1, c);
    is_blank = c == '\n' || (is_blank && (c == ' ' || c == '\t'));
  }
  return out;
}

}  // namespace

bool fits_in_lines(std::span<const Block> blocks, std::size_t depth) noexcept {
  return std::all_of(blocks.begin(), blocks.end(), [depth](const Block& block) { return fits_in_line(block, depth); });
}

std::string markdown_table(std::span<const Block> blocks, std::size_t depth, Links links) {
  std::string out;
  if (!fits_in_lines(blocks, depth)) {
    append_html(out, blocks, depth, links);
    return without_blank_lines(out);
  }
  const std::vector<Row> rows = rows_of(blocks, depth, links);
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, row.size());
  for (std::size_t r = 0; r < rows.size(); ++r) {
    out += '|';
    for (std::size_t c = 0; c < columns; ++c) out.append(" ").append(c < rows[r].size() ? rows[r][c] : "").append(" |");
    out += '\n';
    if (r > 0) continue;
    out += '|';
    for (std::size_t c = 0; c < columns; ++c) out += " --- |";
    out += '\n';
  }
  return out;
}

}  // namespace pith::render

#include "render/text_table.hpp"

#include <algorithm>

#include "render/frames.hpp"

namespace pith::render {
namespace {

using TextRow = std::vector<std::string>;

std::vector<TextRow> text_rows_of(std::span<const Block> blocks) {
  std::vector<TextRow> rows;
  const std::size_t depth = table_depth(blocks.front());
  std::uint32_t row = 0;
  for (const Block& block : blocks) {
    std::string& text = text_of_cell(rows, block.frames[depth + 1], row);
    if (block.kind == BlockKind::image || block.kind == BlockKind::embed) continue;
    if (!text.empty()) text += ' ';
    // A cell may have any number of blocks: each is looked at once.
    for (const char c : block.text) text += c == '\n' || c == '\t' ? ' ' : c;
  }
  return rows;
}

/// Columns that a terminal shows it in: two for a CJK character, one for every other.
std::size_t width_of(const std::string& text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const bool is_wide = (byte >= 0xE3 && byte <= 0xED) || byte == 0xEF || byte >= 0xF0;
    width += is_wide ? 2 : 1;
  }
  return width;
}

/// Wider cells are left as they are: to fill columns up to the longest cell could take its length for every row.
constexpr std::size_t widest = 200;

}  // namespace

std::size_t table_end(const std::vector<Block>& blocks, std::size_t begin) {
  const std::size_t depth = table_depth(blocks[begin]);
  if (depth == blocks[begin].frames.size()) return begin;
  std::size_t end = begin + 1;
  while (end < blocks.size() && is_within(blocks[end], blocks[begin].frames[depth], depth) &&
         table_depth(blocks[end]) == depth) {
    ++end;
  }
  return end;
}

std::string text_table(std::span<const Block> blocks, TextTables style) {
  const std::vector<TextRow> rows = text_rows_of(blocks);
  std::vector<std::size_t> widths;
  for (const TextRow& row : rows) {
    if (widths.size() < row.size()) widths.resize(row.size());
    for (std::size_t c = 0; c < row.size(); ++c) {
      const std::size_t width = width_of(row[c]);
      if (width <= widest) widths[c] = std::max(widths[c], width);
    }
  }
  std::string out;
  for (const TextRow& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      out += row[c];
      if (c + 1 == row.size()) break;
      if (style == TextTables::tabs) {
        out += '\t';
      } else {
        out.append(widths[c] - std::min(widths[c], width_of(row[c])) + 2, ' ');
      }
    }
    out += '\n';
  }
  return out;
}

}  // namespace pith::render

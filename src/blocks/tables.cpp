#include "blocks/tables.hpp"

#include <algorithm>
#include <string_view>

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

bool is_cell(Tag tag) {
  return tag == Tag::td || tag == Tag::th;
}

std::uint16_t cell_span_of(const Page& page, std::uint32_t node, AttributeName name) {
  const std::string_view digits = page.attribute(node, name);
  // As much as browsers take of columns.
  constexpr int greatest = 1000;
  int span = 0;
  for (const char c : digits.substr(0, 4)) {
    if (c < '0' || c > '9') break;
    span = span * 10 + (c - '0');
  }
  return static_cast<std::uint16_t>(std::clamp(span, 1, greatest));
}

/// What tells tables of data from layout.
struct TableShape {
  std::uint32_t rows = 0;       ///< with a cell that has text
  std::uint32_t full_rows = 0;  ///< with two and more of them
  std::uint32_t cells = 0;      ///< with text
  std::uint32_t letters = 0;
  std::uint32_t longest_cell = 0;  ///< letters
  bool has_header = false;
  bool has_table = false;
};

std::uint32_t letters_in(const BlockList& blocks, const Container& container) {
  std::uint32_t letters = 0;
  for (std::uint32_t b = container.first_block; b < container.end_block; ++b) letters += blocks.blocks[b].letters;
  return letters;
}

TableShape shape_of(const BlockList& blocks, std::uint32_t table) {
  TableShape shape;
  std::uint32_t in_row = 0;
  const std::uint32_t end = blocks.containers[table].subtree_end;
  for (std::uint32_t c = table + 1; c < end; ++c) {
    const Container& here = blocks.containers[c];
    if (here.tag == Tag::tr) in_row = 0;
    if (here.tag == Tag::table && here.first_block < here.end_block) {
      shape.has_table = true;  // which settles it; to go on would cost the square of the nesting
      break;
    }
    if (!is_cell(here.tag)) continue;
    const std::uint32_t letters = letters_in(blocks, here);
    if (letters == 0) continue;
    shape.has_header = shape.has_header || here.tag == Tag::th;
    ++shape.cells;
    shape.letters += letters;
    shape.longest_cell = std::max(shape.longest_cell, letters);
    ++in_row;
    if (in_row == 1) ++shape.rows;
    if (in_row == 2) ++shape.full_rows;
  }
  return shape;
}

/// Letters in it at most, on real pages: longer "cells" are columns of a layout.
constexpr std::uint32_t longest_cell = 400;
constexpr std::uint32_t longest_cell_below_header = 2000;

/// `places`: of its grid, rows times columns. Real tables have 1 to 8 a cell.
bool is_worth_its_grid(std::size_t cells, std::uint64_t places) {
  constexpr std::uint64_t free_places = 4096;
  constexpr std::uint64_t places_a_cell = 32;
  return places <= free_places + places_a_cell * cells;
}

}  // namespace

bool is_data_table(const Page& page, const BlockList& blocks, std::uint32_t table) {
  const std::string_view role = page.attribute(blocks.containers[table].node, AttributeName::role);
  if (role == "presentation" || role == "none") return false;
  const TableShape shape = shape_of(blocks, table);
  if (shape.has_table || shape.full_rows == 0 || (shape.rows == 1 && !shape.has_header)) return false;
  if (shape.has_header) return shape.longest_cell <= longest_cell_below_header;
  return shape.longest_cell <= longest_cell;
}

bool place_cells(const Page& page, const BlockList& blocks, std::uint32_t table, std::vector<CellPlace>& out) {
  const std::size_t before = out.size();
  std::vector<std::uint16_t> rows_left;  // by column: how many more rows a cell above reaches into
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t columns = 0;
  bool began = false;
  const std::uint32_t end = blocks.containers[table].subtree_end;
  for (std::uint32_t c = table + 1; c < end; ++c) {
    const Container& here = blocks.containers[c];
    if (here.tag == Tag::tr) {
      if (began) ++row;
      for (std::uint16_t& left : rows_left) left = static_cast<std::uint16_t>(left - (began && left > 0 ? 1 : 0));
      began = true;
      column = 0;
    }
    if (!is_cell(here.tag)) continue;
    while (column < rows_left.size() && rows_left[column] > 0) ++column;
    CellPlace cell{c,
                   row,
                   column,
                   cell_span_of(page, here.node, AttributeName::rowspan),
                   cell_span_of(page, here.node, AttributeName::colspan),
                   here.tag == Tag::th};
    column += cell.column_span;
    columns = std::max(columns, column);
    // Columns past the last that browsers take have no rows to keep.
    constexpr std::uint32_t most_columns = 1000;
    rows_left.resize(std::max<std::size_t>(rows_left.size(), std::min(column, most_columns)));
    for (std::uint32_t k = cell.column; k < std::min(column, most_columns); ++k) rows_left[k] = cell.row_span;
    out.push_back(cell);
  }
  if (is_worth_its_grid(out.size() - before, std::uint64_t{row + 1} * columns)) return true;
  out.resize(before);
  return false;
}

}  // namespace pith::blocks

#include "blocks/tables.hpp"

#include <algorithm>
#include <string_view>

#include "blocks/marks.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

bool is_cell(Tag tag) {
  return tag == Tag::td || tag == Tag::th;
}

// As much as browsers take of columns.
constexpr int greatest_span = 1000;

std::uint16_t cell_span_of(const Page& page, std::uint32_t node, AttributeName name) {
  const std::string_view digits = page.attribute(node, name);
  // "0": down to the last row.
  if (name == AttributeName::rowspan && digits == "0") return greatest_span;
  int span = 0;
  for (const char c : digits.substr(0, 4)) {
    if (c < '0' || c > '9') break;
    span = span * 10 + (c - '0');
  }
  return static_cast<std::uint16_t>(std::clamp(span, 1, greatest_span));
}

constexpr bool is_row_group(Tag tag) {
  return tag == Tag::thead || tag == Tag::tbody || tag == Tag::tfoot;
}

/// What tells tables of data from layout.
struct TableShape {
  std::uint32_t rows = 0;       ///< with a cell that has text
  std::uint32_t full_rows = 0;  ///< with two and more of them
  std::uint32_t cells = 0;      ///< with text
  std::uint32_t letters = 0;
  std::uint32_t longest_cell = 0;  ///< letters
  bool has_header = false;
  bool begins_with_header = false;
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
    shape.begins_with_header = shape.cells == 0 ? here.tag == Tag::th : shape.begins_with_header;
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

/// Gives the cells of one table their places, row by row.
class CellPlacer {
 public:
  /// Appends to `out`.
  CellPlacer(const Page& page, std::vector<CellPlace>& out) : page_(page), out_(out), group_(out.size()) {}

  /// No cell reaches below the last row of its group.
  void begin_group() {
    for (; group_ < out_.size(); ++group_) {
      const std::uint32_t rows_below = row_ + 1 - out_[group_].row;
      if (out_[group_].row_span > rows_below) out_[group_].row_span = static_cast<std::uint16_t>(rows_below);
    }
    rows_left_.clear();
  }

  void begin_row() {
    if (began_) ++row_;
    for (std::uint16_t& left : rows_left_) left = static_cast<std::uint16_t>(left - (began_ && left > 0 ? 1 : 0));
    began_ = true;
    column_ = 0;
  }

  void add(std::uint32_t container, const Container& here) {
    while (column_ < rows_left_.size() && rows_left_[column_] > 0) ++column_;
    CellPlace cell{container,
                   row_,
                   column_,
                   cell_span_of(page_, here.node, AttributeName::rowspan),
                   cell_span_of(page_, here.node, AttributeName::colspan),
                   here.tag == Tag::th};
    column_ += cell.column_span;
    columns_ = std::max(columns_, column_);
    // Columns past the last that browsers take have no rows to keep.
    constexpr std::uint32_t most_columns = 1000;
    rows_left_.resize(std::max<std::size_t>(rows_left_.size(), std::min(column_, most_columns)));
    for (std::uint32_t k = cell.column; k < std::min(column_, most_columns); ++k) rows_left_[k] = cell.row_span;
    out_.push_back(cell);
  }

  /// Of the grid.
  [[nodiscard]] std::uint64_t places() const { return std::uint64_t{row_ + 1} * columns_; }

 private:
  const Page& page_;
  std::vector<CellPlace>& out_;
  std::size_t group_;                     // first cell of the group of rows
  std::vector<std::uint16_t> rows_left_;  // by column: how many more rows a cell above reaches into
  std::uint32_t row_ = 0;
  std::uint32_t column_ = 0;
  std::uint32_t columns_ = 0;
  bool began_ = false;
};

bool is_told_layout(const Page& page, std::uint32_t table) {
  const std::string_view role = page.attribute(table, AttributeName::role);
  return role == "presentation" || role == "none" || page.has_class(table, text::WordList::code_table_class);
}

bool holds_data(const TableShape& shape) {
  if (shape.has_table || shape.full_rows == 0 || (shape.rows == 1 && !shape.has_header)) return false;
  return shape.longest_cell <= (shape.has_header ? longest_cell_below_header : longest_cell);
}

bool is_column(const TableShape& shape) {
  constexpr std::uint32_t fewest_rows = 3;
  constexpr std::uint32_t longest = 200;  // letters
  return !shape.has_table && shape.full_rows == 0 && shape.begins_with_header && shape.rows >= fewest_rows &&
         shape.longest_cell <= longest;
}

}  // namespace

bool is_data_table(const Page& page, const BlockList& blocks, std::uint32_t table) {
  return !is_told_layout(page, blocks.containers[table].node) && holds_data(shape_of(blocks, table));
}

bool is_shown_table(const Page& page, const BlockList& blocks, std::uint32_t table) {
  if (is_told_layout(page, blocks.containers[table].node)) return false;
  const TableShape shape = shape_of(blocks, table);
  return holds_data(shape) || is_column(shape);
}

bool place_cells(const Page& page, const BlockList& blocks, std::uint32_t table, std::vector<CellPlace>& out) {
  const std::size_t before = out.size();
  CellPlacer placer(page, out);
  const std::uint32_t end = blocks.containers[table].subtree_end;
  const auto place = [&](std::uint32_t c) {
    const Container& here = blocks.containers[c];
    if (is_row_group(here.tag)) placer.begin_group();
    if (here.tag == Tag::tr) placer.begin_row();
    if (is_cell(here.tag)) placer.add(c, here);
  };
  const auto is_foot = [&](std::uint32_t c) { return blocks.containers[c].tag == Tag::tfoot; };
  for (std::uint32_t c = table + 1; c < end;) {
    if (!is_foot(c)) place(c);
    c = is_foot(c) ? blocks.containers[c].subtree_end : c + 1;
  }
  // Browsers show it last, wherever it stands.
  for (std::uint32_t c = table + 1; c < end; ++c) {
    for (const std::uint32_t foot_end = is_foot(c) ? blocks.containers[c].subtree_end : c; c < foot_end; ++c) place(c);
  }
  placer.begin_group();
  if (is_worth_its_grid(out.size() - before, placer.places())) return true;
  out.resize(before);
  return false;
}

}  // namespace pith::blocks

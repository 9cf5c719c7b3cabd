/// Tables: which of them hold data, and where their cells stand.
#pragma once

#include <cstdint>
#include <vector>

#include "blocks/blocks.hpp"

namespace pith::blocks {

/// A <td> or <th> in the grid of its table, from 0.
struct CellPlace {
  std::uint32_t container = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint16_t row_span = 1;
  std::uint16_t column_span = 1;
  bool is_header = false;
};

/// Whether the table is one of data: with several columns whose cells are short, and no table in it. Others are layout:
/// their cells hold what stands on the page anyway. Linear in the table.
[[nodiscard]] bool is_data_table(const page::Page& page, const BlockList& blocks, std::uint32_t table);

/// Whether the table is one to its readers: one of data, or a column of short cells below a header.
[[nodiscard]] bool is_shown_table(const page::Page& page, const BlockList& blocks, std::uint32_t table);

/// Appends the table's cells, in order of their containers. False, and nothing appended, when its grid is so much
/// larger than its cells that who writes all of the grid would write far more than the page is long. Linear in the
/// table.
[[nodiscard]] bool place_cells(const page::Page& page, const BlockList& blocks, std::uint32_t table,
                               std::vector<CellPlace>& out);

}  // namespace pith::blocks

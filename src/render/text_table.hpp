/// A table as plain text. Private to render.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include <pith/render.hpp>

namespace pith::render {

/// One past the blocks from `begin` on that stand in cells of one table; `begin` when it stands in none.
[[nodiscard]] std::size_t table_end(const std::vector<Block>& blocks, std::size_t begin);

/// Of blocks in cells of one table, a line for each row. Ends with a newline.
[[nodiscard]] std::string text_table(std::span<const Block> blocks, TextTables style);

}  // namespace pith::render

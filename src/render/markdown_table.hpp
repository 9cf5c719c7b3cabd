/// A table as Markdown. Private to render.
#pragma once

#include <cstddef>
#include <span>
#include <string>

#include <pith/render.hpp>

namespace pith::render {

/// Whether every cell of the table is a line. `blocks`, `depth`: as of markdown_table().
[[nodiscard]] bool fits_in_lines(std::span<const Block> blocks, std::size_t depth) noexcept;

/// The blocks of one table, whose frame stands at `depth`, captions apart: as GitHub writes tables where every cell is
/// a line, else as HTML. Its first row is the head: GitHub's tables have no other. Ends with a newline.
[[nodiscard]] std::string markdown_table(std::span<const Block> blocks, std::size_t depth, Links links);

}  // namespace pith::render

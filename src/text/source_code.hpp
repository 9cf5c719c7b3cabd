/// Source code and data among the lines of a plain text, told by marks that sentences, headings and menus do not have.
/// Pure functions over valid UTF-8, linear in the line; any thread.
#pragma once

#include <string_view>

namespace pith::text {

/// Whether a trimmed line is code or data: `"key": value`, `x = f(y);`, `} else {`, `--name value \`.
[[nodiscard]] bool is_code_line(std::string_view line) noexcept;

/// Whether it has no words, but brackets `});`, the border of a table in letters, or a fence of Markdown.
[[nodiscard]] bool is_mark_line(std::string_view line) noexcept;

}  // namespace pith::text

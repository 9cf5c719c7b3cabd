/// What the elements within a pre are, as far as their class says. Private to blocks.
#pragma once

#include <cstdint>
#include <string>

#include "page/page.hpp"

namespace pith::blocks {

/// Holds the number of a line, not code.
[[nodiscard]] bool is_line_number(const page::Page& page, std::uint32_t node) noexcept;

/// An inline element that is a line of its own: "<span class=line>".
[[nodiscard]] bool is_code_line(const page::Page& page, std::uint32_t node) noexcept;

/// The language of a <pre>, in lower case, as it, its <code> or a box around says: "language-python", "brush: cpp",
/// data-lang. "" when none does.
[[nodiscard]] std::string code_language(const page::Page& page, std::uint32_t pre);

}  // namespace pith::blocks

/// What the elements within a pre are, as far as their class says. Private to blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "blocks/blocks.hpp"

namespace pith::blocks {

/// Holds the number of a line or a tool's buttons, not code.
[[nodiscard]] bool is_line_number(const page::Page& page, std::uint32_t node) noexcept;

/// An inline element that is a line of its own: "<span class=line>".
[[nodiscard]] bool is_code_line(const page::Page& page, std::uint32_t node) noexcept;

/// A box or table of a tool that shows code without a <pre>: each of its block elements and rows is a line.
[[nodiscard]] bool is_code_box(const page::Page& page, std::uint32_t node) noexcept;

/// White space between the elements that are the lines of such a box.
[[nodiscard]] bool is_between_lines(std::string_view text) noexcept;

/// The language of a <pre>, in lower case, as it, its <code> or a box around says: "language-python", "brush: cpp",
/// data-lang. "" when none does.
[[nodiscard]] std::string code_language(const page::Page& page, std::uint32_t pre);

/// The box of a tool around one piece of code, if there is one: its container, else that of the code.
[[nodiscard]] const Container& box_of_code(const BlockList& blocks, std::size_t code) noexcept;

/// A line that is nothing but the name of a language of programs, in lower case; "" of all others.
[[nodiscard]] std::string language_of_label(std::string_view line);

/// The language that a label above the code names, in the box of a tool.
[[nodiscard]] std::string labelled_language(const BlockList& blocks, std::size_t code);

}  // namespace pith::blocks

/// What the elements within a pre are, as far as their class says. Private to blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "blocks/blocks.hpp"

namespace pith::blocks {

/// Holds the number of a line or a tool's buttons, not code.
[[nodiscard]] bool is_line_number(const page::Page& page, std::uint32_t node) noexcept;

/// Whether every line of a <pre>, two and more, begins with an element that holds its number and nothing else: these
/// count up from 1. Stops at the first line that does not.
[[nodiscard]] bool has_numbered_lines(const page::Page& page, std::uint32_t pre) noexcept;
[[nodiscard]] bool is_number(const page::Page& page, std::uint32_t node) noexcept;

/// The only <code> of a <pre>, if it stands in a box there; else 0. A tool has its bar in the <pre>, too.
[[nodiscard]] std::uint32_t boxed_code(const page::Page& page, std::uint32_t pre) noexcept;
/// Whether a box of the <pre> is the tool's, not the code's.
[[nodiscard]] bool is_beside_code(const page::Page& page, std::uint32_t node, std::uint32_t code) noexcept;

/// An inline element that is a line of its own: "<span class=line>".
[[nodiscard]] bool is_code_line(const page::Page& page, std::uint32_t node) noexcept;

/// A box or table of a tool that shows code without a <pre>: each of its block elements and rows is a line.
[[nodiscard]] bool is_code_box(const page::Page& page, std::uint32_t node) noexcept;

/// Code of which only the style, or a class of its tool, says that its white space is shown as it stands: a <code> of
/// several lines, a box of letters of one width. `lists`, `style`: of the element.
[[nodiscard]] bool is_told_pre(const page::Page& page, std::uint32_t node, std::uint32_t lists,
                               std::string_view style) noexcept;

/// Code without a <pre>, whose lines end with <br> and begin with no-break spaces where they stand further in.
[[nodiscard]] bool is_spaced_code(const page::Page& page, std::uint32_t node) noexcept;

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

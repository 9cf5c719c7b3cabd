/// Formulas as LaTeX, from what pages hold of them: annotations, alternative texts, MathML. Private to blocks.
#pragma once

#include <cstdint>
#include <string>

#include "page/page.hpp"

namespace pith::blocks {

/// Of a <math> element: its TeX annotation, or its alttext, or its MathML turned into LaTeX. Without delimiters; ""
/// when nothing is in it. Linear in the element.
[[nodiscard]] std::string latex_of(const page::Page& page, std::uint32_t math);

/// Whether the formula has a line of its own.
[[nodiscard]] bool is_displayed(const page::Page& page, std::uint32_t math) noexcept;

/// Of an element that says so itself, whatever it shows: "<span data-tex>"; "" for all others.
[[nodiscard]] std::string_view told_latex(const page::Page& page, std::uint32_t node) noexcept;

/// Of an element for MathML that is nothing but text in parts between blank lines: the last of them, if there are
/// others. Sites that take the tags out leave the letters of the formula and, after them, its LaTeX.
[[nodiscard]] std::string_view latex_in_text(const page::Page& page, std::uint32_t node) noexcept;

/// Of an element that holds nothing but LaTeX: its text, in one line.
[[nodiscard]] std::string latex_of_text(const page::Page& page, std::uint32_t node);

/// Of an image of a formula: its alternative text; "" for all other images.
[[nodiscard]] std::string latex_of_image(const page::Page& page, std::uint32_t image);

/// An element that a script made to show a formula that the page holds in another form too.
[[nodiscard]] bool shows_formula_again(const page::Page& page, std::uint32_t node) noexcept;

/// The same kind of element, where the page holds the formula in no other form.
[[nodiscard]] bool is_only_form(const page::Page& page, std::uint32_t node) noexcept;

/// The <math> in a tool's element (<mjx-container>) that holds nothing else to read; 0: it is none.
[[nodiscard]] std::uint32_t formula_of_tool(const page::Page& page, std::uint32_t node) noexcept;

/// Whether a <math> is the first element within.
[[nodiscard]] bool holds_formula(const page::Page& page, std::uint32_t node) noexcept;

}  // namespace pith::blocks

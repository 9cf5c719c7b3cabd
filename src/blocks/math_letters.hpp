/// Letters of formulas as LaTeX, drawn as the page has them. Private to blocks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pith::blocks {

/// How MathML's mathvariant has letters drawn; what LaTeX has no command for is drawn as the nearest that it has.
enum class MathFont : std::uint8_t {
  none,
  roman,
  bold,
  bold_italic,
  double_struck,
  script,
  fraktur,
  sans_serif,
  monospace
};

/// Of the value of mathvariant: "bold", "double-struck".
[[nodiscard]] MathFont font_of(std::string_view variant) noexcept;

/// Signs by their commands, letters of the font in its command, "\\mathbb{R}"; letters that are drawn so by their own
/// code points, "\U0001D411", likewise. What is not known is as it stands.
[[nodiscard]] std::string latex_of_signs(std::string_view utf8, MathFont font = MathFont::none);

}  // namespace pith::blocks

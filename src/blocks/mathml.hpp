/// MathML turned into LaTeX. Private to blocks.
#pragma once

#include <cstdint>
#include <string>

#include "page/page.hpp"

namespace pith::blocks {

/// Of a <math> element: fractions, roots, scripts, accents, matrices, operators and letters by name. What is not known
/// is its text. Linear in the element; nested more than 64 deep it is text alone.
[[nodiscard]] std::string latex_of_mathml(const page::Page& page, std::uint32_t math);

}  // namespace pith::blocks

/// Scripts that hold TeX: what MathJax shows of them, a reader of the page sees.
#pragma once

#include <string_view>

#include "core/arena.hpp"

namespace pith::html {

/// The page with every <script type="math/tex"> as a <math> whose alttext is the formula. The view itself when there is
/// none. Linear.
[[nodiscard]] std::string_view show_tex_scripts(std::string_view html, core::Arena& storage);

}  // namespace pith::html

/// Text that a reader of the page sees and the parser does not read: TeX in scripts, which MathJax shows, shadow trees
/// that the page declares, what pages of frames have instead of them.
#pragma once

#include <string_view>

#include "core/arena.hpp"
#include "html/vocabulary.hpp"

namespace pith::html {

/// Whether the start tag, whose source this is, may begin such text.
[[nodiscard]] bool may_begin_unparsed_text(Tag tag, std::string_view source) noexcept;

/// The page with every <script type="math/tex"> as a <math> whose alttext is the formula, every <template
/// shadowrootmode> as a <div>, and without the tags of frames around a <noframes>. The view itself when there is none.
/// Linear.
[[nodiscard]] std::string_view show_unparsed_text(std::string_view html, core::Arena& storage);

}  // namespace pith::html

/// Text that a reader of the page sees and the parser does not read: TeX in scripts, which MathJax shows, shadow trees
/// that the page declares, what pages of frames have instead of them, what follows a <noscript> with an open <iframe>,
/// or a <title> that nothing ends.
#pragma once

#include <string_view>

#include "core/arena.hpp"
#include "html/vocabulary.hpp"

namespace pith::html {

/// Whether the start tag, whose source this is, and after which `rest` stands, may begin such text.
[[nodiscard]] bool may_begin_unparsed_text(Tag tag, std::string_view source, std::string_view rest) noexcept;

/// The page with every <script type="math/tex"> as a <math> whose alttext is the formula, every <template
/// shadowrootmode> as a <div>, without the tags of frames around a <noframes>, and with an end of every <iframe> that
/// its <noscript> ends: browsers, which run scripts, read no tags in there, while the parser would take the rest of the
/// page for the content of "<noscript><iframe src=... /></noscript>". A <title> that nothing ends, as on damaged pages,
/// ends where the next tag begins; a <script src=... /> or the like that nothing ends, as in chapters of books (XHTML),
/// at once. The view itself when there is none. Linear.
[[nodiscard]] std::string_view show_unparsed_text(std::string_view html, core::Arena& storage);

}  // namespace pith::html

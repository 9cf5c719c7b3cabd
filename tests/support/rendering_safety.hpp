/// What HTML may hold, so that a browser runs nothing of a page's: for RenderingPromises.
#pragma once

#include <string>
#include <string_view>

namespace pith::test {

/// "" when the HTML has only elements and attributes that show text, and addresses that run nothing; else what is
/// wrong. `html` as pith/render.hpp promises it.
[[nodiscard]] std::string unsafe_html(std::string_view html);

/// The same of what a parser of Markdown made, which has some elements and attributes more.
[[nodiscard]] std::string unsafe_markdown(std::string_view html);

/// Whether a browser that follows the address runs nothing.
[[nodiscard]] bool runs_nothing(std::string_view address);

}  // namespace pith::test

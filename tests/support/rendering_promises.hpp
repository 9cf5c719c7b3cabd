/// What holds of the renderings of every article: for a fuzzer, and for tests over pages and over the fuzzer's cases.
#pragma once

#include <string>
#include <string_view>

#include <pith/article.hpp>

namespace pith::test {

/// "" when the HTML has only elements and attributes that show text, and addresses that run nothing; else what is
/// wrong. `html` as pith/render.hpp promises it.
[[nodiscard]] std::string unsafe_html(std::string_view html);

/// The same of what a parser of Markdown made, which has some elements and attributes more.
[[nodiscard]] std::string unsafe_markdown(std::string_view html);

/// The promise that the article's HTML or Markdown breaks, "" when they keep all: both are safe; Gumbo reads the same
/// text from the HTML, and pith the same blocks in the same places; cmark-gfm reads every block from the Markdown, with
/// its frames and its text.
[[nodiscard]] std::string broken_rendering(const Article& article);

}  // namespace pith::test

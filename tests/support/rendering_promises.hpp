/// What holds of the renderings of every article: for a fuzzer, and for tests over pages and over the fuzzer's cases.
#pragma once

#include <string>
#include <string_view>

#include <pith/article.hpp>

namespace pith::test {

/// The promise that the article's HTML or Markdown breaks, "" when they keep all: both are safe; Gumbo reads the same
/// text from the HTML, and pith the same blocks in the same places; cmark-gfm reads every block from the Markdown, with
/// its frames and its text.
[[nodiscard]] std::string broken_rendering(const Article& article);

}  // namespace pith::test

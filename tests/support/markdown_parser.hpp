/// MarkdownParser: cmark-gfm, with GitHub's tables, deletions and footnotes.
#pragma once

#include <string>
#include <string_view>

namespace pith::test {

/// The HTML that it makes of Markdown; HTML within is kept.
[[nodiscard]] std::string parse_markdown(std::string_view markdown);

}  // namespace pith::test

/// Underlines: the way that Markdown and reStructuredText mark headings, and letters did before them.
#pragma once

#include <string_view>

namespace pith::plain_text {

/// Whether `line`, right below the paragraph `heading` of one line, underlines it: "=====". Both are trimmed.
[[nodiscard]] bool underlines(std::string_view line, std::string_view heading) noexcept;

}  // namespace pith::plain_text

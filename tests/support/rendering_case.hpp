/// RenderingCase: articles from any bytes, for a fuzzer of the renderings, and for the tests that replay its cases.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <pith/article.hpp>

namespace pith::test {

/// HTML that the bytes stand for: printable ASCII and newlines are text, other bytes an element's beginning or end
/// each. So every change of a byte gives another structure, and few are malformed alone.
[[nodiscard]] std::string html_of_tokens(std::string_view bytes);

/// The page's blocks, whatever a model would say of them: all with `choice` 0, else three quarters, chosen by it.
[[nodiscard]] Article unjudged_article(std::string_view html, std::uint8_t choice = 0);

/// The article of a case: its first byte tells whether the others are HTML (even) or tokens (odd), the second is the
/// choice of blocks.
[[nodiscard]] Article rendering_case(std::string_view bytes);

}  // namespace pith::test

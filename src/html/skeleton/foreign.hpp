/// SVG and MathML in HTML: where such an island ends when nothing in it concerns the page around it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pith::html {

/// One past the text "<![CDATA[...]]>" in SVG or MathML that begins at `less_than`; html.size() when nothing ends it.
[[nodiscard]] std::size_t cdata_end(std::string_view html, std::size_t less_than) noexcept;

enum class ForeignLanguage : std::uint8_t { svg, math };

/// One past the "</svg>" (or "</math>") that closes the island whose start tag ends at `begin`. npos when the island is
/// not plainly nested or holds HTML: then only a parser can tell where it ends.
[[nodiscard]] std::size_t plain_island_end(std::string_view html, std::size_t begin, ForeignLanguage language);

}  // namespace pith::html

/// Sniff: what kind of bytes these are.
#pragma once

#include <string_view>

namespace pith::page {

/// Whether this is no text at all (an image, an archive, ...): control characters that no text has, other than NUL,
/// make 3 % of it; reads at most the first 4 KiB.
[[nodiscard]] bool looks_binary(std::string_view utf8) noexcept;

/// Whether the bytes look like HTML rather than text; reads at most the first 4 KiB.
[[nodiscard]] bool looks_like_html(std::string_view utf8) noexcept;

}  // namespace pith::page

/// Metadata: what a page says about its article, from several sources in order of precedence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

#include "blocks/blocks.hpp"
#include "page/page.hpp"

namespace pith::metadata {

/// One source's answer: fields it does not know are empty.
[[nodiscard]] Metadata from_json_ld(const page::Page& page);
[[nodiscard]] Metadata from_meta_tags(const page::Page& page);
/// Reads the visible bylines, dates and source lines ("By ..., 12 May 2024"): labelled ones in any short line, others
/// near the headline only. `title_block` is the block that shows the headline, -1 when unknown.
[[nodiscard]] Metadata from_visible_text(const page::Page& page, const blocks::BlockList& blocks,
                                         std::int32_t title_block);

/// Merges by the precedence table (merge.cpp): per field, the first source that knows it.
/// Resolves URLs against `url`, cuts the site's name off the title, guesses the language from the text when undeclared.
[[nodiscard]] Metadata collect(const page::Page& page, const blocks::BlockList& blocks, std::int32_t title_block,
                               std::string_view url);

/// The page's own best words for its headline before any block was judged: og:title, JSON-LD headline or <title>
/// without the site's name. Views the page.
[[nodiscard]] std::string_view headline_of(const page::Page& page) noexcept;

/// A date in any common notation (ISO 8601, RFC 2822, 2024年3月23日, "March 23, 2024", "23. März 2024"); unknown if
/// none.
[[nodiscard]] Date parse_date(std::string_view text) noexcept;

/// RFC 3986 reference resolution; `reference` as it is when `base` is empty or not hierarchical.
[[nodiscard]] std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace pith::metadata

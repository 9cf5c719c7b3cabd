/// Metadata: what a page says about its article, from many sources by confidence.
///
/// A source is one .cpp with one function that fills what it finds, and one row in source_table.cpp, which says
/// how far its word counts for each field. collect() asks all of them and takes, field by field, the surest word.
/// In: a Page and its blocks. Out: a Metadata. Read collect.cpp first, then readers.hpp. dates.hpp and names.hpp read
/// dates and names of people in any text; their words are rows in src/data/metadata.
#pragma once

#include <string>
#include <string_view>

#include <pith/article.hpp>

#include "blocks/blocks.hpp"
#include "page/page.hpp"

namespace pith::metadata {

/// What is known of the page beside itself.
struct Request {
  std::int32_t title_block = -1;  ///< the block that shows the headline, -1 when unknown
  std::string_view url = {};      ///< of the page; may be empty
  Date fetched_at = {};           ///< unknown: relative dates say nothing
  bool guesses = true;            ///< false: sources that only guess are not asked
};

/// Resolves URLs against the page's, decodes what is encoded twice, guesses the language from the text when undeclared.
[[nodiscard]] Metadata collect(const page::Page& page, const blocks::BlockList& blocks, const Request& request);

/// The title that collect() finds, at a part of the cost.
[[nodiscard]] std::string find_title(const page::Page& page, const blocks::BlockList& blocks, const Request& request);

/// The page's own best words for its headline before any block was scored: og:title, JSON-LD headline or <title>
/// without the site's name. Views the page. The scorer's features are made with it, so its values may only change
/// together with the models; Metadata::title has rules of its own (titles.cpp).
[[nodiscard]] std::string_view headline_of(const page::Page& page) noexcept;

/// What references on the page are resolved against: its <base>, or `url`, its address, where it has none. Of more than
/// 4,096 bytes, which servers refuse, either counts as missing: each link of the page would carry it.
[[nodiscard]] std::string base_url_of(const page::Page& page, std::string_view url);

/// RFC 3986 reference resolution; `reference` as it is when `base` is empty or not hierarchical.
[[nodiscard]] std::string resolve_url(std::string_view base, std::string_view reference);

}  // namespace pith::metadata

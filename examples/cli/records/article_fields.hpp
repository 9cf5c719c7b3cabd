/// What a record says of an article, as JSON; `pith filter` and `pith batch` write the same.
#pragma once

#include <pith.hpp>
#include <string>
#include <string_view>

#include "options/extraction.hpp"
#include "records/json_text.hpp"

namespace records {

struct ArticleFormat {
  cli::Format rendering =
      cli::Format::text;  ///< json: the object of `pith --to json`, named "article" instead of "text"
  cli::RenderingStyle style;
  std::string prefix;  ///< before each name
  bool spans = false;  ///< "attributes" as of Dolma; with Format::text only
};

/// The values of one article, rendered once. Each is JSON.
struct ArticleFields {
  std::string rendering;   ///< a string; an object where the format is json
  std::string metadata;    ///< an object, as in `pith --to json`
  std::string language;    ///< a string
  std::string attributes;  ///< an object; empty unless asked for
  std::string confidence;
  std::string verdict;
  std::string charset;
};

/// Takes the article apart: its blocks are gone afterwards.
[[nodiscard]] ArticleFields make_fields(pith::Article&& article, const ArticleFormat& format);

/// Writes the fields as members, in the order of the names below.
void write_fields(ObjectWriter& record, const ArticleFields& fields, const ArticleFormat& format);

/// Names without the prefix, in the order in which they are written.
inline constexpr std::string_view rendering_name = "text";
inline constexpr std::string_view article_name = "article";
inline constexpr std::string_view metadata_name = "metadata";
inline constexpr std::string_view confidence_name = "confidence";
inline constexpr std::string_view verdict_name = "verdict";
inline constexpr std::string_view language_name = "language";
inline constexpr std::string_view charset_name = "charset";
inline constexpr std::string_view attributes_name = "attributes";

}  // namespace records

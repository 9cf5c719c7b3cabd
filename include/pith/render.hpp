/// Renderings of an Article, each in two forms: to_x() returns a string; append_x() appends the same bytes to `out`, a
/// buffer of the caller's whose memory is reused. If memory runs out (std::bad_alloc), `out` holds a part of them.
/// They use only pith/article.hpp, so a format of your own can be written the same way.
/// Thread rule: pure functions. Cost: linear in the article.
#pragma once

#include <cstdint>
#include <string>

#include <pith/export.h>
#include <pith/article.hpp>

namespace pith {

/// Whether links keep their targets.
enum class Links : std::uint8_t { drop, keep };

/// The title where Article::title_in_text says so, then every kept block; blocks are separated by a blank line, list
/// items and table rows of one list or table by a newline. Ends with a newline unless the article is empty.
[[nodiscard]] PITH_API std::string to_text(const Article& article);
PITH_API void append_text(const Article& article, std::string& out);

/// CommonMark with tables: headings, lists, quotes, fenced code, emphasis; special characters are escaped.
[[nodiscard]] PITH_API std::string to_markdown(const Article& article, Links links = Links::keep);
PITH_API void append_markdown(const Article& article, std::string& out, Links links = Links::keep);

/// An HTML fragment, `<article>...</article>`: escaped, only h1-h6 p ul ol li blockquote pre code table tr td
/// figcaption dl dd strong em a br, and of attributes only href with http, https or mailto.
[[nodiscard]] PITH_API std::string to_html(const Article& article, Links links = Links::keep);
PITH_API void append_html(const Article& article, std::string& out, Links links = Links::keep);

/// How JSON is laid out.
enum class JsonLayout : std::uint8_t {
  one_line,  ///< no newline within or at the end: one record of JSON Lines
  indented,  ///< two spaces a level, newline at the end
};

/// Whether JSON tells where each field of the metadata was found: "origins" with "source" and "confidence" by field.
enum class JsonOrigins : std::uint8_t { leave_out, write };

/// JSON (RFC 8259) with the field names of README.md, which stay stable within a major version.
[[nodiscard]] PITH_API std::string to_json(const Article& article, JsonLayout layout = JsonLayout::indented,
                                           JsonOrigins origins = JsonOrigins::leave_out);
PITH_API void append_json(const Article& article, std::string& out, JsonLayout layout = JsonLayout::indented,
                          JsonOrigins origins = JsonOrigins::leave_out);

}  // namespace pith

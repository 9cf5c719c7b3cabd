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

/// How rows of tables are written as text.
enum class TextTables : std::uint8_t {
  tabs,    ///< cells separated by tabs
  aligned  ///< columns filled up with spaces, for a fixed-width font; CJK characters count two columns, and cells of
           ///< more than 200 columns none
};

/// Whether list items begin with "- " or their number, and "[ ] " or "[x] " where they are something to do, indented by
/// two spaces for each list around.
enum class ListMarks : std::uint8_t { drop, keep };

struct PITH_API TextStyle {
  TextTables tables = TextTables::tabs;
  ListMarks list_marks = ListMarks::drop;
};

/// The title where Article::title_in_text says so, then every kept block that has text of its own (no image, rule or
/// embed, nor a block of Category::caption); blocks are separated by a blank line, list items and table rows of one
/// list or table by a newline. Ends with a newline unless the article is empty.
[[nodiscard]] PITH_API std::string to_text(const Article& article, TextStyle style = {});
PITH_API void append_text(const Article& article, std::string& out, TextStyle style = {});

/// CommonMark with tables, deletions and footnotes as GitHub reads them: headings, nested lists, quotes, fenced code,
/// emphasis, images, formulas between dollar signs; special characters are escaped, but not in formulas. What has no
/// mark is HTML: raised letters, tables whose cells span or hold blocks, details. Definitions begin with ": ".
[[nodiscard]] PITH_API std::string to_markdown(const Article& article, Links links = Links::keep);
PITH_API void append_markdown(const Article& article, std::string& out, Links links = Links::keep);

/// An HTML fragment, `<article>...</article>`: escaped, only elements for text (no script, style, frame or form), and
/// of attributes only href and src with http, https, mailto or no scheme, alt, class of a code's language, numbers of
/// lists and spans of cells, what ties a note to its reference, and on `<article>` lang and dir ("rtl") where the
/// language is known. Embeds are links.
[[nodiscard]] PITH_API std::string to_html(const Article& article, Links links = Links::keep);
PITH_API void append_html(const Article& article, std::string& out, Links links = Links::keep);

/// The metadata as YAML between lines of "---", for readers that expect it before Markdown: fields that are known, with
/// the names of JSON, and the verdict. Put it before to_markdown(). Ends with a newline.
[[nodiscard]] PITH_API std::string to_front_matter(const Article& article);
PITH_API void append_front_matter(const Article& article, std::string& out);

/// An XML document of TEI P5 (tests/schemas/tei.rng says which part of it): the metadata in its header, a division for
/// each heading outside of frames, code as `<ab type="code">`, formulas as LaTeX. Well-formed whatever the text holds.
[[nodiscard]] PITH_API std::string to_tei(const Article& article, Links links = Links::keep);
PITH_API void append_tei(const Article& article, std::string& out, Links links = Links::keep);

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

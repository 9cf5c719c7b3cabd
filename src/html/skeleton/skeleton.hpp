/// Skeleton: a page made short for the parser. Gumbo spends a full round of its lexer and tree builder on every
/// character, so it is handed only what it has to decide: each run of text and of properly nested elements is one
/// private-use code point (two in long pages), attributes stand in a table beside it, scripts, styles, comments and
/// head data are left out. Everything else is left to Gumbo: implied tags, tables, forms, foster parenting,
/// adoption. Where the pass is not certain what the parser would see, the rest of the page follows as it is.
///
/// In: text. Out: a Skeleton and the head of the Page. writer.cpp is the pass, read it first; nesting.cpp (what is
/// open), nesting_ends.cpp (what a tag ends) and nesting_rules.cpp (tables of tags) are its model of the parser;
/// run_reader gives read_html the runs back, from tag_notes, which keep what the pass has read. A tag that is treated
/// otherwise is a row in nesting_rules.cpp, and a case of tests/properties/reader_equality_test.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"
#include "html/lexer.hpp"
#include "html/skeleton/folding.hpp"
#include "html/skeleton/nesting.hpp"
#include "html/skeleton/tag_notes.hpp"
#include "html/unparsed_text.hpp"
#include "html/vocabulary.hpp"
#include "page/page_builder.hpp"

namespace pith::html {

/// [begin, end) of the page.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// The start tag at `place` of the skeleton, which is written without its attributes.
struct WrittenTag {
  std::uint32_t place = 0;
  std::uint32_t note = 0;  ///< its number in Skeleton::notes
};

/// Reused from page to page.
struct Skeleton {
  std::string html;                ///< what the parser gets
  std::vector<ByteRange> runs;     ///< by number; read by RunReader
  std::vector<WrittenTag> tags;    ///< those that have attributes, ordered by place
  TagNotes notes;                  ///< of all tags of the page that the pass came to
  std::uint64_t flattened = 0;     ///< start tags left out because they were nested too deep
  std::uint64_t left_out = 0;      ///< start tags of blocks after the page's end as far as it is read
  bool has_unparsed_text = false;  ///< show_unparsed_text() may change the page
  RawTextEnds raw_text_ends;
  Nesting nesting;
  Folding folding;
  std::vector<NamedAttribute> named;  // of the head element at hand
  std::string name;                   // of the tag at hand, in lower case; SkeletonWriter: of tags that Tag has not

  void note_start_tag(std::string_view utf8, const StartTag& start) noexcept {
    has_unparsed_text = has_unparsed_text || may_begin_unparsed_text(utf8, start, raw_text_ends);
  }
};

/// False: no parser should see this page, it would take too long.
[[nodiscard]] bool write_skeleton(std::string_view utf8, const Limits& limits, HtmlReading reading, Page& page,
                                  Skeleton& out);

/// Runs below this number take one code point in the skeleton, the others two.
constexpr std::int64_t single_run_count = 0xFFF0;

/// The number of the run that stands at text[position], which it moves after it; -1 when none stands there.
[[nodiscard]] std::int64_t next_run(std::string_view text, std::size_t& position) noexcept;

/// Appends the characters that stand for a run.
void append_run_number(std::uint32_t number, std::string& out);

/// Whether next_run() could find a run in it, also after a character reference.
[[nodiscard]] bool may_hold_run_numbers(std::string_view utf8) noexcept;

}  // namespace pith::html

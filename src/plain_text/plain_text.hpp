/// Plain text: from valid UTF-8 to a Page, a line a paragraph.
/// In: text. Out: a Page. read_text.cpp is the reader, read it first; wrapping.cpp makes whole what a program wrapped,
/// long_line.cpp cuts what has no line breaks. A mark that makes a line a heading or a list item goes into
/// read_text.cpp.
#pragma once

#include <string_view>

#include "page/crowding.hpp"
#include "page/page.hpp"

namespace pith::plain_text {

/// Reads plain text: root html > body > one element per line that is not blank, in order: `p`, `li` (it began with a
/// bullet, which is cut off), or `h2` (Markdown-like "# ..." or "== ... ==" headings, marks cut off). One giant line
/// (over 2,000 bytes without line breaks) is split at sentence ends into lines of a few hundred bytes. Lines without
/// number are joined (crowding.hpp). A text that is one line with CJK sentences is cut from 600 bytes on, a sentence a
/// part: see long_line.hpp. Lines far beyond `max_blocks` are not read; returns how many.
std::uint64_t read_text(std::string_view utf8, page::Page& out, std::uint64_t max_blocks = page::Crowding::no_limit);

}  // namespace pith::plain_text

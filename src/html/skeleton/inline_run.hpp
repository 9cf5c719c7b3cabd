/// Inline runs: properly nested inline elements with their text, such as `see <a href=x>the <b>map</b></a> and`. Every
/// tokenizer reads them alike and no rule of the tree reaches into them, so the parser need not see more than that text
/// stands there.
#pragma once

#include <cstddef>
#include <string_view>

#include "html/lexer.hpp"
#include "html/skeleton/tag_notes.hpp"
#include "html/vocabulary.hpp"

namespace pith::html {

struct InlineRun {
  std::size_t end = 0;          ///< one past the run; where it should have begun: there is none
  std::size_t element_end = 0;  ///< one past its last element; only text follows
  std::size_t examined = 0;     ///< how far the markup was looked at: what was found wanting need not be tried again
};

/// The longest run that begins with the start tag `first`, ends outside all of its elements, and has at most
/// `formatting_room` formatting elements in each other; one of many is as long as the caller should note at once.
/// `first` was noted last; the other tags of the run are noted after it. For pages without NUL.
[[nodiscard]] InlineRun inline_run(std::string_view html, const TagToken& first, TagNotes& notes,
                                   std::size_t formatting_room);

/// Plain inline elements that have no end tag.
[[nodiscard]] constexpr bool is_empty_inline(Tag tag) noexcept {
  return tag == Tag::br || tag == Tag::img || tag == Tag::wbr || tag == Tag::source;
}

}  // namespace pith::html

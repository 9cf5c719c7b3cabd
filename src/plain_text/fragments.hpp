/// Fragments: plain text with a line for each text node, as get_text("\n") of BeautifulSoup leaves it: a link in a
/// sentence makes three lines of it. Such lines are known by the marks that they begin with.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::plain_text {

/// Whether the text has such lines: twice a line begins with a mark that goes on a sentence (", and", ".", "）"). Of
/// pages so written two in three are like that, of other texts one in thirty. Linear; reads up to the second such line.
[[nodiscard]] bool has_fragments(std::string_view utf8) noexcept;

/// Lines of a text that has fragments.
struct Fragment {
  std::string_view last;        ///< the line above; empty: none is right above
  std::string_view line;        ///< the line at hand
  std::string_view next;        ///< the line below
  std::size_t block_bytes = 0;  ///< of the block that `last` ends
};

/// Whether the line goes on the sentence that the one above it began.
[[nodiscard]] bool continues_sentence(const Fragment& fragment) noexcept;

/// Whether a space stood between two fragments of a sentence: not before a mark, nor between two CJK characters.
[[nodiscard]] bool is_parted_by_space(std::string_view last, std::string_view line) noexcept;

}  // namespace pith::plain_text

/// Long lines: a line that holds many sentences, or a whole page with its notices and lists. It is cut into parts that
/// are scored one by one. Private to the reader.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::plain_text {

/// How a line is cut.
struct LineCut {
  std::size_t least_bytes = 0;  ///< of a part that ends with a sentence
  /// Paragraphs are told by full-width and double blanks, and what follows the last sentence is cut at every blank.
  bool at_blanks = false;
  /// With at_blanks: end_of_sentences() of the rest of the line.
  std::size_t sentences_end = std::string_view::npos;
};

/// The first part of a line. `begins_paragraph`: what follows it is a paragraph of its own, not the next sentence.
struct LinePart {
  std::size_t end = 0;
  bool begins_paragraph = false;
};

/// Linear in the part.
[[nodiscard]] LinePart first_part(std::string_view line, const LineCut& cut) noexcept;

/// Where the text begins in a line with CJK sentences that menus, a breadcrumb or a date stand in front of, words
/// between blanks: "Home News Sport Yesterday the bridge ...". 0: nothing stands in front. Linear.
[[nodiscard]] std::size_t end_of_head(std::string_view line) noexcept;

/// The same for lines in other scripts, by the words that menus have: three and more of them (words.tsv), in a row but
/// for bars, arrows and a word between two. 0: the line has no sentence, or nothing stands in front. Linear.
[[nodiscard]] std::size_t end_of_menu(std::string_view line) noexcept;

/// One past the last CJK sentence end of the line and the quotes that close after it; npos: it has none. Linear.
[[nodiscard]] std::size_t end_of_sentences(std::string_view line) noexcept;

}  // namespace pith::plain_text

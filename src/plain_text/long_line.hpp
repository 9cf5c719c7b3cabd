/// Long lines: a line that holds many sentences, or a whole page with its notices and lists. It is cut into parts that
/// can be judged one by one. Private to the reader.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::plain_text {

/// How a line is cut.
struct LineCut {
  std::size_t least_bytes = 0;  ///< of a part that ends with a sentence
  bool at_blanks = false;  ///< before full-width and double blanks too, and between the words behind the last sentence
};

/// Where the first part of the line ends. `begins_paragraph`: whether a new paragraph begins there, rather than the
/// next sentence. Linear in the part, and once in the line for the end of its sentences.
struct LinePart {
  std::size_t end = 0;
  bool begins_paragraph = false;
};
[[nodiscard]] LinePart first_part(std::string_view line, const LineCut& cut) noexcept;

/// Behind the last CJK sentence end of the line; npos: it has none.
[[nodiscard]] std::size_t end_of_sentences(std::string_view line) noexcept;

}  // namespace pith::plain_text

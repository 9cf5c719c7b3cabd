/// ElementScore: how many of a page's elements that stand within its gold text are still such elements in the output.
///
/// Method, the same for every row: the page, and each rendering, are read into elements with one and the same reader
/// (support/html_elements.hpp). An element of the page counts when its text stands in the gold text, white space aside;
/// a short one with the text around it, an image when the text on both sides does, a quote when the gold text has it as
/// often as the page. It is kept when the rendering has an element of its kind with the same text, white space aside;
/// inline elements also with the same six bytes before.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/html_elements.hpp"

namespace pith::quality {

enum class Row : std::uint8_t {
  tables,     ///< a table with at least half of its cells
  adjacency,  ///< mean F1 of the pairs of cells side by side, or one below the other
  inline_code,
  code,
  code_language,
  code_space,  ///< of code that is kept: every blank and line break, but for those at the ends of lines
  images,
  lazy_images,
  image_texts,  ///< alternative texts
  captions,
  quotes,
  terms,
  definitions,
  rules,
  raised,    ///< sup and sub
  formulas,  ///< LaTeX, letter by letter
  items,
  nesting,  ///< of items that are kept and stand in another that is: in that one
};
inline constexpr std::size_t row_count = static_cast<std::size_t>(Row::nesting) + 1;
[[nodiscard]] const char* name_of(Row row) noexcept;

struct RowScore {
  std::size_t count = 0;
  double kept = 0;
  [[nodiscard]] double share() const { return count == 0 ? 0 : kept / static_cast<double>(count); }
};

/// One rendering, read.
struct Rendering {
  test::HtmlElements elements;
  std::string source;  ///< of Markdown: itself without white space, for formulas; empty for HTML
};

struct ElementScores {
  std::array<RowScore, row_count> rows;
  std::vector<std::string> lost;  ///< "row: text", when asked for
  bool wants_lost = false;
};

/// Adds one page to the scores. `gold` is text.
void add_elements(const test::HtmlElements& page, std::string_view gold, const Rendering& rendering,
                  ElementScores& scores);

}  // namespace pith::quality

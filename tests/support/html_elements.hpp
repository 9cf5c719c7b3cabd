/// HtmlElements: what an HTML text holds, element by element, told by Gumbo's tree alone: the same reading for a page,
/// for pith's HTML, and for what a parser of Markdown makes of pith's Markdown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith::test {

enum class ElementKind : std::uint8_t {
  table,
  inline_code,
  code,
  image,
  caption,  ///< of a figure; also a paragraph that is emphasis from end to end
  quote,
  term,
  definition,
  rule,
  superscript,
  subscript,
  formula,
  item,
};

/// A cell in the table's grid.
struct TableCell {
  std::uint32_t row = 0, column = 0;
  std::uint32_t rows = 1, columns = 1;
  std::size_t begin = 0, end = 0;  ///< in HtmlElements::flow
};

struct Element {
  ElementKind kind = ElementKind::rule;
  std::size_t begin = 0, end = 0;           ///< its text in HtmlElements::flow; of an item: up to the first list in it
  std::size_t block_begin = 0;              ///< of inline elements: where the block around begins
  std::size_t figure_begin = 0;             ///< of an image: where the figure around begins, or itself
  std::size_t figure_end = 0;               ///< where that ends
  std::int32_t outer = -1;                  ///< of an item: the item around it; -1: none
  std::string raw = {};                     ///< of code: its text; of a formula: its LaTeX
  std::string detail = {};                  ///< of code: its language, lower case; of an image: its alternative text
  std::vector<std::string> addresses = {};  ///< of an image: file names of all addresses that it may have
  bool is_content = true;                   ///< of an image: not small, and no icon, logo, badge or pixel by its name
  bool is_lazy = false;                     ///< of an image: its src is not its address
  bool is_plain = true;                     ///< of code: lines are told by line breaks alone
  std::vector<TableCell> cells = {};        ///< of a table
  std::uint32_t tables_within = 0;          ///< of a table
};

struct HtmlElements {
  std::string flow;  ///< all text that is shown, without white space
  std::vector<Element> elements;

  [[nodiscard]] std::string_view text(const Element& element) const {
    return std::string_view(flow).substr(element.begin, element.end - element.begin);
  }
};

/// Text without white space: spaces, line breaks, no-break and zero-width spaces; and without soft hyphens and the
/// pilcrows that link to headings.
[[nodiscard]] std::string without_space(std::string_view utf8);

/// The last part of an address, without query.
[[nodiscard]] std::string file_of(std::string_view address);

/// Scripts, styles, noscript and what is not displayed are left out. Deep trees are cut.
[[nodiscard]] HtmlElements read_html_elements(std::string_view utf8);

}  // namespace pith::test

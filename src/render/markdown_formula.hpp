/// Formulas in Markdown: between their delimiters nothing is escaped, since their readers know no Markdown. Readers of
/// Markdown know no formulas: what they would take for HTML within one is none any more. Private to render.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace pith::render {

inline bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
inline bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// LaTeX without delimiters: a space after each "<" that might begin an element, which means the same to LaTeX.
[[nodiscard]] std::string formula_markdown(std::string_view latex);

/// The same with delimiters on lines of their own, and "{}", which is nothing to LaTeX, before what a reader of
/// Markdown would take for the beginning of a quote, a list, a heading or another block.
[[nodiscard]] std::string display_markdown(std::string_view latex);

/// Finds the formulas of one text, asked at places from its beginning on.
class FormulaFinder {
 public:
  /// Length of the formula that the rest of the text begins with, with its delimiters; 0: it begins with none, or with
  /// one that would be read as HTML and has to be escaped.
  std::size_t length_at(std::string_view rest);

 private:
  struct Delimiters {
    std::string_view open;
    std::string_view close;
  };
  static constexpr std::array<Delimiters, 3> all = {{{"\\(", "\\)"}, {"\\[", "\\]"}, {"$$", "$$"}}};

  /// Length of "\begin{align}" and so on, which scripts read as a formula without delimiters; 0: there is none.
  std::size_t environment_at(std::string_view rest);

  // What was not found in the rest is not searched for again, which would be quadratic.
  std::array<bool, all.size()> never_closed_{};
  bool has_unclosed_environment_ = false;
  const char* tag_ = nullptr;  // the last one found: what is opened before it has it, too
};

}  // namespace pith::render

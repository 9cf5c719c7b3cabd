/// Word score: multiset precision, recall and F1 over words, as WCXB's scorer counts them.
#pragma once

#include <string>
#include <string_view>

namespace pith::quality {

/// Each 0 to 1.
struct WordScore {
  double precision = 0;
  double recall = 0;
  double f1 = 0;

  WordScore& operator+=(const WordScore& other) noexcept;
  [[nodiscard]] WordScore over(double count) const noexcept;
};

/// An empty gold text asks for an empty output.
[[nodiscard]] WordScore score_words(std::string_view output, std::string_view gold);

/// The text without white space: how labelled lines are looked for in an output.
[[nodiscard]] std::string squeeze(std::string_view utf8);

/// The text with every run of white space as one space: how snippets are looked for.
[[nodiscard]] std::string collapse(std::string_view utf8);

/// Code points of valid UTF-8.
[[nodiscard]] std::size_t count_characters(std::string_view utf8) noexcept;

}  // namespace pith::quality

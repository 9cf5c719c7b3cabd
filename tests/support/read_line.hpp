/// ReadLine: a line of ReadBack under construction. Private to read_back.cpp and read_article.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith::test {

/// One line.
struct ReadLine {
  std::string frames = {};
  std::string kind = {};
  std::string text = {};
  bool has_formula = false;
  bool in_cell = false;
  std::string note = {};
  std::uint32_t table = 0;  // of a cell: another number for another table

  [[nodiscard]] std::string print() const;
};

/// Percent signs with two digits as bytes, spaces aside: parsers of Markdown encode what addresses may not hold.
[[nodiscard]] std::string decoded(std::string_view address);

/// In order; those of notes after the others.
[[nodiscard]] std::vector<std::string> print_all(std::vector<ReadLine> lines);

}  // namespace pith::test

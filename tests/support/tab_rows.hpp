/// Rows of text files with fields between tabs: cases of tests, and the data of the library.
#pragma once

#include <string>
#include <vector>

namespace pith::test {

using Row = std::vector<std::string>;

/// Lines with fields between tabs, comments left out.
inline std::vector<Row> split_rows(const std::string& bytes) {
  std::vector<Row> rows(1, Row(1));
  for (const char c : bytes) {
    if (c == '\n') {
      rows.emplace_back(1);
    } else if (c == '\t') {
      rows.back().emplace_back();
    } else {
      rows.back().back() += c;
    }
  }
  std::erase_if(rows, [](const Row& row) { return row.front().empty() || row.front().starts_with("# "); });
  return rows;
}

}  // namespace pith::test

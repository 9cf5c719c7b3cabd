/// GoldenPage: a page of tests/golden and what a reader expects of it; tests/golden/README.md tells the format.
#pragma once

#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/fixtures.hpp"

namespace pith::test {

/// One line of an .expect file: "keep", and the text.
struct Expectation {
  std::string input;  ///< "html", "text"; empty: both
  std::string what;
  std::string value;

  [[nodiscard]] bool is_of(std::string_view of_input) const { return input.empty() || input == of_input; }
  [[nodiscard]] bool says_the_same(const Expectation& other) const {
    return what == other.what && value == other.value;
  }
};

struct GoldenPage {
  std::string name;
  std::string html;
  std::string text;
  std::vector<Expectation> expectations;
  std::vector<Expectation> known_wrong;

  [[nodiscard]] bool is_known_wrong(std::string_view input, const Expectation& expectation) const {
    return std::any_of(known_wrong.begin(), known_wrong.end(), [&](const Expectation& wrong) {
      return wrong.is_of(input) && wrong.says_the_same(expectation);
    });
  }
};

/// Cuts the first word off.
inline std::string take_word(std::string& line) {
  const std::size_t end = std::min(line.find(' '), line.size());
  std::string word = line.substr(0, end);
  line.erase(0, std::min(end + 1, line.size()));
  return word;
}

inline Expectation read_expectation(std::string line) {
  Expectation expectation;
  expectation.what = take_word(line);
  if (expectation.what == "html" || expectation.what == "text") {
    expectation.input = expectation.what;
    expectation.what = take_word(line);
  }
  expectation.value = line;
  return expectation;
}

inline void read_expectations(const std::string& file, GoldenPage& page) {
  std::istringstream lines(file);
  auto* list = &page.expectations;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line == "known_wrong") {
      list = &page.known_wrong;
    } else {
      list->push_back(read_expectation(line));
    }
  }
}

/// All pages of `folder`, by name.
inline std::vector<GoldenPage> load_golden_pages(const std::filesystem::path& folder) {
  std::vector<GoldenPage> pages;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::filesystem::path path = entry.path();
    if (path.extension() != ".expect") continue;
    GoldenPage page;
    page.name = path.stem().string();
    read_expectations(read_file(path), page);
    page.html = read_file(path.replace_extension(".html"));
    page.text = read_file(path.replace_extension(".txt"));
    pages.push_back(std::move(page));
  }
  std::sort(pages.begin(), pages.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return pages;
}

}  // namespace pith::test

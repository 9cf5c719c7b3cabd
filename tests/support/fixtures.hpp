/// Fixtures: the pages of tests/golden as bytes.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace pith::test {

struct Fixture {
  std::string name;
  std::string bytes;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// All *.html and *.txt pages below `folder`, by name.
inline std::vector<Fixture> load_fixtures(const std::filesystem::path& folder) {
  std::vector<Fixture> fixtures;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto extension = entry.path().extension();
    if (extension != ".html" && extension != ".txt") continue;
    fixtures.push_back({entry.path().filename().string(), read_file(entry.path())});
  }
  std::sort(fixtures.begin(), fixtures.end(), [](const Fixture& a, const Fixture& b) { return a.name < b.name; });
  return fixtures;
}

}  // namespace pith::test

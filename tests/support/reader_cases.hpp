/// Pages on disk for the tests that compare the two readings of HTML.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "text/text.hpp"

namespace pith::test {

inline std::string decoded(const std::string& bytes) {
  text::DecodedText decoded;
  std::vector<Notice> notices;
  text::decode(bytes, {}, decoded, notices);
  return std::string(decoded.utf8);
}

/// All files below `folder`, by path.
inline std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// The "#data" of a file of html5lib's tree construction cases. Left out is where Gumbo 0.10.1 counts past the end of
/// its integer and writes no UTF-8; the skeleton follows the standard.
inline std::vector<std::string> html5lib_cases(const std::string& file) {
  constexpr std::string_view data = "#data\n";
  std::vector<std::string> cases;
  for (std::size_t at = file.find(data); at != std::string::npos; at = file.find(data, at + 1)) {
    if (at != 0 && file[at - 1] != '\n') continue;
    const std::size_t end = file.find("\n#errors", at);
    if (end == std::string::npos || end < at + data.size()) continue;
    std::string html = file.substr(at + data.size(), end - at - data.size());
    if (html.find("&#11111111111") == std::string::npos) cases.push_back(std::move(html));
  }
  return cases;
}

}  // namespace pith::test

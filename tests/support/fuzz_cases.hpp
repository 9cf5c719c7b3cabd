/// The cases of a fuzzer, replayed. PITH_FUZZ_DIR is set by CMake.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/fixtures.hpp"

namespace pith::test {

inline std::vector<std::filesystem::path> fuzz_case_files(const std::string& subject) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(PITH_FUZZ_DIR "/" + subject))
    files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

inline std::vector<std::string> fuzz_cases(const std::string& subject) {
  std::vector<std::string> cases;
  for (const auto& file : fuzz_case_files(subject)) cases.push_back(read_file(file));
  return cases;
}

/// No case of the subject breaks the promise. There are some.
inline void check_cases(const std::string& subject, std::string (*broken_promise)(std::string_view bytes)) {
  const auto files = fuzz_case_files(subject);
  CHECK(files.size() >= 5);
  for (const auto& file : files) {
    CAPTURE(file.filename().string());
    CHECK(broken_promise(read_file(file)) == "");
  }
}

}  // namespace pith::test

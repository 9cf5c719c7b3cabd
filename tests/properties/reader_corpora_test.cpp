// The promise of the skeleton on pages that are not in the repository: html5lib's whole collection and real pages, read
// where they are unpacked (PITH_CORPORA, or build/corpora). Where they are not, the line "skipped: ..." makes ctest
// report the test as skipped. html5lib's cases that are in the repository are read by reader_equality_test.cpp.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>

#include "support/fixtures.hpp"
#include "support/reader_cases.hpp"
#include "support/reader_difference.hpp"

namespace fs = std::filesystem;

namespace {

fs::path corpora() {
  const char* const given = std::getenv("PITH_CORPORA");
  return given != nullptr ? fs::path(given) : fs::path(PITH_SOURCE_DIR) / "build" / "corpora";
}

/// Whether the folder is there; says so for ctest when it is not.
bool is_there(const fs::path& folder) {
  if (fs::exists(folder)) return true;
  std::cout << "skipped: no " << folder.string() << "\n";
  return false;
}

}  // namespace

TEST_CASE("html5lib's cases are read as plain Gumbo reads them") {
  const fs::path folder = corpora() / "tree-construction";
  if (!is_there(folder)) return;
  std::size_t count = 0;
  for (const fs::path& file : pith::test::files_below(folder)) {
    if (file.extension() != ".dat") continue;
    for (const std::string& html : pith::test::html5lib_cases(pith::test::read_file(file))) {
      ++count;
      INFO(file.filename().string() << ": " << html);
      CHECK(pith::test::reader_difference(pith::test::decoded(html)) == "");
    }
  }
  CHECK(count > 1000);
}

TEST_CASE("real pages are read as plain Gumbo reads them") {
  for (const char* const corpus : {"wcxb", "zh", "news", "magic-article", "magic-forum"}) {
    const fs::path folder = corpora() / corpus / "pages";
    if (!is_there(folder)) continue;
    std::size_t count = 0;
    for (const fs::path& file : pith::test::files_below(folder)) {
      ++count;
      INFO(file.string());
      CHECK(pith::test::reader_difference(pith::test::decoded(pith::test::read_file(file))) == "");
    }
    CHECK(count > 0);
  }
}

// The promise of the skeleton: a page read through it is the page that plain Gumbo reads, with the same elements,
// attributes and text. Own cases are in tests/fuzz/corpus; real pages and html5lib's cases are read where they are
// unpacked (PITH_CORPORA, or build/corpora).
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include "support/fixtures.hpp"
#include "support/reader_difference.hpp"
#include "text/text.hpp"

namespace fs = std::filesystem;

namespace {

fs::path corpora() {
  const char* const given = std::getenv("PITH_CORPORA");
  return given != nullptr ? fs::path(given) : fs::path(PITH_SOURCE_DIR) / "build" / "corpora";
}

std::string decoded(const std::string& bytes) {
  pith::text::DecodedText decoded;
  std::vector<pith::Notice> notices;
  pith::text::decode(bytes, {}, decoded, notices);
  return std::string(decoded.utf8);
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

/// Where Gumbo 0.10.1 counts past the end of its integer and writes no UTF-8; the skeleton follows the standard.
bool overflows_gumbo(const std::string& html) {
  return html.find("&#11111111111") != std::string::npos;
}

/// The "#data" of a file of html5lib's tree-construction cases.
std::vector<std::string> html5lib_cases(const std::string& file) {
  constexpr std::string_view data = "#data\n";
  std::vector<std::string> cases;
  for (std::size_t at = file.find(data); at != std::string::npos; at = file.find(data, at + 1)) {
    if (at != 0 && file[at - 1] != '\n') continue;
    const std::size_t end = file.find("\n#errors", at);
    if (end != std::string::npos && end >= at + data.size()) {
      cases.push_back(file.substr(at + data.size(), end - at - data.size()));
    }
  }
  return cases;
}

}  // namespace

TEST_CASE("own cases are read as plain Gumbo reads them") {
  const auto files = files_below(fs::path(PITH_SOURCE_DIR) / "tests" / "fuzz" / "corpus");
  CHECK(files.size() > 20);
  for (const fs::path& file : files) {
    INFO(file.filename().string());
    CHECK(pith::test::reader_difference(decoded(pith::test::read_file(file))) == "");
  }
}

TEST_CASE("html5lib's cases are read as plain Gumbo reads them") {
  std::size_t count = 0;
  for (const fs::path& file : files_below(corpora() / "tree-construction")) {
    if (file.extension() != ".dat") continue;
    for (const std::string& html : html5lib_cases(pith::test::read_file(file))) {
      if (overflows_gumbo(html)) continue;
      ++count;
      INFO(file.filename().string() << ": " << html);
      CHECK(pith::test::reader_difference(decoded(html)) == "");
    }
  }
  MESSAGE(count << " cases");
}

TEST_CASE("real pages are read as plain Gumbo reads them") {
  std::size_t count = 0;
  for (const char* const corpus : {"wcxb", "zh", "news", "magic-article", "magic-forum"}) {
    for (const fs::path& file : files_below(corpora() / corpus / "pages")) {
      ++count;
      INFO(file.string());
      CHECK(pith::test::reader_difference(decoded(pith::test::read_file(file))) == "");
    }
  }
  MESSAGE(count << " pages");
}

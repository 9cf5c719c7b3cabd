// The promise of the skeleton: a page read through it is the page that plain Gumbo reads, with the same elements,
// attributes and text. Own cases are in tests/fuzz/corpus, random ones are made here; real pages and html5lib's cases
// are read where they are unpacked (PITH_CORPORA, or build/corpora).
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
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

/// Elements that rules of the tree builder are about, and some that none is about.
constexpr std::array<std::string_view, 54> names = {
    "a",      "b",        "i",        "u",     "em",       "nobr",     "font",   "p",      "div",
    "h1",     "h2",       "pre",      "ul",    "li",       "dd",       "dl",     "main",   "button",
    "label",  "span",     "m",        "x-y",   "form",     "input",    "select", "option", "table",
    "tbody",  "tr",       "td",       "td",    "caption",  "object",   "applet", "ruby",   "rt",
    "hr",     "br",       "img",      "svg",   "math",     "mi",       "desc",   "g",      "foreignobject",
    "iframe", "textarea", "noscript", "title", "template", "menuitem", "dir",    "rp",     "rtc"};
constexpr std::array<std::string_view, 8> texts = {"x", "y z", " ", "\n", "<!-- -->", "</>", "&amp;", "&#32;"};

/// What fuzzing of bytes comes to late: tags that fit each other badly, and little else.
std::string random_tags(std::mt19937& random) {
  constexpr std::uint32_t longest = 24;
  const auto below = [&random](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  std::string html;
  for (std::size_t left = 2 + below(longest); left > 0; --left) {
    const std::string name(names[below(names.size())]);
    const std::size_t kind = below(8);
    if (kind < 2) {
      html += "</" + name + ">";
    } else if (kind == 2) {
      html += texts[below(texts.size())];
    } else {
      html += kind == 3 ? "<" + name + "></" + name + ">" : "<" + name + ">";
    }
  }
  return html;
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

TEST_CASE("pages of random tags are read as plain Gumbo reads them") {
  constexpr int count = 100'000;
  std::mt19937 random(1);
  for (int i = 0; i < count; ++i) {
    const std::string html = random_tags(random);
    INFO(html);
    REQUIRE(pith::test::reader_difference(html) == "");
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

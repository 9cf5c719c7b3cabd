// The promise of the skeleton: a page read through it is the page that plain Gumbo reads, with the same elements,
// attributes and text. Own cases are in tests/fuzz/corpus, some of html5lib's in html5lib/, random ones are made here.
// Corpora that are not in the repository are read by reader_corpora_test.cpp.
#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "support/fixtures.hpp"
#include "support/reader_cases.hpp"
#include "support/reader_difference.hpp"

namespace fs = std::filesystem;

namespace {

/// Every element that pith knows, but those of which a page has one, and some that it does not know.
std::vector<std::string> make_names() {
  using pith::page::Tag;
  std::vector<std::string> names = {"applet",        "marquee",        "m",        "x-y", "mi",    "desc",   "g",
                                    "foreignobject", "annotation-xml", "menuitem", "dir", "image", "keygen", "noembed"};
  for (std::size_t i = 2; i < static_cast<std::size_t>(Tag::count); ++i) {
    const auto tag = static_cast<Tag>(i);
    const bool once = tag == Tag::html || tag == Tag::head || tag == Tag::body || tag == Tag::frameset;
    if (!once && tag != Tag::custom) names.emplace_back(pith::page::name_of(tag));
  }
  return names;
}

/// Elements that many rules of the tree builder are about: drawn as often as all others.
constexpr std::array<std::string_view, 40> eventful = {
    "a",     "b",  "i",       "nobr",    "font",    "p",        "div",    "h1",       "h2",       "pre",
    "ul",    "li", "dd",      "dl",      "button",  "form",     "input",  "select",   "option",   "table",
    "tbody", "tr", "td",      "td",      "caption", "object",   "applet", "ruby",     "rt",       "svg",
    "math",  "mi", "summary", "details", "title",   "textarea", "iframe", "noscript", "template", "x-y"};
constexpr std::array<std::string_view, 8> texts = {"x", "y z", " ", "\n", "<!-- -->", "</>", "&amp;", "&#32;"};
constexpr std::array<std::string_view, 12> attributes = {
    " id=a",     " id='a b'",    " CLASS=\"c d\"", " href='/x?a=1&copy=2&amp;b'",
    " href=/y/", " hidden",      " title='e>f'",   " style=g",
    " data-x=h", " type=hidden", " role=main",     " lang=fr"};

/// A start tag, mostly without attributes.
std::string start_tag(const std::string& name, std::mt19937& random) {
  std::string tag = "<" + name;
  if (random() % 3 == 0) tag += attributes[random() % attributes.size()];
  if (random() % 16 == 0) tag += attributes[random() % attributes.size()];
  return tag + ">";
}

/// What fuzzing of bytes comes to late: tags that fit each other badly, and little else.
std::string random_tags(std::mt19937& random) {
  static const std::vector<std::string> names = make_names();
  constexpr std::uint32_t longest = 24;
  const auto below = [&random](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  std::string html;
  for (std::size_t left = 2 + below(longest); left > 0; --left) {
    const std::string name = below(2) == 0 ? std::string(eventful[below(eventful.size())]) : names[below(names.size())];
    const std::size_t kind = below(8);
    if (kind < 2) {
      html += "</" + name + ">";
    } else if (kind == 2) {
      html += texts[below(texts.size())];
    } else {
      html += start_tag(name, random) + (kind == 3 ? "</" + name + ">" : "");
    }
  }
  return html;
}

}  // namespace

TEST_CASE("own cases are read as plain Gumbo reads them") {
  const auto files = pith::test::files_below(fs::path(PITH_SOURCE_DIR) / "tests" / "fuzz" / "corpus");
  CHECK(files.size() > 20);
  for (const fs::path& file : files) {
    INFO(file.filename().string());
    CHECK(pith::test::reader_difference(pith::test::decoded(pith::test::read_file(file))) == "");
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

TEST_CASE("html5lib's cases in the repository are read as plain Gumbo reads them") {
  const auto cases = pith::test::html5lib_cases(
      pith::test::read_file(fs::path(PITH_SOURCE_DIR) / "tests" / "properties" / "html5lib" / "cases.dat"));
  CHECK(cases.size() >= 200);
  for (const std::string& html : cases) {
    INFO(html);
    CHECK(pith::test::reader_difference(pith::test::decoded(html)) == "");
  }
}

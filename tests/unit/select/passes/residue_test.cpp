#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::test::Selecting;

namespace {

constexpr const char* sentence = "The river rose by two metres overnight, and the lower town had to be cleared.";

std::string kept(const std::string& line) {
  Selecting page(PageKind::html);
  page.line(line, 0.95F).run();
  return page.kept_text(0);
}

}  // namespace

TEST_CASE("what is cut off has a category") {
  Selecting page(PageKind::html);
  page.line(std::string(sentence) + "\uFF08\u5B8C\uFF09", 0.95F).run();
  CHECK(page.selection.choices[0].cut_category == pith::Category::end_mark);
  CHECK(page.category(0) == pith::Category::content);
}

TEST_CASE("a bracketed end is cut after a finished sentence only") {
  SUBCASE("after a full stop") {
    CHECK(kept(std::string(sentence) + "\uFF08\u5B8C\uFF09") == sentence);
    CHECK(kept(std::string(sentence) + " (END)") == sentence);
  }
  SUBCASE("within a sentence it is a remark") {
    const std::string line = "They painted the same word on every wall and every door of the old town hall (\u4E86)";
    CHECK(kept(line) == line);
  }
  SUBCASE("a sentence in brackets stays") {
    const std::string line = std::string(sentence) + " (The end of the flood is not in sight.)";
    CHECK(kept(line) == line);
  }
}

TEST_CASE("a source in brackets after the last sentence is cut, a sentence about it is not") {
  CHECK(kept(std::string(sentence) + " (Source: Harbour Board)") == sentence);
  const std::string line = std::string(sentence) + " (The source of the river is not known.)";
  CHECK(kept(line) == line);
}

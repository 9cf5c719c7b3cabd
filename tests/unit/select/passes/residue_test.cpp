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

TEST_CASE("a text that begins with a space of Ogham, which blocks keep, keeps its last letters") {
  CHECK(kept("\u1680" + std::string(sentence)) == "\u1680" + std::string(sentence));
  CHECK(kept("\u1680" + std::string(sentence) + " (END)") == "\u1680" + std::string(sentence));
}

TEST_CASE("a bracketed end is cut after a finished sentence only") {
  SUBCASE("after a full stop") {
    CHECK(kept(std::string(sentence) + "\uFF08\u5B8C\uFF09") == sentence);
    CHECK(kept(std::string(sentence) + " (END)") == sentence);
  }
  SUBCASE("after the quote that a sentence ends in") {
    const std::string quoted = "\u201C" + std::string(sentence) + "\u201D";
    CHECK(kept(quoted + "(END)") == quoted);
    CHECK(kept(quoted + " Share this article") == quoted);
  }
  SUBCASE("but not a piece as long as a sentence") {
    const std::string piece = " Add us as a preferred source on Google";
    std::string story = ", said the note on the door of the closed mill, and whoever had walked up there in the rain";
    CHECK(kept(sentence + piece) == sentence);
    while (piece.size() + story.size() <= 160) story += " and back";
    CHECK(kept(sentence + piece + story) == sentence + piece + story);
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

TEST_CASE("the words of a credit at the end are none without something between the label and the name") {
  const std::string text = "\u6CB3\u6C34\u4E00\u591C\u4E4B\u95F4\u4E0A\u6DA8\u4E86\u4E24\u7C73\u3002";
  CHECK(kept(text + "\u7FFB\u8BD1\uFF1A\u6797\u8FDC\u5C71") == text);  // "Translation: Lin Yuanshan"
  CHECK(kept(text + "\uFF08\u7FFB\u8BD1 \u6797\u8FDC\u5C71\uFF09") == text);
  // "The translated files can be had for themselves."
  const std::string sentence_after = "\u7FFB\u8BD1\u6587\u4EF6\u53EF\u4EE5\u5355\u72EC\u53D6\u5F97\u3002";
  CHECK(kept(text + sentence_after) == text + sentence_after);
  CHECK(kept("12.3. \u7F16\u8BD1\u578B\u8BED\u8A00") == "12.3. \u7F16\u8BD1\u578B\u8BED\u8A00");
}

TEST_CASE("buttons to share with and a line of rights are cut off the end of a line, one after the other") {
  CHECK(kept(std::string(sentence) + " Share on Facebook Tweet Email") == sentence);
  CHECK(kept(std::string(sentence) + " Share on Facebook Tweet Email Copyright 2021 Acme Ltd") == sentence);
  const std::string story = std::string(sentence) + " He drew the Copyright sign on the wall";
  CHECK(kept(story) == story);
}

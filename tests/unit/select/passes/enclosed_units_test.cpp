#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// A menu and two paragraphs in an element of their own, which stays open.
Selecting text_in_element() {
  Selecting page(PageKind::html);
  page.menu().page().open(Tag::div);
  page.line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F);
  return page;
}

void add_code_and_pairs(Selecting& page, float score) {
  page.line("mill start", score, Tag::pre).page().open(Tag::dl);
  page.line("Length", score, Tag::dt).line("1,200 m", score, Tag::dd).page().close();
}

}  // namespace

TEST_CASE("units between two paragraphs stay, though the model doubts them, unless it is sure") {
  Selecting page = text_in_element();
  SUBCASE("doubted") {
    add_code_and_pairs(page, 0.2F);
    page.line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 6, 7, 8, 9});
    CHECK(page.decided_by(7) == "enclosed units");
  }
  SUBCASE("sure") {
    add_code_and_pairs(page, 0.05F);
    page.line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 9});
  }
}

TEST_CASE("but not beside anything else, nor past the element of the text") {
  Selecting page = text_in_element();
  add_code_and_pairs(page, 0.2F);
  SUBCASE("a line of another kind") {
    page.line("Read on in our shop", 0.2F).line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 10});
  }
  SUBCASE("the text goes on elsewhere") {
    page.page().close();
    page.line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 9});
  }
}

TEST_CASE("of the box of a tool its code stays, and of other boxes no list") {
  Selecting page = text_in_element();
  page.page().open(Tag::div);
  page.line("In [1]:", 0.2F);
  SUBCASE("code") {
    page.line("mill start", 0.2F, Tag::pre).page().close();
    page.line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 7, 8});
  }
  SUBCASE("a list") {
    page.page().open(Tag::ul);
    page.line("a lower ramp", 0.2F, Tag::li).line("two benches", 0.2F, Tag::li).page().close().close();
    page.line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 9});
  }
}

TEST_CASE(
    "what turns the pages of a table speaks against no unit, and one that was dropped as a whole is doubted, too") {
  Selecting page = text_in_element();
  page.page().open(Tag::div);
  SUBCASE("pages") {
    page.line("mill start", 0.2F, Tag::pre).line("Page 1 of 3", 0.02F).page().close();
    page.line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 6, 8});
  }
  SUBCASE("wholeness") {
    page.page().open(Tag::dl);
    page.line("Length", 0.2F, Tag::dt).line("1,200 m", 0.2F, Tag::dd).line("Weir", 0.6F, Tag::dt);
    page.line("a low dam of wood", 0.2F, Tag::dd).page().close().close();
    page.line(pith::test::school, 0.95F).run();
    CHECK(page.kept() == Indices{4, 5, 6, 7, 8, 9, 10});
  }
}

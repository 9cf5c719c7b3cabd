#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

/// Of eight paragraphs below the menu and, of the blocks below them, those at these places.
std::vector<int> text_and(std::vector<int> places) {
  std::vector<int> indices = {4, 5, 6, 7, 8, 9, 10, 11};
  for (const int place : places) indices.push_back(12 + place);
  return indices;
}

/// A menu, and eight paragraphs in an element that stays open.
Selecting page_of(std::string_view program) {
  Selecting page(PageKind::html);
  page.meta("generator", program).menu().page().open(Tag::div);
  page.eight_paragraphs();
  return page;
}

constexpr const char* last =
    "The gauge at the mill is read twice a day by the keeper of the lock, who writes it into a book.";

/// What manuals have between their paragraphs, and the model doubts.
void add_gap(Selecting& page) {
  page.line("4.2. Gauges", 0.2F, Tag::h3).line("mill_gauge", 0.2F, Tag::dt).line("Reads the gauge.", 0.2F, Tag::dd);
}

}  // namespace

TEST_CASE("beside the paragraphs of a manual everything stays that nothing but doubt speaks against") {
  Selecting page = page_of("DocBook XSL Stylesheets V1.79.1");
  SUBCASE("short lines") {
    add_gap(page);
    page.line(last, 0.95F).run();
    CHECK(page.kept() == text_and({0, 1, 2, 3}));
    CHECK(page.decided_by(13) == "manual gaps");
  }
  SUBCASE("at the end of their element, too") {
    add_gap(page);
    page.run();
    CHECK(page.kept() == text_and({0, 1, 2}));
  }
  SUBCASE("a line that is boilerplate by its words does not") {
    page.line("All rights reserved.", 0.2F);
    add_gap(page);
    page.line(last, 0.95F).run();
    CHECK(page.kept() == text_and({1, 2, 3, 4}));
  }
  SUBCASE("nor what a box of other things holds") {
    page.in_class("newsletter", "The gauge of the week", 0.2F).line(last, 0.95F).run();
    CHECK(page.kept() == text_and({1}));
  }
  SUBCASE("nor a list of links") {
    for (const char* entry : {"Gauges of the lower town", "Weirs and locks"}) {
      page.page().open(Tag::dt).element(Tag::a, entry, {{AttributeName::href, "/there"}}).close();
      page.score(0.2F);
    }
    page.line(last, 0.95F).run();
    CHECK(page.kept() == text_and({2}));
  }
  SUBCASE("nor what the model is sure of") {
    page.line("mill_gauge", 0.02F, Tag::dt).line("Reads the gauge.", 0.02F, Tag::dd).line(last, 0.95F).run();
    CHECK(page.kept() == text_and({2}));
  }
  SUBCASE("nor what stands outside the text's element") {
    page.page().close();
    add_gap(page);
    page.line("Locks, weirs", 0.95F).run();
    CHECK(page.kept() == text_and({3}));
  }
}

TEST_CASE("pages of other programs have other things there") {
  Selecting page = page_of("WordPress 6.4");
  add_gap(page);
  page.line(last, 0.95F).run();
  CHECK(page.kept() == text_and({3}));
}

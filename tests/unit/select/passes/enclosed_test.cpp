#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::rain;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* forms = "Forms for those who lost their goods come in three languages, as in the last year:";
/// Long enough that the decision alone leaves a doubtful line out.
std::string long_text() {
  std::string text;
  for (int day = 1; day < 9; ++day) text += "On day " + std::to_string(day) + " the pumps ran on, and the water fell. ";
  return text;
}

}  // namespace

TEST_CASE("loose text between two paragraphs stays") {
  Selecting page(PageKind::html);
  page.line(long_text(), 0.98F);
  SUBCASE("when it may be text") {
    page.line("This one is loose as well", 0.31F, Tag::div).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 1, 2});
    CHECK(page.decided_by(1) == "enclosed lines");
  }
  SUBCASE("but not when the scores are sure against it") {
    page.line("This one is loose as well", 0.1F, Tag::div).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 2});
  }
  SUBCASE("nor when one of several lines may not stay") {
    page.line("This one is loose as well", 0.31F, Tag::div).line("Menu", 0.01F).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 3});
  }
  SUBCASE("nor at the end of the text") {
    page.line("This one is loose as well", 0.31F, Tag::div).menu().run();
    CHECK(page.kept() == Indices{0});
  }
  SUBCASE("nor below a picture, whose caption it may be") {
    page.page().element(Tag::img, "", {{AttributeName::src, "quay.jpg"}});
    page.line("The quay on Monday", 0.31F, Tag::div).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 2});
  }
  SUBCASE("nor for a caller who would rather lose a line") {
    page.line("This one is loose as well", 0.31F, Tag::div).line(rain, 0.98F).menu();
    CHECK(page.run({.leaning = pith::Leaning::precise}).kept() == Indices{0, 2});
  }
  SUBCASE("nor on a button") {
    page.line("Copy the table of levels", 0.31F, Tag::button).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 2});
  }
  SUBCASE("nor in an element that says what it is") {
    page.in_class("related", "This one is loose as well", 0.31F).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 2});
  }
}

TEST_CASE("a list of links stays when the line above announces it") {
  Selecting page(PageKind::html);
  SUBCASE("announced") {
    page.line(long_text() + forms, 0.98F).link("English", 0.2F).link("Finnish", 0.2F).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 1, 2, 3});
  }
  SUBCASE("not announced") {
    page.line(long_text(), 0.98F);
    page.page().open(Tag::div).element(Tag::a, "English", {{AttributeName::href, "/there"}}).close();
    page.score(0.31F).line(rain, 0.98F).menu().run();
    CHECK(page.kept() == Indices{0, 2});
  }
}

TEST_CASE("in plain text nothing tells a caption from loose text") {
  Selecting page(PageKind::text);
  page.line(long_text(), 0.98F).line("This one is loose as well", 0.31F, Tag::div).line(rain, 0.98F).menu().run();
  CHECK(page.kept() == Indices{0, 2});
}

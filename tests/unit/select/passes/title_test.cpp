#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* flood =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn, the mayor said.";
constexpr const char* headline = "River floods the old town";

Selecting page_with_headline(float score) {
  Selecting page(PageKind::html);
  page.headline(headline).line(headline, score, Tag::h1).line(flood, 0.95F);
  return page;
}

}  // namespace

TEST_CASE("the headline is part of the text from a score of .2 on") {
  CHECK(page_with_headline(0.25F).run().selection.title_in_text);
  CHECK_FALSE(page_with_headline(0.15F).run().selection.title_in_text);

  pith::Options options;
  options.leaning = pith::Leaning::complete;
  CHECK(page_with_headline(0.0F).run(options).selection.title_in_text);
}

TEST_CASE("the block that shows the headline is found by its words") {
  Selecting page(PageKind::html);
  page.headline(headline);

  SUBCASE("the same words in a heading are best") {
    page.line(headline, 0.5F).line(headline, 0.5F, Tag::h2).line(flood, 0.95F).run();
    CHECK(page.selection.title_block == 1);
  }
  SUBCASE("most of the words will do") {
    page.line("Rain", 0.5F, Tag::h1).line("River floods the old town again", 0.5F, Tag::h1).line(flood, 0.95F).run();
    CHECK(page.selection.title_block == 1);
  }
  SUBCASE("else the first heading of the first level") {
    page.line("Rain", 0.5F, Tag::h2)
        .line("Bridge", 0.5F, Tag::h1)
        .line("School", 0.5F, Tag::h1)
        .line(flood, 0.95F)
        .run();
    CHECK(page.selection.title_block == 1);
  }
  SUBCASE("or there is none") {
    page.line("Rain", 0.5F, Tag::h2).line(flood, 0.95F).run();
    CHECK(page.selection.title_block == -1);
  }
}

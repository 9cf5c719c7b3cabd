#include "blocks/marks.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

/// Of a link that is node 3: in the first element of the body, behind its text.
bool is_mark(std::string_view text, std::string_view target, Tag around) {
  PageBuilder page;
  page.open(around).element(Tag::a, text, {{AttributeName::href, target}});
  return pith::blocks::is_mark_of_place(page.done(), 3);
}

}  // namespace

TEST_CASE("a pilcrow, and a hash in a heading, mark a place of the page") {
  CHECK(is_mark("\u00B6", "#a", Tag::p));
  CHECK(is_mark("#", "#a", Tag::h2));
  CHECK_FALSE(is_mark("#", "#a", Tag::p));
  CHECK_FALSE(is_mark("\u00B6", "/a", Tag::p));
  CHECK_FALSE(is_mark("Top", "#a", Tag::h2));
}

TEST_CASE("a reading is bare without brackets of the page's own") {
  PageBuilder bare;
  bare.open(Tag::ruby).text("a").element(Tag::rt, "b");
  CHECK(pith::blocks::is_bare_reading(bare.done(), 4));
  PageBuilder bracketed;
  bracketed.open(Tag::ruby).text("a").element(Tag::rp, "(").element(Tag::rt, "b");
  CHECK_FALSE(pith::blocks::is_bare_reading(bracketed.done(), 6));
}

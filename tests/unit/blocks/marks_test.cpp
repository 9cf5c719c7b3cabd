#include "blocks/marks.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

/// Of a link that is node 3: in the first element of the body, after its text.
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

TEST_CASE("a button is a word where the sentence goes on") {
  const auto is_word = [](std::string_view button, std::string_view after) {
    PageBuilder page;
    page.open(Tag::p).text("find the ").element(Tag::button, button).text(after);
    return pith::blocks::is_word_of_sentence(page.done(), 4);
  };
  CHECK(is_word("longest", " row of boats"));
  CHECK(is_word("longest", ", or the next"));
  CHECK_FALSE(is_word("Copy", " row of boats"));
  CHECK_FALSE(is_word("longest", " Next"));
  CHECK_FALSE(is_word("longest", ""));
  CHECK_FALSE(is_word("", " row of boats"));
}

TEST_CASE("a reading is bare without brackets of the page's own") {
  PageBuilder bare;
  bare.open(Tag::ruby).text("a").element(Tag::rt, "b");
  CHECK(pith::blocks::is_bare_reading(bare.done(), 4));
  PageBuilder bracketed;
  bracketed.open(Tag::ruby).text("a").element(Tag::rp, "(").element(Tag::rt, "b");
  CHECK_FALSE(pith::blocks::is_bare_reading(bracketed.done(), 6));
}

TEST_CASE("a link of that class beside the text of a heading leads to the heading") {
  const auto is_permalink = [](Tag around, std::string_view before) {
    PageBuilder page;
    page.open(around).text(before).element(Tag::a, "Link to this part",
                                           {{AttributeName::href, "#a"}, {AttributeName::class_, "x permalink"}});
    return pith::blocks::is_mark_of_place(page.done(), 4);
  };
  CHECK(is_permalink(Tag::h2, "Bees"));
  CHECK_FALSE(is_permalink(Tag::p, "Bees"));
  CHECK_FALSE(is_permalink(Tag::h2, " "));
}

TEST_CASE("an empty element may say that it is a rule") {
  PageBuilder page;
  page.open(Tag::div, {{AttributeName::role, "separator"}}).close();
  page.element(Tag::div, "* * *", {{AttributeName::role, "separator"}});
  page.open(Tag::div).close();
  const pith::page::Page& done = page.done();
  CHECK(pith::blocks::is_told_rule(done, 2));
  CHECK_FALSE(pith::blocks::is_told_rule(done, 3));
  CHECK_FALSE(pith::blocks::is_told_rule(done, 5));
}

TEST_CASE("a hash whose class says that it leads to its place is a mark wherever it stands") {
  PageBuilder page;
  page.open(Tag::p).element(Tag::a, "#", {{AttributeName::href, "#a"}, {AttributeName::class_, "headerlink"}});
  CHECK(pith::blocks::is_mark_of_place(page.done(), 3));
}

TEST_CASE("roles tell the parts of a grid, too") {
  const auto told = [](std::string_view role) {
    PageBuilder page;
    page.element(Tag::div, "64", {{AttributeName::role, role}});
    return pith::blocks::told_tag(page.done(), 2);
  };
  CHECK(told("grid") == Tag::table);
  CHECK(told("treegrid") == Tag::table);
  CHECK(told("gridcell") == Tag::td);
  CHECK(told("gridlock") == Tag::div);
}

TEST_CASE("what shows the mark of an item again is told from its text") {
  const auto is_mark_of = [](Tag list, std::string_view text) {
    PageBuilder page;
    page.open(list).element(Tag::li, "Wash").open(Tag::li).element(Tag::span, text).text("Measure");
    return pith::blocks::is_printed_mark(page.done(), 6, list);
  };
  CHECK(is_mark_of(Tag::ol, "2."));
  CHECK(is_mark_of(Tag::ol, "2)"));
  CHECK(is_mark_of(Tag::ul, "\u2022"));
  CHECK_FALSE(is_mark_of(Tag::ol, "3."));
  PageBuilder boxed;
  boxed.open(Tag::ol).open(Tag::li).element(Tag::span, "1").element(Tag::div, "Wash").close();
  CHECK(pith::blocks::is_printed_mark(boxed.done(), 4, Tag::ol));
  CHECK_FALSE(is_mark_of(Tag::ol, "2"));
  CHECK_FALSE(is_mark_of(Tag::ul, "2."));
}

TEST_CASE("styles tell the parts of a table that is made of boxes, where they stand in each other") {
  const auto told = [](std::string_view outer, std::string_view inner, std::string_view innermost, std::uint32_t node) {
    PageBuilder page;
    page.open(Tag::div, {{AttributeName::style, outer}}).open(Tag::div, {{AttributeName::style, inner}});
    page.element(Tag::div, "64", {{AttributeName::style, innermost}});
    return pith::blocks::told_tag(page.done(), node);
  };
  CHECK(told("display: table", "display:table-row", "display:table-cell", 2) == Tag::table);
  CHECK(told("display: table", "display:table-row", "display:table-cell", 3) == Tag::tr);
  CHECK(told("display: table", "display:table-row", "display:table-cell", 4) == Tag::td);
  CHECK(told("display:table-header-group", "display:table-row", "display:table-cell", 4) == Tag::th);
  // Ways to centre a box, and to lay out columns.
  CHECK(told("display:table;margin:auto", "", "", 2) == Tag::div);
  CHECK(told("display:table", "display:table-cell", "", 2) == Tag::div);
  CHECK(told("display:table", "display:table-cell", "", 3) == Tag::div);
}

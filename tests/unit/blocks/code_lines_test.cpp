#include "blocks/code_lines.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Tag;

namespace {

/// Node 2 of a page: one element of that class.
pith::page::Page& page_of(pith::test::PageBuilder& builder, Tag tag, std::string_view classes) {
  builder.element(tag, "12", {{AttributeName::class_, classes}});
  return builder.done();
}

bool is_number(std::string_view classes) {
  pith::test::PageBuilder builder;
  return pith::blocks::is_line_number(page_of(builder, Tag::span, classes), 2);
}

bool is_line(Tag tag, std::string_view classes) {
  pith::test::PageBuilder builder;
  return pith::blocks::is_code_line(page_of(builder, tag, classes), 2);
}

}  // namespace

TEST_CASE("numbers of lines are known by their class, as a whole word") {
  for (const char* const classes : {"lineno", "x line-number", "gutter", "blob-num"}) CHECK(is_number(classes));
  for (const char* const classes : {"", "linenox", "line", "number"}) CHECK_FALSE(is_number(classes));
}

TEST_CASE("inline elements may be lines of code") {
  CHECK(is_line(Tag::span, "line"));
  CHECK(is_line(Tag::code, "x code-line"));
  CHECK_FALSE(is_line(Tag::div, "line"));
  CHECK_FALSE(is_line(Tag::span, "liner"));
}

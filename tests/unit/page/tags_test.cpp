#include "page/tags.hpp"

#include <doctest/doctest.h>

using namespace pith::page;

TEST_CASE("every tag is found by its name, in any case") {
  for (std::size_t i = 2; i < static_cast<std::size_t>(Tag::count); ++i) {
    const auto tag = static_cast<Tag>(i);
    if (tag == Tag::custom) continue;
    INFO(name_of(tag));
    CHECK(tag_of(name_of(tag)) == tag);
  }
  CHECK(tag_of("BlockQuote") == Tag::blockquote);
  CHECK(tag_of("x-river") == Tag::custom);
  CHECK(tag_of("river") == Tag::unknown);
  CHECK(tag_of("") == Tag::unknown);
  CHECK(tag_of("?") == Tag::unknown);
  CHECK(tag_of("a-name-longer-than-any") == Tag::custom);
  CHECK(name_of(Tag::custom) == "custom");
}

TEST_CASE("tags are of kinds") {
  struct Row {
    Tag tag;
    bool is_inline;
    bool is_ignored;
    bool is_raw;
  };
  constexpr Row rows[] = {
      {Tag::p, false, false, false},    {Tag::span, true, false, false},      {Tag::br, true, false, false},
      {Tag::none, true, false, false},  {Tag::label, true, false, false},     {Tag::custom, false, false, false},
      {Tag::script, false, true, true}, {Tag::select, false, true, false},    {Tag::iframe, false, true, true},
      {Tag::head, false, true, false},  {Tag::noscript, false, false, false}, {Tag::map, true, false, false},
      {Tag::xmp, false, false, true},   {Tag::button, false, false, false},   {Tag::td, false, false, false},
  };
  for (const Row& row : rows) {
    INFO(name_of(row.tag));
    CHECK(is_inline(row.tag) == row.is_inline);
    CHECK(is_ignored(row.tag) == row.is_ignored);
    CHECK(is_raw_text(row.tag) == row.is_raw);
  }
}

TEST_CASE("white space beside the tags of blocks is not shown") {
  CHECK(ends_paragraph(Tag::div, TableParts::ignored));
  CHECK(ends_paragraph(Tag::table, TableParts::ignored));
  CHECK(ends_paragraph(Tag::td, TableParts::counted));
  CHECK_FALSE(ends_paragraph(Tag::td, TableParts::ignored));
  for (const Tag tag : {Tag::span, Tag::form, Tag::custom, Tag::unknown, Tag::script, Tag::body}) {
    CHECK_FALSE(ends_paragraph(tag, TableParts::counted));
  }
}

TEST_CASE("headings have levels") {
  CHECK(heading_level(Tag::h1) == 1);
  CHECK(heading_level(Tag::h6) == 6);
  CHECK(heading_level(Tag::p) == 0);
  CHECK(heading_level(Tag::custom) == 0);
  CHECK(drops_first_newline(Tag::pre));
  CHECK_FALSE(drops_first_newline(Tag::xmp));
}

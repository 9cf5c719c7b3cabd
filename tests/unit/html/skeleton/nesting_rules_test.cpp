#include "html/skeleton/nesting_rules.hpp"

#include <doctest/doctest.h>

using namespace pith::html::nesting_rules;
using pith::page::Tag;

TEST_CASE("what a start tag does besides inserting its element") {
  CHECK(insertion_of(Tag::a) == Insertion::link);
  CHECK(insertion_of(Tag::button) == Insertion::button);
  CHECK(insertion_of(Tag::summary) == Insertion::block);
  CHECK(insertion_of(Tag::h3) == Insertion::heading);
  CHECK(insertion_of(Tag::li) == Insertion::list_item);
  CHECK(insertion_of(Tag::dd) == Insertion::definition);
  for (const Tag tag : {Tag::span, Tag::svg, Tag::select}) CHECK(insertion_of(tag) == Insertion::plain);
  for (const Tag tag : {Tag::table, Tag::form, Tag::pre, Tag::nobr, Tag::template_, Tag::unknown}) {
    CHECK(insertion_of(tag) == Insertion::uncertain);
  }
}

TEST_CASE("elements of a run are inline, and no rule is about them") {
  for (const Tag tag : {Tag::a, Tag::b, Tag::span, Tag::br, Tag::img, Tag::time}) CHECK(is_plain_inline(tag));
  for (const Tag tag : {Tag::nobr, Tag::ruby, Tag::math, Tag::p, Tag::none}) CHECK_FALSE(is_plain_inline(tag));
}

TEST_CASE("elements that are just inserted") {
  for (const Tag tag : {Tag::div, Tag::span, Tag::br, Tag::video, Tag::custom}) CHECK(is_plainly_inserted(tag));
  // They close something, are no markup within, or are not HTML.
  for (const Tag tag : {Tag::li, Tag::h2, Tag::a, Tag::iframe, Tag::svg, Tag::select, Tag::table})
    CHECK_FALSE(is_plainly_inserted(tag));
}

TEST_CASE("which tags open formatting again") {
  CHECK(reopens_formatting(Tag::span));
  CHECK(reopens_formatting(Tag::xmp));
  CHECK_FALSE(reopens_formatting(Tag::div));
  CHECK_FALSE(reopens_formatting(Tag::td));
  CHECK_FALSE(reopens_formatting(Tag::script));
}

TEST_CASE("end tags look through elements that are not special") {
  CHECK(is_special(Tag::div));
  CHECK_FALSE(is_special(Tag::span));
  CHECK_FALSE(is_special(Tag::label));
  CHECK(may_be_unknown(Tag::picture));
  CHECK_FALSE(may_be_unknown(Tag::div));
}

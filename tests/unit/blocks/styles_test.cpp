#include "blocks/styles.hpp"

#include <doctest/doctest.h>

using pith::SpanKind;
using pith::blocks::mark_of_style;
using pith::blocks::style_undoes;

TEST_CASE("a style that makes letters bold or italic is emphasis") {
  CHECK(mark_of_style("font-weight:700") == SpanKind::strong);
  CHECK(mark_of_style("color: red; Font-Weight : Bold !important") == SpanKind::strong);
  CHECK(mark_of_style("font-weight: bolder") == SpanKind::strong);
  CHECK(mark_of_style("font-style:italic") == SpanKind::emphasis);
  CHECK(mark_of_style("font-style: oblique;") == SpanKind::emphasis);
  CHECK(mark_of_style("font-style:italic;font-weight:600") == SpanKind::strong);
}

TEST_CASE("a style that raises or lowers letters says so") {
  CHECK(mark_of_style("vertical-align: super; font-size: 8px") == SpanKind::superscript);
  CHECK(mark_of_style("font-weight:700;vertical-align:sub") == SpanKind::subscript);
  CHECK_FALSE(mark_of_style("vertical-align: baseline").has_value());
}

TEST_CASE("a style that strikes letters out says so") {
  CHECK(mark_of_style("text-decoration: line-through") == SpanKind::deleted);
  CHECK(mark_of_style("text-decoration-line:line-through") == SpanKind::deleted);
  CHECK_FALSE(mark_of_style("text-decoration:underline").has_value());
}

TEST_CASE("other styles are none") {
  CHECK_FALSE(mark_of_style("").has_value());
  CHECK_FALSE(mark_of_style("font-weight:400;font-style:normal").has_value());
  CHECK_FALSE(mark_of_style("font-weight:500").has_value());
  CHECK_FALSE(mark_of_style("font-weight:inherit").has_value());
  CHECK_FALSE(mark_of_style("font-weight").has_value());
  CHECK_FALSE(mark_of_style("vertical-align:-3px").has_value());
  CHECK_FALSE(mark_of_style("xfont-weight:bold").has_value());
}

TEST_CASE("of two declarations the last one counts") {
  CHECK_FALSE(mark_of_style("font-weight:bold;font-weight:normal").has_value());
  CHECK(mark_of_style("font-weight:normal;font-weight:bold") == SpanKind::strong);
}

TEST_CASE("a style takes the emphasis of its tag away") {
  CHECK(style_undoes("font-weight:normal", SpanKind::strong));
  CHECK(style_undoes("font-weight:400", SpanKind::strong));
  CHECK(style_undoes("font-style:normal", SpanKind::emphasis));
  CHECK_FALSE(style_undoes("font-weight:normal", SpanKind::emphasis));
  CHECK_FALSE(style_undoes("color:red", SpanKind::strong));
  CHECK_FALSE(style_undoes("font-weight:bold", SpanKind::strong));
}

TEST_CASE("items of a word processor's lists are told by their style, and so are their marks") {
  CHECK(pith::blocks::is_item_of_word("margin-left:36.0pt;mso-list:l0 level1 lfo1"));
  CHECK_FALSE(pith::blocks::is_item_of_word("mso-list: skip"));
  CHECK_FALSE(pith::blocks::is_item_of_word("margin-left:36.0pt"));
  CHECK(pith::blocks::is_mark_of_word("mso-list: Ignore"));
  CHECK_FALSE(pith::blocks::is_mark_of_word("mso-list:l0 level1 lfo1"));
}

TEST_CASE("styles tell which white space is shown, and letters of one width") {
  CHECK(pith::blocks::keeps_lines("color:red; white-space: Pre-wrap"));
  CHECK_FALSE(pith::blocks::keeps_lines("white-space: nowrap"));
  CHECK(pith::blocks::is_typed("font-family: Consolas, serif"));
  CHECK(pith::blocks::is_typed("font-family: ui-monospace"));
  CHECK_FALSE(pith::blocks::is_typed("font-family: Georgia, serif"));
}

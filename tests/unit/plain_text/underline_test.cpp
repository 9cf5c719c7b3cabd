#include <doctest/doctest.h>

#include "plain_text/underline.hpp"

using pith::plain_text::underlines;

TEST_CASE("a row of one sign about as long as the line above underlines it") {
  CHECK(underlines("=========", "The river"));
  CHECK(underlines("------", "The river"));
  CHECK(underlines("~~~~~~~~~~~~", "The river"));
  CHECK(underlines("====", "\u6CB3\u6C34\u4E0A\u6DA8"));
  CHECK(underlines("========", "\u6CB3\u6C34\u4E0A\u6DA8"));
}

TEST_CASE("rules, other rows and the ends of sentences do not") {
  CHECK_FALSE(underlines("--------------------------------", "The river"));
  CHECK_FALSE(underlines("---", "The river rose over night"));
  CHECK_FALSE(underlines("==", "Go"));
  CHECK_FALSE(underlines("=-=-=-=-=", "The river"));
  CHECK_FALSE(underlines(".........", "The river"));
  CHECK_FALSE(underlines("===============", "The river rose."));
}

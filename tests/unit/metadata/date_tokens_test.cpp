#include "metadata/date_tokens.hpp"

#include <doctest/doctest.h>

using namespace pith::metadata;

TEST_CASE("a text is cut into numbers, marks and words") {
  DateTokens tokens;
  read_tokens("5th Sept. \u0662\u0660x", tokens);
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[0].value == 5);
  CHECK(tokens[1].is(WordKind::filler));
  CHECK(tokens[2].is(WordKind::month));
  CHECK(tokens[2].space_before);
  CHECK(tokens[3].is_mark(U'.'));
  CHECK(tokens[4].value == 20);
  CHECK(tokens[5].kind == TokenKind::other);
}

TEST_CASE("Han numerals are numbers before a unit only") {
  DateTokens tokens;
  read_tokens("\u4E8C\u5341\u4E09\u65E5\u4E00\u4E2A", tokens);
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].value == 23);
  CHECK(tokens[1].is(WordKind::day_unit));
  CHECK(tokens[2].kind == TokenKind::other);
}

TEST_CASE("endless digits do not overflow") {
  DateTokens tokens;
  read_tokens(std::string(500, '9'), tokens);
  REQUIRE(tokens.size() == 1);
  CHECK(tokens[0].digits == 200);
}

TEST_CASE("a text without a number is told at a glance") {
  using pith::metadata::may_have_number;
  CHECK(may_have_number("page 3"));
  CHECK(may_have_number("\u0665"));                          // Arabic-Indic
  CHECK(may_have_number("\u4E8C\u3007\u4E8C\u4E09\u5E74"));  // 2023
  CHECK(may_have_number("\u4E5D\u6708"));                    // September
  CHECK_FALSE(may_have_number("\u4E00\u4E2A\u4EBA"));        // one person
  CHECK_FALSE(may_have_number("September, \u6708\u65E5 without a day"));
  CHECK_FALSE(may_have_number(""));
}

TEST_CASE("a time that lost the space before it is parted from its date") {
  DateTokens tokens;
  read_tokens("2016-09-1919:42:35", tokens);
  REQUIRE(tokens.size() == 10);
  CHECK(tokens[4].value == 19);
  CHECK(tokens[5].value == 19);
  tokens.clear();
  read_tokens("2016-09-1919 42", tokens);
  REQUIRE(tokens.size() == 6);
  CHECK(tokens[4].value == 1919);
}

#include "text/ascii.hpp"

#include <doctest/doctest.h>

using namespace pith::text;

TEST_CASE("only capital letters of ASCII have a lower case") {
  CHECK(to_lower_ascii('A') == 'a');
  CHECK(to_lower_ascii('Z') == 'z');
  for (const char c : {'@', '[', 'a', '0', '\xC4'}) CHECK(to_lower_ascii(c) == c);
}

TEST_CASE("bytes are of kinds") {
  CHECK(is_ascii_letter('a'));
  CHECK(is_ascii_letter('Z'));
  CHECK_FALSE(is_ascii_letter('{'));
  CHECK(is_ascii_digit('9'));
  CHECK_FALSE(is_ascii_digit(':'));
  CHECK(is_ascii_space('\f'));
  CHECK_FALSE(is_ascii_space('\v'));
  CHECK(is_ascii('\x7F'));
  CHECK_FALSE(is_ascii('\x80'));
}

TEST_CASE("names are compared apart from case") {
  CHECK(equals_ignoring_case("CharSet", "charset"));
  CHECK_FALSE(equals_ignoring_case("charsets", "charset"));
  CHECK(starts_with_ignoring_case("CharSets", "charset"));
  CHECK_FALSE(starts_with_ignoring_case("char", "charset"));
}

TEST_CASE("a word is found from a place on") {
  CHECK(find_ignoring_case("a CHARSET charset", "charset") == 2);
  CHECK(find_ignoring_case("a CHARSET charset", "charset", 3) == 10);
  CHECK(find_ignoring_case("a CHARSET", "charset", 3) == std::string_view::npos);
  CHECK(find_ignoring_case("a", "charset", 9) == std::string_view::npos);
}

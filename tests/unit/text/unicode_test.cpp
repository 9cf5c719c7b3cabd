#include <doctest/doctest.h>

#include "text/text.hpp"

using namespace pith::text;

TEST_CASE("code points have classes") {
  struct Row {
    char32_t code_point;
    unsigned classes;
  };
  constexpr Row rows[] = {
      {U'a', is_letter | is_lower},
      {U'\u00C4', is_letter | is_upper},
      {U'7', is_digit},
      {U'\u0664', is_digit},
      {U'\u00BD', is_other_number},
      {U'\u0301', is_mark},
      {U' ', is_space},
      {U'\u3000', is_space},
      {U'\u200B', is_space},
      {U'.', is_punctuation},
      {U'\uFF0C', is_punctuation},
      {U'+', is_symbol},
      {U'$', is_symbol | is_currency},
      {U'_', is_punctuation | is_connector},
      {U'\u6CB3', is_letter | is_cjk},
      {U'\uD55C', is_letter | is_cjk},
      {U'\u3042', is_letter | is_cjk},
      {char32_t{0x110000}, 0},
      {char32_t{0x0378}, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(static_cast<unsigned>(row.code_point));
    CHECK(class_of(row.code_point) == row.classes);
  }
}

TEST_CASE("lower case is one to one") {
  CHECK(to_lower(U'A') == U'a');
  CHECK(to_lower(U'\u00C4') == U'\u00E4');
  CHECK(to_lower(U'\u0416') == U'\u0436');
  CHECK(to_lower(U'\u6CB3') == U'\u6CB3');
  CHECK(to_lower(U'\U0001E900') == U'\U0001E922');
  CHECK(to_lower(char32_t{0x110000}) == char32_t{0x110000});
}

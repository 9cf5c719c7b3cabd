#include "text/ornaments.hpp"

#include <doctest/doctest.h>

#include <string>

using pith::text::is_ornament;

TEST_CASE("lines of nothing but signs are ornaments") {
  for (const char* const line : {"* * *", "***", "*", "\u2042", "~ ~ ~", "\u2014\u2014\u2014",
                                 "\u25C6\u3000\u25C6\u3000\u25C6", "\u2022 \u2022 \u2022", "= = =", "-----"}) {
    CAPTURE(line);
    CHECK(is_ornament(line));
  }
}

TEST_CASE("others are not") {
  // A dash of a dialogue, a bullet, an omission, a mark of a note.
  for (const char* const line :
       {"", "-", "\u2014", "\u2022", "\u25A0", "...", "* a", "** 1 **", "\u203B", "# # #", "$$$"}) {
    CAPTURE(line);
    CHECK_FALSE(is_ornament(line));
  }
  CHECK_FALSE(is_ornament(std::string(100, '-')));
}

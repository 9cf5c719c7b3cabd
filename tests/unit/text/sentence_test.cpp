#include "text/sentence.hpp"

#include <doctest/doctest.h>

using namespace pith::text;

TEST_CASE("a text ends with a mark, or it does not") {
  CHECK(ends_with_mark("It rained.", ascii_ends));
  CHECK_FALSE(ends_with_mark("It rained.", cjk_ends));
  CHECK(ends_with_mark("\u4E0B\u96E8\u3002", cjk_ends));
  CHECK_FALSE(ends_with_mark("\u4E0B\u96E8", cjk_ends));
  CHECK_FALSE(ends_with_mark("It rained. ", ascii_ends));
  CHECK_FALSE(ends_with_mark("", ascii_ends));
}

TEST_CASE("a mark at the beginning has its bytes") {
  CHECK(mark_bytes("? No", ascii_ends) == 1);
  CHECK(mark_bytes("\uFF1FNo", cjk_ends) == 3);
  CHECK(mark_bytes("No", ascii_ends | cjk_ends) == 0);
  CHECK(mark_bytes("", ascii_ends) == 0);
}

TEST_CASE("what counts only after a sentence is no part of a headline") {
  CHECK(ends_with_mark("Will it rain?", ends_of_blocks));
  CHECK_FALSE(ends_with_mark("Will it rain?", not_of_headlines));
  CHECK(ends_with_mark("Will it rain?", ascii_ends));
  CHECK((counted_in_blocks & full_stop) == 0);
}

#include "render/flanking.hpp"

#include <doctest/doctest.h>

using pith::render::flanks;
using pith::render::Neighbour;
using pith::render::neighbour_before;
using pith::render::neighbour_from;

TEST_CASE("characters beside asterisks are told apart, beyond ASCII too") {
  CHECK(neighbour_from("a", 0) == Neighbour::letter);
  CHECK(neighbour_from("a ", 1) == Neighbour::space);
  CHECK(neighbour_from("a", 1) == Neighbour::space);
  CHECK(neighbour_before("a", 0) == Neighbour::space);
  CHECK(neighbour_before("a(", 2) == Neighbour::punctuation);
  CHECK(neighbour_from("\u4E2D", 0) == Neighbour::letter);
  CHECK(neighbour_before("\u4E2D\uFF0C", 6) == Neighbour::punctuation);
  CHECK(neighbour_before("\u201C", 3) == Neighbour::punctuation);
  CHECK(neighbour_from("\u00A0", 0) == Neighbour::space);
  CHECK(neighbour_from("\u3000", 0) == Neighbour::space);
  CHECK(neighbour_from("\u00E9", 0) == Neighbour::letter);
}

TEST_CASE("signs that are punctuation to some readers are unknown") {
  CHECK(neighbour_from("\u20AC", 0) == Neighbour::unknown);
  CHECK(neighbour_from("\uFF04", 0) == Neighbour::unknown);
  CHECK(neighbour_from("\U0001F600", 0) == Neighbour::unknown);
}

TEST_CASE("asterisks are read beside a letter within, or beside space or punctuation without") {
  CHECK(flanks(Neighbour::letter, Neighbour::letter));
  CHECK(flanks(Neighbour::space, Neighbour::punctuation));
  CHECK(flanks(Neighbour::punctuation, Neighbour::unknown));
  CHECK_FALSE(flanks(Neighbour::letter, Neighbour::punctuation));
  CHECK_FALSE(flanks(Neighbour::unknown, Neighbour::punctuation));
  CHECK_FALSE(flanks(Neighbour::space, Neighbour::space));
}

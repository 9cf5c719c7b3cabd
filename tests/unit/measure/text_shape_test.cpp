#include "measure/text_shape.hpp"

#include <doctest/doctest.h>

#include <string>

using pith::measure::shape_of;

TEST_CASE("capitals and addresses are counted wherever they stand in a long text") {
  const std::string words = "the river rose and the bridge fell while the town slept through the night";
  CHECK(shape_of(words).upper == 0);
  CHECK(shape_of(words).urls == 0);
  CHECK(shape_of(words).characters == static_cast<float>(words.size()));

  for (std::size_t at = 0; at < words.size(); ++at) {
    CAPTURE(at);
    std::string changed = words;
    if (words[at] != ' ') CHECK(shape_of(changed.replace(at, 1, "Z")).upper == 1);
    if (words[at] != ' ') continue;
    changed = words;
    CHECK(shape_of(changed.replace(at, 1, " http ")).urls == 1);
    changed = words;
    CHECK(shape_of(changed.replace(at, 1, " www.a ")).urls == 1);
  }
}

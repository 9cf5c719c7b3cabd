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

TEST_CASE("addresses are told from words and file names") {
  CHECK(shape_of("see https://herald.example/a").urls == 1);
  CHECK(shape_of("see www.herald.example").urls == 1);
  CHECK(shape_of("mail me@herald.com").urls == 1);
  CHECK(shape_of("at 163.cn and b.org").urls == 2);
  CHECK(shape_of("and/or. command.combine it").urls == 0);
  CHECK(shape_of("wait ... come").urls == 0);
}

TEST_CASE("sentence ends are told from dots in names and numbers") {
  CHECK(shape_of("Version 1.2 of a.b came. It works!").sentences == 2);
  CHECK(shape_of("\u597D\u3002\u597D\uFF1F").sentences == 2);
  CHECK(shape_of("He said \"no.\"").ends_sentence);
  CHECK_FALSE(shape_of("A headline").ends_sentence);
  CHECK(shape_of("and then...").ends_ellipsis);
  CHECK(shape_of("and then\u2026").ends_ellipsis);
  CHECK_FALSE(shape_of("and then... nothing happened").ends_ellipsis);
}

TEST_CASE("runs of Han characters are counted as characters are one by one") {
  // A number, a unit of dates, a mark, a letter within the run: what stands around them must not matter.
  const std::string han = "\u6CB3\u6C34\u4E0A\u6DA8";
  for (const char* const inserted : {"", "5", "5\u5E74", "\u5E74", "\u3002", "\u4E28", "A", "www.a", "\uFF0C"}) {
    CAPTURE(inserted);
    const auto shape = shape_of(han + inserted + han);
    const auto alone = shape_of(std::string(" ") + inserted + " ");
    CHECK(shape.characters == 8 + alone.characters - 2);
    CHECK(shape.sentences == alone.sentences);
    CHECK(shape.separators == alone.separators);
    CHECK(shape.commas == alone.commas);
    CHECK(shape.digits == alone.digits);
    CHECK(shape.upper == alone.upper);
    CHECK(shape.punctuation == alone.punctuation);
    CHECK_FALSE(shape.ends_sentence);
    CHECK_FALSE(shape.ends_ellipsis);
  }
  CHECK(shape_of(han + "2019\u5E745\u67081\u65E5").has_date);
  CHECK(shape_of("2019" + han).has_year);
  CHECK(shape_of(han + "\u3002").ends_sentence);
}

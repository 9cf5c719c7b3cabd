#include <doctest/doctest.h>

#include <string_view>

#include "support/line_builder.hpp"

using pith::BlockKind;
using pith::test::LineBuilder;

namespace {

float shape(std::string_view line, std::string_view feature) {
  LineBuilder page;
  return page.line(line).measure().value(0, feature);
}

}  // namespace

TEST_CASE("characters and words of a line are counted") {
  constexpr std::string_view line = "In 1999, the \"Old Mill\" closed.";
  CHECK(shape(line, "words") == 6);
  CHECK(shape(line, "letters") == 26);
  CHECK(shape(line, "letters_per_word") == doctest::Approx(26.0 / 6));
  CHECK(shape(line, "commas") == 1);
  CHECK(shape(line, "sentences") == 1);
  CHECK(shape(line, "ends_sentence") == 1);
  CHECK(shape(line, "digit_share") == doctest::Approx(4.0 / 31));
  CHECK(shape(line, "punctuation_share") == doctest::Approx(4.0 / 31));
  CHECK(shape(line, "quotes") == 2);
  CHECK(shape(line, "has_year") == 1);
  CHECK(shape(line, "function_share") == doctest::Approx(2.0 / 6));
  CHECK(shape(line, "starts_upper") == 1);
  CHECK(shape(line, "capital_share") == doctest::Approx(3.0 / 5));  // of In, the, Old, Mill, closed
}

TEST_CASE("a CJK character is a word") {
  constexpr std::string_view line = "\u4E0A\u6D77\u7684\u96E8\u3002";
  CHECK(shape(line, "words") == 4);
  CHECK(shape(line, "weighted_words") == doctest::Approx(4 / 1.7));
  CHECK(shape(line, "cjk_share") == 1);
  CHECK(shape(line, "function_share") == doctest::Approx(0.5));
  CHECK(shape(line, "capital_share") == -1);
}

TEST_CASE("good lines are long enough and have the end of a sentence or two commas") {
  CHECK(shape("One two three four five six seven eight nine ten.", "good") == 1);
  CHECK(shape("One two three four five six seven eight nine ten", "good") == 0);
  CHECK(shape("One two three, four five six, seven eight nine ten", "good") == 1);
  CHECK(shape("One two three four five six seven, eight.", "good") == 0);
}

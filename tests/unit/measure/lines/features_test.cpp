#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "support/line_builder.hpp"

using pith::Category;
using pith::rules::Match;
using pith::test::LineBuilder;

TEST_CASE("every plain-text feature has a name of its own and a meaning") {
  std::set<std::string_view> names;
  for (const auto& feature : pith::measure::line_features()) {
    CAPTURE(feature.name);
    CHECK_FALSE(feature.name.empty());
    CHECK_FALSE(feature.meaning.empty());
    CHECK(names.insert(feature.name).second);
  }
}

TEST_CASE("a text whose words are not kept measures the same") {
  LineBuilder kept;
  LineBuilder found;
  for (LineBuilder* page : {&kept, &found}) {
    page->line("Home | News").prose(8).line("\u6cb3\u6c34\u4e0a\u6da8\u4e86\u4e24\u7c73\u3002");
    page->line("Mill news today").line("Mill news today: the wheel").line("Mill news today").prose(3);
  }
  kept.measure();
  found.forget_words().measure();
  CHECK(kept.features().values == found.features().values);
  CHECK(kept.value(10, "next_prefix") == 1);
}

TEST_CASE("the matrix has a column per feature, a row per line and no NaN") {
  LineBuilder page;

  SUBCASE("no lines") {
    page.measure();
    CHECK(page.features().values.empty());
  }
  SUBCASE("one line without words") {
    page.line("***").measure();
    CHECK(page.features().values.size() == pith::measure::line_features().size());
  }
  SUBCASE("some lines") {
    page.line("Home | News").prose(3).line("12").measure();
    CHECK(page.features().values.size() == 5 * pith::measure::line_features().size());
  }
  CHECK(page.features().columns == pith::measure::line_features().size());
  for (const float value : page.features().values) REQUIRE(std::isfinite(value));
}

TEST_CASE("a used scratch measures as a fresh one") {
  LineBuilder first, second, again;
  first.prose(4).line("Read next").measure();
  second.line("Home").prose(9).measure();
  again.prose(4).line("Read next").measure();
  CHECK(first.features().values == again.features().values);
}

TEST_CASE("segments surround the main text") {
  LineBuilder page;
  page.line("Home").line("News").prose(2).line("A subheading").prose(2).line("Contact").line("Us").measure();

  SUBCASE("the wide one reaches across a subheading") {
    CHECK(page.value(4, "segment_wide_inside") == 1);
    CHECK(page.value(1, "segment_wide_inside") == 0);
    CHECK(page.value(0, "segment_wide_distance") == -2);
    CHECK(page.value(7, "segment_wide_distance") == 1);
    CHECK(page.value(3, "segment_wide_place") == doctest::Approx(0.2));
    CHECK(page.value(0, "segment_wide_words") == 50);
    CHECK(page.value(0, "segment_wide_good_share") == 1);
    CHECK(page.value(0, "segment_wide_word_distance") == 2);
    CHECK(page.value(7, "segment_wide_word_distance") == 0);
    CHECK(page.value(8, "segment_wide_word_distance") == 1);
  }
  SUBCASE("the tight one stops where the gap costs more than the text after it") {
    LineBuilder gap;
    gap.prose(3).line("One").line("Two").prose(1).measure();
    CHECK(gap.value(5, "segment_tight_inside") == 0);
    CHECK(gap.value(2, "segment_tight_inside") == 1);
  }
}

TEST_CASE("of runs that are equally good the first is the main text") {
  LineBuilder page;
  page.prose(2).line("Menu").prose(2).measure();
  CHECK(page.value(0, "segment_tight_inside") == 1);
  CHECK(page.value(3, "segment_tight_inside") == 0);
}

TEST_CASE("topics are shared with other lines of the main text") {
  LineBuilder page;
  page.line("Copper prices rose in London today, and traders saw more to come soon.")
      .line("Traders in London said that copper was scarce, as it had been before.")
      .line("Copper traders")
      .line("Weather tomorrow")
      .line("a b c")
      .measure();
  CHECK(page.value(2, "topic_overlap") == 1);
  CHECK(page.value(2, "topic_weight") == 2);
  CHECK(page.value(3, "topic_overlap") == 0);
  CHECK(page.value(4, "topic_overlap") == -1);
}

TEST_CASE("positions count lines, words and good words") {
  LineBuilder page;
  page.line("Home").prose(1).line("Two words").prose(1).line("End").measure();
  CHECK(page.value(2, "lines_above") == 2);
  CHECK(page.value(2, "lines_below") == 2);
  CHECK(page.value(2, "line_place") == doctest::Approx(0.4));
  CHECK(page.value(2, "words_above") == 13);
  CHECK(page.value(2, "words_below") == 13);
  CHECK(page.value(2, "good_above") == 12);
  CHECK(page.value(2, "good_place") == doctest::Approx(0.5));
  CHECK(page.value(0, "lines_since_good") == 200);
  CHECK(page.value(0, "lines_until_good") == 1);
  CHECK(page.value(4, "lines_since_good") == 1);
  CHECK(page.value(0, "from_first_good") == -1);
  CHECK(page.value(4, "from_last_good") == 1);
  CHECK(page.value(2, "share_of_longest") == doctest::Approx(2.0 / 12));
}

TEST_CASE("page sums are the same on every line") {
  LineBuilder page;
  page.line("Home").line("Same old words").line("Same old words").prose(2).measure();
  for (std::size_t line = 0; line < 5; ++line) {
    CHECK(page.value(line, "page_lines") == 5);
    CHECK(page.value(line, "page_words") == 31);
    CHECK(page.value(line, "page_good_words") == 24);
    CHECK(page.value(line, "page_good_lines") == 2);
    CHECK(page.value(line, "page_copied_share") == doctest::Approx(0.4));
    CHECK(page.value(line, "page_median_words") == 3);
    CHECK(page.value(line, "page_median_good_words") == 12);
  }
}

TEST_CASE("blank lines part groups") {
  LineBuilder page;
  page.line("A title").blank().line("One").line("Two words").blank().line("Last").measure();
  CHECK(page.value(0, "blank_after") == 1);
  CHECK(page.value(1, "blank_before") == 1);
  CHECK(page.value(1, "blank_after") == 0);
  CHECK(page.value(2, "group_lines") == 2);
  CHECK(page.value(2, "group_words") == 3);
  CHECK(page.value(2, "group_place") == 1);
  CHECK(page.value(3, "blank_after") == 1);
  CHECK(page.value(0, "page_blank_share") == doctest::Approx(0.5));
}

TEST_CASE("neighbours are seen, and missing ones are -1") {
  LineBuilder page;
  page.line("Home").prose(1).line("Two words").measure();
  CHECK(page.value(0, "above_1_words") == -1);
  CHECK(page.value(0, "below_1_words") == 12);
  CHECK(page.value(0, "below_2_words") == 2);
  CHECK(page.value(2, "above_1_good") == 1);
  CHECK(page.value(2, "below_5_words") == -1);
}

TEST_CASE("windows are means over the lines that exist") {
  LineBuilder page;
  page.line("One").line("One two three").prose(1).measure();
  CHECK(page.value(0, "window_3_words") == doctest::Approx(16.0 / 3));
  CHECK(page.value(0, "window_8_good") == doctest::Approx(1.0 / 3));
  CHECK(page.value(0, "after_6_words") == doctest::Approx(7.5));
  CHECK(page.value(0, "after_6_word_spread") == doctest::Approx(4.5));
  CHECK(page.value(0, "before_6_words") == 0);
  CHECK(page.value(2, "before_15_short") == 1);
}

TEST_CASE("runs of like lines know their size") {
  LineBuilder page;
  page.line("Home").prose(3).line("End").measure();
  CHECK(page.value(2, "run_good_lines") == 3);
  CHECK(page.value(2, "run_good_words") == 36);
  CHECK(page.value(2, "run_good_place") == 1);
  CHECK(page.value(4, "run_short_lines") == 1);
}

TEST_CASE("clusters of good lines bear small gaps") {
  LineBuilder page;
  page.prose(1).line("x").line("x").prose(1).line("x").line("x").line("x").prose(1).measure();
  CHECK(page.value(1, "cluster_inside") == 1);
  CHECK(page.value(0, "cluster_words") == 24);
  CHECK(page.value(5, "cluster_inside") == 0);
  CHECK(page.value(5, "cluster_above_share") == 1);
  CHECK(page.value(5, "cluster_below_share") == doctest::Approx(0.5));
  CHECK(page.value(7, "cluster_words") == 12);
}

TEST_CASE("rhythm shows lists of title and abstract") {
  LineBuilder page;
  for (int i = 0; i < 4; ++i) page.line("A title").prose(1);
  page.measure();
  CHECK(page.value(3, "like_1") == 0);
  CHECK(page.value(3, "like_2") == 2);
  CHECK(page.value(3, "rhythm_1") == 0);
  CHECK(page.value(3, "rhythm_2") == doctest::Approx(1.5));
  CHECK(page.value(2, "heads_text") == 1);
  CHECK(page.value(3, "heads_text") == 0);
}

#include <doctest/doctest.h>

#include "support/line_builder.hpp"

using pith::Category;
using pith::rules::Match;
using pith::test::LineBuilder;

TEST_CASE("evidence of several categories is summed up to its group") {
  LineBuilder page;
  page.line("Trending now")
      .phrase(Category::hot_topics, Match::line, 1, true)
      .phrase(Category::related, Match::inside, 0.3F)
      .line("Source: AP, 5 May")
      .phrase(Category::date_line, Match::suffix, 0.4F)
      .phrase(Category::source_line, Match::prefix, 0.2F)
      .measure();
  CHECK(page.value(0, "phrase_related") == 4);
  CHECK(page.value(0, "phrase_share_related") == 1);
  CHECK(page.value(1, "phrase_source") == 3);
  CHECK(page.value(1, "phrase_share_source") == doctest::Approx(0.4));
  CHECK(page.value(1, "phrase_most_share") == doctest::Approx(0.4));
  CHECK(page.value(1, "phrase_related") == 0);
}

TEST_CASE("sections are seen from the lines around them") {
  LineBuilder page;
  page.prose(1)
      .line("Read next")
      .phrase(Category::related, Match::line, 1, true)
      .prose(2)
      .line("Share this")
      .phrase(Category::share, Match::prefix, 0.3F)
      .measure();

  SUBCASE("by distance") {
    CHECK(page.value(0, "lines_until_related") == 1);
    CHECK(page.value(0, "lines_since_related") == 200);
    CHECK(page.value(1, "lines_since_related") == 200);
    CHECK(page.value(3, "lines_since_related") == 2);
    CHECK(page.value(3, "lines_since_heading") == 2);
    CHECK(page.value(3, "lines_until_share") == 1);
  }
  SUBCASE("by number") {
    CHECK(page.value(0, "hits_before") == 0);
    CHECK(page.value(0, "hits_after") == 2);
    CHECK(page.value(1, "hits_before") == 1);
    CHECK(page.value(4, "hits_after") == 0);
  }
  SUBCASE("by the text since") {
    CHECK(page.value(0, "good_since_related") == -1);
    CHECK(page.value(3, "good_since_related") == 12);
  }
}

TEST_CASE("phrases inside long lines announce nothing") {
  LineBuilder page;
  page.line("All that was said in the long debate of that night about the related articles of the law")
      .phrase(Category::related, Match::inside, 0.9F)
      .prose(1)
      .measure();
  CHECK(page.value(1, "lines_since_related") == 200);
}

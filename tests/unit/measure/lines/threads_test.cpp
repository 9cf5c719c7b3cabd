#include <doctest/doctest.h>

#include "support/line_builder.hpp"

using pith::test::LineBuilder;

TEST_CASE("controls of comments are seen from the lines around them") {
  LineBuilder page;
  page.prose(1).line("First!").line("2 hours ago Reply 7").line("So true").line("Reply Report 12").measure();

  CHECK(page.value(0, "lines_until_control") == 2);
  CHECK(page.value(2, "lines_until_control") == 2);
  CHECK(page.value(3, "lines_since_control") == 1);
  CHECK(page.value(1, "lines_since_control") == 200);
  CHECK(page.value(0, "controls_around") == doctest::Approx(0.4));
  CHECK(page.value(0, "page_controls") == 2);
}

TEST_CASE("lines that only threads have are counted by kind") {
  LineBuilder page;
  page.line("Thread starter").prose(1).line("Reply with quote").prose(1).measure();

  CHECK(page.value(0, "thread_mark") == 1);
  CHECK(page.value(1, "thread_mark") == 0);
  CHECK(page.value(1, "lines_since_thread_mark") == 1);
  CHECK(page.value(1, "lines_until_thread_mark") == 1);
  CHECK(page.value(3, "lines_until_thread_mark") == 200);
  CHECK(page.value(3, "page_thread_marks") == 2);
}

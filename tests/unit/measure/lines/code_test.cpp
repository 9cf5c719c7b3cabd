#include <doctest/doctest.h>

#include "measure/lines/page.hpp"
#include "support/line_builder.hpp"

using pith::test::LineBuilder;

namespace {

bool looks_like_code(std::string_view utf8) {
  pith::measure::LineText line;
  line.assign(utf8);
  return pith::measure::looks_like_code(line);
}

}  // namespace

TEST_CASE("lines of programs are told from prose and menus") {
  for (const char* line : {"int main() {", "}", "total = total + price", "if x == 3:", "print('river')", "level += 2",
                           "<p class=\"flood\">The river</p>", "return levels[day];"}) {
    CAPTURE(line);
    CHECK(looks_like_code(line));
  }
  for (const char* line :
       {"Home | News | Sport", "Price: $12 (was $15)", "River floods the old town", "https://herald.example/a/b-c"}) {
    CAPTURE(line);
    CHECK_FALSE(looks_like_code(line));
  }
}

TEST_CASE("code is seen from the lines around it") {
  LineBuilder page;
  page.prose(1).line("level = read();").line("print(level)").prose(1).measure();

  CHECK(page.value(0, "code") == 0);
  CHECK(page.value(1, "code") == 1);
  CHECK(page.value(0, "code_around") == doctest::Approx(0.5));
  CHECK(page.value(0, "code_words_share") == doctest::Approx(4.0 / 28));
}

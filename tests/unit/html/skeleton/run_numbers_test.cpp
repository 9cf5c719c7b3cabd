#include <doctest/doctest.h>

#include <string>

#include "html/skeleton/skeleton.hpp"
#include "text/text.hpp"

using namespace pith::html;

TEST_CASE("a run's number is read as it was written") {
  for (const std::uint32_t number : {0U, 1U, 0xFFEFU, 0xFFF0U, 0xFFF1U, 200'000U, 50'000'000U}) {
    std::string text = "a";
    append_run_number(number, text);
    std::size_t position = 1;
    CAPTURE(number);
    CHECK(next_run(text, position) == static_cast<std::int64_t>(number));
    CHECK(position == text.size());
    CHECK(text.size() == (number < single_run_count ? 5 : 9));
    CHECK(pith::text::valid_utf8_prefix(text) == text.size());
  }
}

TEST_CASE("where no run stands, none is read") {
  for (const char* const text : {"a", "\u00E9", "\U0001F600", "", "\U00100000", "\U00100000a"}) {
    std::size_t position = 0;
    CHECK(next_run(text, position) == -1);
    CHECK(position == 0);
  }
}

TEST_CASE("pages with characters of their own in that range are known") {
  CHECK(may_hold_run_numbers("a\U000F0000"));
  CHECK(may_hold_run_numbers("a &#983040; b"));
  CHECK(may_hold_run_numbers("&#xF0000"));
  CHECK_FALSE(may_hold_run_numbers("a &#65; \u4E2D \U0001F600"));
}

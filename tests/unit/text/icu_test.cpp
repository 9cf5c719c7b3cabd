#include "text/icu.hpp"

#include <doctest/doctest.h>

using pith::text::convert_to_utf8;
using pith::text::detect_charset;

TEST_CASE("bytes are converted, and what is malformed is counted") {
  std::string out = "x";
  CHECK(convert_to_utf8("caf\xE9", "windows-1252", out) == 0);
  CHECK(out == "xcaf\u00E9");

  out.clear();
  CHECK(convert_to_utf8("\xD6\xD0\xFF", "gb18030", out) == 1);
  CHECK(out == "\u4E2D\uFFFD");
}

TEST_CASE("a converter that does not exist changes nothing") {
  std::string out = "x";
  CHECK(convert_to_utf8("abc", "klingon", out) == -1);
  CHECK(out == "x");
}

TEST_CASE("long text is converted whole") {
  std::string out;
  CHECK(convert_to_utf8(std::string(100'000, '\xE9'), "windows-1252", out) == 0);
  CHECK(out.size() == 200'000);
}

TEST_CASE("a charset is detected from text that has enough of it") {
  std::string russian;
  for (int i = 0; i < 20; ++i) russian += "\xD0\xE5\xEA\xE0 \xEF\xEE\xE4\xED\xFF\xEB\xE0\xF1\xFC ";
  CHECK(detect_charset(russian) == "windows-1251");
}

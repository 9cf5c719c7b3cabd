#include "core/quoted.hpp"

#include <doctest/doctest.h>

using pith::core::quoted;

TEST_CASE("a short text is quoted as it is") {
  CHECK(quoted("") == "\"\"");
  CHECK(quoted("share \xE5\x88\x86") == "\"share \xE5\x88\x86\"");
}

TEST_CASE("a quote is one line") {
  CHECK(quoted("a\rb\tc\x1B\x7F") == "\"a?b?c??\"");
}

TEST_CASE("of a long text the beginning is quoted, up to a whole character") {
  CHECK(quoted(std::string(60, 'x')) == "\"" + std::string(60, 'x') + "\"");
  CHECK(quoted(std::string(61, 'x')) == "\"" + std::string(60, 'x') + "...\"");
  CHECK(quoted(std::string(59, 'x') + "\xE5\x88\x86") == "\"" + std::string(59, 'x') + "...\"");
}

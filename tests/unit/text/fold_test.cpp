#include <doctest/doctest.h>

#include <string>

#include "text/text.hpp"

namespace {

std::string folded(std::string_view utf8) {
  std::string out;
  pith::text::append_folded(utf8, out);
  return out;
}

}  // namespace

TEST_CASE("folded text has neither case nor marks, and one space between words") {
  CHECK(folded("Read more >>") == "read more");
  CHECK(folded("  --  ") == "");
  CHECK(folded("\u00C4RGER, oder\u00A0nicht?") == "\u00E4rger oder nicht");
  CHECK(folded("U.S. 2024/05") == "u s 2024 05");
  CHECK(folded("\uFF28\uFF45\uFF52\uFF41\uFF4C\uFF44\uFF11") == "herald1");
  CHECK(folded("\u201Cquoted\u201D") == "quoted");
}

TEST_CASE("beside CJK characters there is no space") {
  CHECK(folded("\u6CB3\u6C34\uFF0C\u4E0A \u6DA8") == "\u6CB3\u6C34\u4E0A\u6DA8");
  CHECK(folded("\u6CB3 river \u6C34") == "\u6CB3river\u6C34");
}

TEST_CASE("what parts words parts them wherever it stands in a long text") {
  const std::string words = "The river 2024 rose and the BRIDGE fell while the Town slept";
  const std::string plain = "the river 2024 rose and the bridge fell while the town slept";
  CHECK(folded(words) == plain);
  for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1)) {
    for (const std::string_view space : {"  ", "\t", ", ", " (", "-", "\u00A0", " \u2014 "}) {
      CHECK(folded(std::string(words).replace(at, 1, space)) == plain);
    }
    CHECK(folded(std::string(words).replace(at, 1, "\u00C9")) == std::string(plain).replace(at, 1, "\u00E9"));
    CHECK(folded(words.substr(0, at) + " ") == plain.substr(0, at));
  }
}

TEST_CASE("folding appends") {
  std::string out = "x";
  pith::text::append_folded("A", out);
  CHECK(out == "xa");
}

TEST_CASE("white space is trimmed at both ends, whatever its script") {
  CHECK(pith::text::trim(" \t\u3000\u200Bone two\uFEFF\u00A0\n") == "one two");
  CHECK(pith::text::trim(" \u3000 ") == "");
  CHECK(pith::text::trim("\u00E9") == "\u00E9");
}

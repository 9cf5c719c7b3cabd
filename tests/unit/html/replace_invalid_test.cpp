#include <doctest/doctest.h>

#include <string>

#include "html/replace_invalid.hpp"

namespace {

std::string replaced(const std::string& text) {
  pith::core::Arena storage(std::size_t{1} << 20U);
  const std::string out(pith::html::replace_invalid(text, storage));
  REQUIRE(pith::html::portable_holds_invalid(text) == (out != text));
  return out;
}

}  // namespace

TEST_CASE("control characters become U+FFFD, wherever they stand in a long text") {
  for (char c = 1; c < 127; ++c) {
    CAPTURE(static_cast<int>(c));
    const bool is_valid = c >= ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    for (const std::size_t at : {0U, 15U, 63U, 64U, 100U, 129U}) {
      const std::string before(at, 'a');
      const std::string behind(130 - at, 'z');
      CHECK(replaced(before + c + behind) == before + (is_valid ? std::string(1, c) : "\uFFFD") + behind);
    }
  }
}

TEST_CASE("what is not a character becomes U+FFFD among text of any script") {
  const std::string text = "\u6CB3\u6C34\uFF0C \u00E9t\u00E9 \U0001F600 ";
  CHECK(replaced(text) == text);
  for (const std::string invalid : {"\x7F", "\u0080", "\u009F", "\uFDD0", "\uFFFE", "\uFFFF", "\U0001FFFE"}) {
    CHECK(replaced(text + invalid + text) == text + "\uFFFD" + text);
  }
}

TEST_CASE("what is not a character is found at every byte of a long text in another script") {
  std::string text;
  while (text.size() < 300) text += "\u6CB3\u6C34\uFF0C";
  for (const std::string invalid : {"\x01", "\x7F", "\u009F", "\uFDD0", "\uFFFF", "\U0001FFFE"}) {
    for (std::size_t at = 0; at < text.size(); at += 3) {
      REQUIRE(replaced(text.substr(0, at) + invalid + text.substr(at)) ==
              text.substr(0, at) + "\uFFFD" + text.substr(at));
    }
  }
}

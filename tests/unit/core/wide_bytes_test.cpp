#include "core/wide_bytes.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cstring>
#include <string>

using namespace pith::core;

TEST_CASE("a byte that a test finds is found wherever it stands in the line") {
  const auto has_x = [](const std::string& line) {
    return any_in_line(line.data(), 0xFF, [](WideBytes bytes) { return std::bit_cast<WideBytes>(bytes == 'x'); });
  };
  std::string line(line_bytes, 'a');
  CHECK_FALSE(has_x(line));
  for (std::size_t at = 0; at < line_bytes; ++at) {
    CAPTURE(at);
    line[at] = 'x';
    CHECK(has_x(line));
    line[at] = 'y';
  }
}

TEST_CASE("only the bits that are asked for count") {
  const std::string line(line_bytes, '\x7F');
  const auto same = [](WideBytes bytes) { return bytes; };
  CHECK_FALSE(any_in_line(line.data(), 0x80, same));
  CHECK(any_in_line(line.data(), 0x40, same));
}

TEST_CASE("bytes that hold are counted") {
  const auto count_of = [](const std::string& text) {
    WideBytes bytes;
    std::memcpy(&bytes, text.data(), sizeof bytes);
    const auto found = std::bit_cast<WideBytes>(bytes == 'x');
    CHECK(any(found) == (count_set(found) != 0));
    return count_set(found);
  };
  CHECK(count_of(std::string(sizeof(WideBytes), 'a')) == 0);
  CHECK(count_of("xaaaaaaxaaaaaaax") == 3);
  CHECK(count_of(std::string(sizeof(WideBytes), 'x')) == sizeof(WideBytes));
}

TEST_CASE("the first byte that is set is found") {
  CHECK(first_set(WideBytes{}) == sizeof(WideBytes));
  for (std::size_t at = 0; at < sizeof(WideBytes); ++at) {
    std::string text(sizeof(WideBytes), '\0');
    text.back() = '\xFF';
    text[at] = '\1';
    CHECK(first_set(load_wide(text.data())) == at);
  }
}

TEST_CASE("a word is found where std::string_view finds it, at every place of a text") {
  for (std::size_t size = 0; size < 150; ++size) {
    for (std::size_t at = 0; at + 3 <= size; ++at) {
      std::string text(size, '<');
      text.replace(at, 3, "</s");
      if (at > 1) text[0] = '/';
      CAPTURE(size);
      CAPTURE(at);
      REQUIRE(pith::core::find_word(text, "</s") == at);
      REQUIRE(pith::core::find_word(text, "</s", at) == at);
      REQUIRE(pith::core::find_word(text, "</s", at + 1) == std::string_view::npos);
    }
  }
  CHECK(pith::core::find_word("", "ab") == std::string_view::npos);
  CHECK(pith::core::find_word("ab", "ab", 9) == std::string_view::npos);
  CHECK(pith::core::find_pair("xab", 0, 'a', 'b') == 1);
  CHECK(pith::core::find_pair("xab", 2, 'a', 'b') == 3);
}

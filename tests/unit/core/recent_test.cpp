#include "core/recent.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

TEST_CASE("what was asked of a text is asked once, as long as it is at hand") {
  pith::core::Recent<std::size_t, 4> recent;
  int asked = 0;
  const auto size = [&asked](std::string_view text) {
    ++asked;
    return text.size();
  };
  for (int i = 0; i < 10; ++i) CHECK(recent.of("menu item", size) == 9);
  CHECK(asked == 1);
}

TEST_CASE("of more texts than are kept, each still gets its own answer") {
  std::vector<std::string> texts;
  for (int i = 0; i < 100; ++i) texts.push_back("class-" + std::to_string(i * i));
  pith::core::Recent<std::string, 8> recent;
  for (int round = 0; round < 2; ++round) {
    for (const std::string& text : texts)
      CHECK(recent.of(text, [](std::string_view one) { return "of " + std::string(one); }) == "of " + text);
  }
}

TEST_CASE("an empty text has nothing to say") {
  pith::core::Recent<int> recent;
  CHECK(recent.of("", [](std::string_view) { return 7; }) == 0);
}

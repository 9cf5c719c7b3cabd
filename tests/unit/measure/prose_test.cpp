#include "measure/prose.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

/// Whether the text is prose; `linked` of its 100 letters stand in links.
bool is_prose(std::string_view utf8, std::uint32_t linked = 0) {
  std::vector<pith::text::Word> words;
  pith::text::tokenize(utf8, words);
  pith::blocks::TextBlock block;
  block.text = utf8;
  block.word_count = static_cast<std::uint32_t>(words.size());
  for (const auto& word : words) block.cjk_words += word.is_cjk;
  block.letters = 100;
  block.linked_letters = linked;
  return pith::measure::is_prose(block);
}

}  // namespace

TEST_CASE("prose has ten words and a sentence end, or two commas") {
  CHECK(is_prose("The river rose by two metres in one night only."));
  CHECK_FALSE(is_prose("The river rose by two metres in one night."));
  CHECK_FALSE(is_prose("The river rose by two metres in one night only"));
  CHECK(is_prose("The river rose, by two metres, in one night only and"));
  CHECK_FALSE(is_prose("The river rose, by two metres in one night only and"));
  CHECK_FALSE(is_prose("The river rose by 2.50 metres in one night only and"));
  CHECK(is_prose("\"The river rose by two metres in one night only.\" Ann"));
}

TEST_CASE("a CJK character counts less than a word") {
  std::string text;
  for (int i = 0; i < 17; ++i) text += "\u6CB3";
  CHECK(is_prose(text + "\u3002"));
  CHECK_FALSE(is_prose(text.substr(3) + "\u3002"));
}

TEST_CASE("links are no prose") {
  CHECK(is_prose("The river rose by two metres in one night only.", 39));
  CHECK_FALSE(is_prose("The river rose by two metres in one night only.", 40));
}

#include "measure/prose.hpp"

#include <doctest/doctest.h>

#include <string>

namespace {

/// `linked` of its 100 letters stand in links.
pith::blocks::TextBlock block_of(std::string_view utf8, std::uint32_t linked = 0) {
  std::vector<pith::text::Word> words;
  pith::text::tokenize(utf8, words);
  pith::blocks::TextBlock block;
  block.text = utf8;
  block.word_count = static_cast<std::uint32_t>(words.size());
  for (const auto& word : words) block.cjk_words += word.is_cjk;
  block.letters = 100;
  block.linked_letters = linked;
  return block;
}

bool is_prose(std::string_view utf8, std::uint32_t linked = 0) {
  return pith::measure::is_prose(block_of(utf8, linked));
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

TEST_CASE("good text is as long and as little linked as prose") {
  const std::string_view words = "The river rose by two metres in one night only and more";
  pith::measure::TextShape shape;
  shape.sentences = 1;
  CHECK(pith::measure::is_good(block_of(words), shape));
  CHECK_FALSE(pith::measure::is_good(block_of(words.substr(0, 41)), shape));  // nine words
  CHECK_FALSE(pith::measure::is_good(block_of(words, 40), shape));
  shape.sentences = 0;
  CHECK_FALSE(pith::measure::is_good(block_of(words), shape));
  shape.commas = 2;
  CHECK(pith::measure::is_good(block_of(words), shape));
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

#include "measure/html/word_facts.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <string>
#include <vector>

namespace {

using namespace pith;
using measure::WordFacts;

WordFacts facts_of(const measure::PageFacts& page, std::string_view block) {
  measure::Temporary temporary;
  measure::WordReader reader(page, temporary);
  std::vector<text::Word> words;
  text::tokenize(block, words);
  return reader.read(words);
}

measure::PageFacts titled(std::string_view title) {
  measure::PageFacts page;
  page.title = title;
  return page;
}

}  // namespace

TEST_CASE("each distinct word of a block counts once for its title") {
  const WordFacts facts = facts_of(titled("The river rises"), "River, river, river: it rises");
  CHECK(facts.title.covered == doctest::Approx(2.0 / 3));  // river, it, rises
  CHECK(facts.title.jaccard == doctest::Approx(2.0 / 4));
}

TEST_CASE("of title and headline the one more like the block tells") {
  measure::PageFacts page = titled("Herald");
  page.headline = "The river rises";
  CHECK(facts_of(page, "the river rises").title.jaccard == 1);
  CHECK(facts_of(page, "Herald").title.jaccard == 1);
}

TEST_CASE("a long block is no headline") {
  std::string block = "river";
  for (int k = 1; k < 60; ++k) block += " word";
  CHECK(facts_of(titled("River"), block).title.covered > 0);
  CHECK(facts_of(titled("River"), block + " word").title.covered == 0);
}

TEST_CASE("without words or description there is nothing to cover") {
  measure::PageFacts page = titled("River");
  CHECK(facts_of(page, "river").description == -1);
  page.description = "The river rose at night";
  CHECK(facts_of(page, "...").description == -1);
  CHECK(facts_of(page, "river, river and night, night").description == doctest::Approx(4.0 / 5));  // each time
}

TEST_CASE("the topic is long words, or two Chinese characters together, and no numbers") {
  const auto words_of_topic = [](std::string_view title, std::string_view block) {
    return std::popcount(facts_of(titled(title), block).topic);
  };
  CHECK(words_of_topic("The river and the dam of 2024", "the dam and 2024") == 0);
  CHECK(words_of_topic("The river and the dam of 2024", "Rivers: a river and a dam") == 1);
  CHECK(words_of_topic("\u6CB3\u6C34\u4E0A\u6DA8", "\u6CB3\u6C34") == 1);
  CHECK(words_of_topic("\u6CB3\u6C34\u4E0A\u6DA8", "\u6C34\u6CB3") == 0);
}

TEST_CASE("a topic has 64 words at most") {
  std::string title;
  for (char a = 'a'; a <= 'z'; ++a) {
    for (const char* end : {"aaaa ", "bbbb ", "cccc "}) title += a + std::string(end);
  }
  CHECK(std::popcount(facts_of(titled(title), title).topic) == 64);
}

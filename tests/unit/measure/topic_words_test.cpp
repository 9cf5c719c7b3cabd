#include "measure/topic_words.hpp"

#include <doctest/doctest.h>

namespace {

std::vector<std::uint64_t> topics_of(std::string_view text) {
  std::vector<pith::text::Word> words;
  pith::text::tokenize(text, words);
  std::vector<std::uint64_t> topics;
  for (std::size_t w = 0; w < words.size(); ++w) topics.push_back(pith::measure::topic_word(words, w));
  return topics;
}

}  // namespace

TEST_CASE("long words speak of a topic, short ones do not") {
  const auto topics = topics_of("the copper and Copper");
  CHECK(topics[0] == 0);
  CHECK(topics[1] != 0);
  CHECK(topics[2] == 0);
  CHECK(topics[3] == topics[1]);
}

TEST_CASE("CJK characters speak of a topic two by two") {
  const auto topics = topics_of("\u94DC\u4EF7 \u94DC\u4EF7x");
  CHECK(topics[0] != 0);
  CHECK(topics[2] == topics[0]);
  CHECK(topics[1] != topics[0]);
  CHECK(topics[3] == 0);
}

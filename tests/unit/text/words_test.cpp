#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "text/text.hpp"

using pith::text::hash_word;
using pith::text::tokenize;
using pith::text::Word;

namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::vector<Word> words;
  tokenize(line, words);
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back(line.substr(word.begin, word.bytes));
  return texts;
}

std::string folded(const std::string& line) {
  std::string out;
  pith::text::append_folded(line, out);
  return out;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("words are runs of letters, digits and connectors") {
  CHECK(words_of("The river rose 2 metres.") == Words{"The", "river", "rose", "2", "metres"});
  CHECK(words_of("snake_case, don't") == Words{"snake_case", "don", "t"});
  CHECK(words_of("Stra\u00DFe \u00E9t\u00E9 \u0440\u0435\u043A\u0430") ==
        Words{"Stra\u00DFe", "\u00E9t\u00E9", "\u0440\u0435\u043A\u0430"});
  CHECK(words_of(" ... - !? ").empty());
  CHECK(words_of("").empty());
}

TEST_CASE("of Chinese, Japanese and Korean each character is a word") {
  CHECK(words_of("\u6CB3\u6C34AI\u4E0A\u6DA8") == Words{"\u6CB3", "\u6C34", "AI", "\u4E0A", "\u6DA8"});
  CHECK(words_of("\u3072\u3089 \u30AB\u30CA").size() == 4);
  CHECK(words_of("\uD55C\uAD6D").size() == 2);
}

TEST_CASE("a word's properties") {
  std::vector<Word> words;
  tokenize("River 2024 \u6CB3", words);
  REQUIRE(words.size() == 3);
  CHECK(bool{words[0].starts_upper});
  CHECK(words[0].letters == 5);
  CHECK_FALSE(bool{words[0].all_digits});
  CHECK(bool{words[1].all_digits});
  CHECK(bool{words[2].is_cjk});
  CHECK(words[0].hash == hash_word("river"));
  CHECK(words[0].hash != hash_word("rivet"));
}

TEST_CASE("folding makes what is read alike equal") {
  CHECK(folded("Read more >>") == "read more");
  CHECK(folded("  READ\n MORE ") == "read more");
  CHECK(folded("\uFF21\uFF30\uFF30\u4E0B\u8F7D") == "app\u4E0B\u8F7D");
  CHECK(folded("\u514D\u8D23 \u58F0\u660E\uFF1A") == "\u514D\u8D23\u58F0\u660E");
  CHECK(folded("\u00C9t\u00E9") == "\u00E9t\u00E9");
  CHECK(folded(" -- ").empty());
}

TEST_CASE("folded text may be longer than what it is made of") {
  for (const std::size_t letters : {1U, 100U, 1000U}) {
    CAPTURE(letters);
    std::string capitals, small;
    for (std::size_t k = 0; k < letters; ++k) {
      capitals += "\u023A";
      small += "\u2C65";
    }
    CHECK(folded(capitals) == small);
  }
  CHECK(folded("\xE6") == "\uFFFD");  // a character that is cut off
}

TEST_CASE("trimming takes all white space of Unicode") {
  CHECK(pith::text::trim(" \t\u3000a b\u00A0\u200B\n") == "a b");
  CHECK(pith::text::trim("\u3000").empty());
}

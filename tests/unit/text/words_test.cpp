#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "text/text.hpp"

using pith::text::hash_word;
using pith::text::tokenize;
using pith::text::Word;

namespace {

/// Whether the words of the line are these, which are in lower case.
bool are_words_of(const std::string& line, const std::vector<std::string>& expected) {
  std::vector<Word> words;
  tokenize(line, words);
  return std::equal(words.begin(), words.end(), expected.begin(), expected.end(),
                    [](const Word& word, const std::string& text) { return word.hash == hash_word(text); });
}

std::size_t count_words(const std::string& line) {
  std::vector<Word> words;
  tokenize(line, words);
  return words.size();
}

std::string folded(const std::string& line) {
  std::string out;
  pith::text::append_folded(line, out);
  return out;
}

}  // namespace

TEST_CASE("words are runs of letters, digits and connectors") {
  CHECK(are_words_of("The river rose 2 metres.", {"the", "river", "rose", "2", "metres"}));
  CHECK(are_words_of("snake_case, don't", {"snake_case", "don", "t"}));
  CHECK(are_words_of("Stra\u00DFe \u00E9t\u00E9 \u0440\u0435\u043A\u0430",
                     {"stra\u00DFe", "\u00E9t\u00E9", "\u0440\u0435\u043A\u0430"}));
  CHECK_FALSE(are_words_of("The river rose 2 metres.", {"the", "river", "rose", "3", "metres"}));
  CHECK(are_words_of(" ... - !? ", {}));
  CHECK(are_words_of("", {}));
}

TEST_CASE("of Chinese, Japanese and Korean each character is a word") {
  CHECK(are_words_of("\u6CB3\u6C34AI\u4E0A\u6DA8", {"\u6CB3", "\u6C34", "ai", "\u4E0A", "\u6DA8"}));
  CHECK(count_words("\u3072\u3089 \u30AB\u30CA") == 4);
  CHECK(count_words("\uD55C\uAD6D") == 2);
}

TEST_CASE("a word's properties") {
  std::vector<Word> words;
  tokenize("River 2024 \u6CB3", words);
  REQUIRE(words.size() == 3);
  CHECK(bool{words[0].starts_upper});
  CHECK(std::uint64_t{words[0].letters} == 5);
  CHECK_FALSE(bool{words[0].all_digits});
  CHECK(bool{words[1].all_digits});
  CHECK(bool{words[2].is_cjk});
  CHECK(std::uint64_t{words[0].hash} == hash_word("river"));
  CHECK(std::uint64_t{words[0].hash} != hash_word("rivet"));
}

TEST_CASE("of long words the letters are counted up to a limit") {
  std::vector<Word> words;
  tokenize(std::string(1000, 'a'), words);
  REQUIRE(words.size() == 1);
  CHECK(std::uint64_t{words[0].letters} == 15);
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

#include "text/word_lists.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "support/fixtures.hpp"
#include "support/tab_rows.hpp"
#include "text/text.hpp"

using pith::text::WordList;
using pith::text::words_of;

namespace {

std::vector<pith::test::Row> data_rows(const std::string& file) {
  std::vector<pith::test::Row> rows = pith::test::split_rows(pith::test::read_file(PITH_DATA_DIR "/" + file));
  for (const pith::test::Row& row : rows) REQUIRE(row.size() == 3);
  return rows;
}

}  // namespace

TEST_CASE("a word is found for its own list only") {
  CHECK(words_of(WordList::forum_address).any_in("https://example.org/forum/12"));
  CHECK_FALSE(words_of(WordList::forum_address).any_in("https://example.org/news/12"));
  CHECK_FALSE(words_of(WordList::product_address).any_in("https://example.org/forum/12"));
  CHECK(words_of(WordList::article_type).has("NewsArticle"));
  CHECK_FALSE(words_of(WordList::article_type).has("News"));
  CHECK_FALSE(words_of(WordList::article_type).has("Newspaper"));
  CHECK_FALSE(words_of(WordList::article_type).has(""));
}

TEST_CASE("rows are taken by what they have in common") {
  std::string_view rows = "a\tx\na\ty\nab\tz\n";
  std::string_view name;
  CHECK(pith::text::take_group(rows, name) == "a\tx\na\ty\n");
  CHECK(name == "a");
  CHECK(pith::text::take_group(rows, name) == "ab\tz\n");
  CHECK(name == "ab");
  CHECK(rows.empty());
}

TEST_CASE("every row of the words has a list, is found there, and its example has it") {
  std::map<std::string, std::size_t> rows_of_list;
  std::string last;
  for (const pith::test::Row& row : data_rows("words.tsv")) {
    CAPTURE(row[1]);
    std::string folded;
    pith::text::append_folded(row[2], folded);
    CHECK((row[2].find(row[1]) != std::string::npos || folded.find(row[1]) != std::string::npos));
    if (row[0] != last) CHECK(rows_of_list[row[0]] == 0);  // rows of a list stand together
    last = row[0];
    ++rows_of_list[row[0]];
  }
  for (std::size_t i = 0; i < pith::text::word_list_count; ++i) {
    const auto list = static_cast<WordList>(i);
    CAPTURE(pith::text::name_of(list));
    std::size_t words = 0;
    words_of(list).for_each([&](std::string_view word) {
      CHECK(words_of(list).has(word));
      ++words;
    });
    CHECK(words > 0);
    CHECK(words == rows_of_list[std::string(pith::text::name_of(list))]);
  }
  CHECK(rows_of_list.size() == pith::text::word_list_count);
}

TEST_CASE("every function word stands in its example, which is in its language") {
  std::map<std::string, std::string> texts;
  std::map<std::string, std::size_t> words;
  for (const pith::test::Row& row : data_rows("language_words.tsv")) {
    CAPTURE(row[1]);
    std::string folded = " ";
    pith::text::append_folded(row[2], folded);
    CHECK((folded + " ").find(" " + row[1] + " ") != std::string::npos);
    texts[row[0]] = row[2];
    ++words[row[0]];
  }
  CHECK(texts.size() == 18);
  for (const auto& entry : texts) {
    const std::string& language = entry.first;
    const std::string& text = entry.second;
    CAPTURE(text);
    CHECK(words[language] >= 10);
    CHECK(words[language] <= 16);
    // Norwegian and Danish share most of these words.
    const std::string guess = pith::text::guess_language(text);
    CHECK((guess == language || (language == "da" && guess == "no")));
  }
}

TEST_CASE("a word is found at its place whatever stands before it") {
  const std::string_view rows = "list\tdata:\nlist\tx\nlist\tLogo\n";
  const pith::text::Words words(rows, 4);
  CHECK(words.any_in("data:image/png"));
  CHECK(words.any_in("see data:"));
  CHECK(words.any_in("a word of one letter at the end: x"));
  CHECK(words.any_in("x"));
  CHECK_FALSE(words.any_in("Data: in capitals, and data without its colon"));
  CHECK_FALSE(words.any_in(""));
  std::vector<std::size_t> places;
  const auto note = [&](std::size_t at, std::string_view word) {
    if (word == "Logo") places.push_back(at);
    return false;
  };
  CHECK_FALSE(words.any_at(
      "a logo, a LOGO", [](std::size_t) { return true; }, note));
  CHECK(places == std::vector<std::size_t>{2, 10});
  places.clear();
  CHECK_FALSE(words.any_at(
      "a logo, a LOGO", [](std::size_t at) { return at > 2; }, note));
  CHECK(places == std::vector<std::size_t>{10});
  CHECK(words.has("Logo"));
  CHECK_FALSE(words.has("Logos"));
  CHECK_FALSE(words.has("logo"));
  CHECK(words.has_any_of("big Logo left"));
  CHECK(words.has_any_of("two  spaces  x"));
  CHECK_FALSE(words.has_any_of("big-Logo Logos logo"));
  CHECK_FALSE(words.has_any_of(""));
}

TEST_CASE("the lists that a class attribute has words of are those that have the words") {
  using pith::text::class_lists_of;
  const auto bit = [](WordList list) { return std::uint32_t{1} << static_cast<unsigned>(list); };
  CHECK(class_lists_of("") == 0);
  CHECK(class_lists_of("post sr-only") == bit(WordList::screen_reader_class));
  CHECK(class_lists_of("sr-only-focus post") == 0);
  for (std::size_t k = 0; k < pith::text::class_list_count; ++k) {
    words_of(static_cast<WordList>(k)).for_each([&](std::string_view word) {
      const std::uint32_t found = class_lists_of("a " + std::string(word) + "  b-c");
      for (std::size_t other = 0; other < pith::text::class_list_count; ++other)
        CHECK((found >> other & 1U) == (words_of(static_cast<WordList>(other)).has(word) ? 1U : 0U));
    });
  }
}

#include "rules/category_words.hpp"
#include "loaded_rules.hpp"

#include <doctest/doctest.h>

#include <pith/rules.hpp>

#include <fstream>
#include <string>

#include "rules/rule_set.hpp"
#include "text/text.hpp"

using pith::Category;
using pith::rules::CommentMark;

namespace {

std::string folded(std::string_view line) {
  std::string out;
  pith::text::append_folded(line, out);
  return out;
}

const pith::rules::CategoryWords& shipped() {
  return pith::LoadedRules::of(pith::builtin_rules()).set.category_words;
}

CommentMark comment_mark(const std::string& line) {
  return shipped().comment_mark(line);
}
Category section_of_words(const std::string& line) {
  return shipped().announced_by(line);
}
Category category_of_words(const std::string& line) {
  return shipped().spoken_of_in(line);
}

}  // namespace

TEST_CASE("rows of what a reader may do are told from lines that mention it") {
  const auto is_row = [](const char* line) { return shipped().is_command_row(folded(line)); };
  CHECK(is_row("Share Improve this answer Follow"));
  CHECK(is_row("Add to cart"));
  CHECK(is_row("Play Download Share"));
  CHECK(is_row("\u6709\u7528(12) \u6CA1\u7528(1) \u56DE\u590D"));       // useful, useless, reply
  CHECK(is_row("\u4E0A\u4E00\u7AE0 \u76EE\u5F55 \u4E0B\u4E00\u7AE0"));  // previous chapter, contents, next
  CHECK_FALSE(is_row("\u6CA1\u7528"));                                  // "no use", said in a novel
  CHECK_FALSE(is_row("Share"));                                         // a heading, perhaps
  CHECK_FALSE(is_row("Share the bread"));
  CHECK_FALSE(is_row("Add to cart, said the old man, is what it read."));
  CHECK_FALSE(is_row(""));
}

TEST_CASE("controls of comments are told from lines that mention them") {
  SUBCASE("numbers and times between the controls do not matter") {
    CHECK(comment_mark(folded("3 hours ago Like Reply (12)")) == CommentMark::controls);
    CHECK(comment_mark(folded("\u56DE\u590D \u8E290 \u8D5E85 \u6536\u85CF")) == CommentMark::controls);
    CHECK(comment_mark(folded("\u8BC4\u8BBA\uFF08191\uFF09")) == CommentMark::controls);
  }
  SUBCASE("a time alone is no control") {
    CHECK(comment_mark(folded("3 hours ago")) == CommentMark::bare_time);
    CHECK(comment_mark(folded("13\u5C0F\u65F6\u524D")) == CommentMark::bare_time);
  }
  SUBCASE("one word that is no control makes it a sentence") {
    CHECK(comment_mark(folded("Reply to the mayor")) == CommentMark::none);
    CHECK(comment_mark(folded("\u5E02\u957F\u56DE\u590D")) == CommentMark::none);
  }
  SUBCASE("words match whole") {
    CHECK(comment_mark(folded("Reporter")) == CommentMark::none);
  }
  SUBCASE("numbers alone and nothing at all are no marks") {
    CHECK(comment_mark(folded("2019-09-08")) == CommentMark::none);
    CHECK(comment_mark("") == CommentMark::none);
  }
}

TEST_CASE("short lines announce sections by a word") {
  CHECK(section_of_words(folded("More from this author")) == Category::related);
  CHECK(section_of_words(folded("\u4F5C\u8005\u6700\u8FD1\u6587\u7AE0")) == Category::related);
  CHECK(section_of_words(folded("\u8BC4\u8BBA\u6392\u884C\u699C")) == Category::hot_topics);
  CHECK(section_of_words(folded("\u70ED\u95E8\u8BC4\u8BBA 10\u6761")) == Category::comments);
  CHECK(section_of_words(folded("The river rose by two metres, related sources in the town hall said")) ==
        Category::content);
}

TEST_CASE("a dropped line is named by what it speaks of") {
  CHECK(category_of_words(folded("Copyright 2019 Lower Valley Herald")) == Category::copyright);
  CHECK(category_of_words(folded("Scan the QR code to read on")) == Category::app_promo);
  CHECK(category_of_words(folded("Subscribe to my newsletter")) == Category::newsletter);
  CHECK(category_of_words(folded("Tweet this")) == Category::share);
  CHECK(category_of_words(folded("She retweeted the photograph")) == Category::content);
  CHECK(shipped().spoken_of_in("tweet this", 5) == Category::share);
  CHECK(shipped().spoken_of_in("tweet this", 6) == Category::content);
}

TEST_CASE("rows of one's own are asked after the shipped ones") {
  const auto rules = pith::load_rules("# pith category words 1\nspeaks_of\tevent\tbox office\n");
  REQUIRE_FALSE(rules.has_value());
  CHECK(rules.error().line == 2);
  CHECK(rules.error().message == "unknown category \"event\"");

  const auto better = pith::load_rules("# pith category words 1\nspeaks_of\tadvertisement\tbox office\n");
  REQUIRE(better.has_value());
  CHECK(pith::LoadedRules::of(better.value()).set.category_words.spoken_of_in("tickets at the box office") ==
        Category::advertisement);
  CHECK(pith::LoadedRules::of(better.value()).set.category_words.spoken_of_in("tweet this") == Category::share);
}

TEST_CASE("a share bar is networks and their buttons, nothing else") {
  const auto is_share_bar = [](const std::string& line) { return shipped().is_share_bar(folded(line)); };
  CHECK(is_share_bar("Share on Facebook"));
  CHECK(is_share_bar(
      "\u7F29\u5C0F\u5B57\u4F53 \u653E\u5927\u5B57\u4F53 \u6536\u85CF \u5FAE\u535A \u5FAE\u4FE1 \u5206\u4EAB 106"));
  CHECK(is_share_bar("\uE603 \u5206\u4EAB\u5230\u5FAE\u535A"));
  CHECK(is_share_bar("Herald App Facebook Twitter Pinterest WhatsApp"));
  CHECK_FALSE(is_share_bar("Herald App Facebook Twitter"));
  CHECK_FALSE(is_share_bar("Facebook, Twitter and WhatsApp were out of reach all day"));
  CHECK_FALSE(is_share_bar("\u5206\u4EAB 12"));
  CHECK_FALSE(is_share_bar("Facebook cuts 300 jobs"));
  CHECK_FALSE(is_share_bar("\u5FAE\u4FE1\u516C\u5F00\u8BFE"));
  CHECK_FALSE(is_share_bar(""));
}

TEST_CASE("a wrong row says what was expected") {
  pith::rules::CategoryWords words;
  CHECK(words.add("speaks_of", Category::share, "tweet").empty());
  CHECK(words.add("speaks_of", Category::share, "") == "expected a word, found none");
  CHECK(words.add("mentions", Category::share, "tweet").starts_with("unknown use \"mentions\""));
}

TEST_CASE("marks of threads are whole lines, numbers aside") {
  const auto is_mark = [](const std::string& line) { return shipped().thread_mark(folded(line)) >= 0; };
  CHECK(is_mark("Reply with quote"));
  CHECK(is_mark("12 Answers"));
  CHECK(is_mark("Posts: 1,204"));
  CHECK(is_mark("3\u4E2A\u56DE\u7B54"));
  CHECK_FALSE(is_mark("12"));
  CHECK_FALSE(is_mark("The minister's answers"));
  CHECK_FALSE(is_mark(""));
  CHECK(shipped().thread_mark(folded("2 Answers")) != shipped().thread_mark(folded("2 Posts")));
}

TEST_CASE("words are written as lines are folded: no other word can be found") {
  std::ifstream file(PITH_DATA_DIR "/category_words.tsv");
  std::string line;
  std::size_t count = 0;
  while (std::getline(file, line)) {
    if (line.starts_with('#')) continue;
    const std::string word = line.substr(line.rfind('\t') + 1);
    INFO(word);
    CHECK(folded(word) == word);
    ++count;
  }
  CHECK(count > 500);
}

// What a reader expects of the golden pages, asked of the public API. PITH_GOLDEN_DIR is set by CMake.
#include <doctest/doctest.h>

#include <pith.hpp>

#include <algorithm>

#include "support/golden_page.hpp"

using pith::test::Expectation;
using pith::test::GoldenPage;

namespace {

const std::vector<GoldenPage>& pages() {
  static const auto loaded = pith::test::load_golden_pages(PITH_GOLDEN_DIR);
  return loaded;
}

/// One answer, and how far the `keep` lines have been found in it.
struct Answer {
  explicit Answer(pith::Article found) : article(std::move(found)), text(article.metadata.title + "\n") {
    for (const pith::Block& block : article.blocks) text += block.text + "\n";
  }

  pith::Article article;
  std::string text;
  std::size_t kept_until = 0;
};

bool keeps_next(Answer& answer, const std::string& line) {
  const std::size_t at = answer.text.find(line, answer.kept_until);
  if (at == std::string::npos) return false;
  answer.kept_until = at + line.size();
  return true;
}

bool holds_once(const Answer& answer, const std::string& text) {
  const std::size_t at = answer.text.find(text);
  return at != std::string::npos && answer.text.find(text, at + text.size()) == std::string::npos;
}

bool drops_as(const Answer& answer, std::string category_and_text) {
  const std::string category = pith::test::take_word(category_and_text);
  const auto& dropped = answer.article.dropped;
  return std::any_of(dropped.begin(), dropped.end(), [&](const pith::Block& block) {
    return category == pith::name_of(block.category) && block.text.find(category_and_text) != std::string::npos;
  });
}

bool has_field(const pith::Article& article, const Expectation& expected) {
  const pith::Metadata& metadata = article.metadata;
  if (expected.what == "verdict") return expected.value == pith::name_of(article.verdict);
  if (expected.what == "title") return expected.value == metadata.title;
  if (expected.what == "author") return metadata.authors == std::vector<std::string>{expected.value};
  if (expected.what == "published") return pith::to_string(metadata.published).starts_with(expected.value);
  if (expected.what == "source") return expected.value == metadata.source;
  if (expected.what == "language") return expected.value == metadata.language;
  if (expected.what == "charset") return expected.value == article.charset;
  FAIL("no expectation is named " << expected.what);
  return false;
}

bool is_met(Answer& answer, const Expectation& expected) {
  if (expected.what == "keep") return keeps_next(answer, expected.value);
  if (expected.what == "once") return holds_once(answer, expected.value);
  if (expected.what == "drop") return answer.text.find(expected.value) == std::string::npos;
  if (expected.what == "category") return drops_as(answer, expected.value);
  return has_field(answer.article, expected);
}

void check_page(pith::Extractor& extractor, const GoldenPage& page, const std::string& input) {
  const bool is_html = input == "html";
  Answer answer(extractor.extract(
      {.bytes = is_html ? page.html : page.text, .kind = is_html ? pith::SourceKind::html : pith::SourceKind::text}));
  for (const Expectation& expected : page.expectations) {
    if (!expected.is_of(input)) continue;
    const bool wrong = page.is_known_wrong(input, expected);
    const bool met = is_met(answer, expected);
    const std::string line = page.name + ": " + input + " " + expected.what + " " + expected.value;
    CHECK_MESSAGE((met || wrong), line);
    CHECK_MESSAGE(!(met && wrong), "no longer wrong, remove it from known_wrong: " << line);
  }
}

/// Every line below known_wrong repeats an expectation and says for which input.
bool is_expected(const GoldenPage& page, const Expectation& wrong) {
  return !wrong.input.empty() &&
         std::any_of(page.expectations.begin(), page.expectations.end(), [&](const Expectation& expected) {
           return expected.is_of(wrong.input) && expected.says_the_same(wrong);
         });
}

bool has_notice(const pith::Article& article, pith::NoticeCode code) {
  return std::any_of(article.notices.begin(), article.notices.end(),
                     [&](const pith::Notice& notice) { return notice.code == code; });
}

pith::Extractor keeping_all() {
  pith::Options options;
  options.keep_dropped = true;
  return pith::Extractor(options);
}

}  // namespace

TEST_CASE("golden pages are complete") {
  CHECK(pages().size() >= 28);
  for (const GoldenPage& page : pages()) {
    CAPTURE(page.name);
    CHECK_FALSE(page.html.empty());
    CHECK_FALSE(page.text.empty());
    CHECK(page.expectations.size() >= 4);
    for (const Expectation& wrong : page.known_wrong) {
      CHECK_MESSAGE(is_expected(page, wrong), wrong.input << " " << wrong.what << " " << wrong.value);
    }
  }
}

TEST_CASE("a page as served gives what a reader calls its article") {
  pith::Extractor extractor = keeping_all();
  for (const GoldenPage& page : pages()) check_page(extractor, page, "html");
}

TEST_CASE("a page as scraped text gives what a reader calls its article") {
  pith::Extractor extractor = keeping_all();
  for (const GoldenPage& page : pages()) check_page(extractor, page, "text");
}

TEST_CASE("the kind of input is told without being said") {
  pith::Extractor extractor = keeping_all();
  for (const GoldenPage& page : pages()) {
    CAPTURE(page.name);
    CHECK(has_notice(extractor.extract({.bytes = page.html}), pith::NoticeCode::read_as_html));
    CHECK(has_notice(extractor.extract({.bytes = page.text}), pith::NoticeCode::read_as_text));
  }
}

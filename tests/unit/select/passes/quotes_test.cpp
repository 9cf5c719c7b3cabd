#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* prose = "The river rose by two metres overnight, and the lower town had to be cleared by boat.";
constexpr const char* said = "The water came in the night, and nobody had heard the bell of the upper lock.";

}  // namespace

TEST_CASE("who said it stays with a quotation") {
  for (const bool is_quote : {true, false}) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F).page().open(is_quote ? Tag::blockquote : Tag::div);
    page.line(said, 0.95F).page().element(Tag::p, "Anna, miller");
    page.score(0.1F).page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == (is_quote ? std::vector{0, 1, 2, 3} : std::vector{0, 1, 3}));
    if (is_quote) CHECK(page.selection.choices[2].category == pith::Category::caption);
  }
}

TEST_CASE("of a quotation that went, who said it goes too") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).line(prose + std::string(" Again."), 0.95F).page().open(Tag::blockquote);
  page.line(said, 0.05F).page().element(Tag::p, "Anna, miller");
  page.score(0.1F).page().close();
  page.run();
  CHECK(page.kept() == std::vector{0, 1});
}

TEST_CASE("a quotation in the middle of the text stays, unless the model is sure") {
  std::string speech;
  while (speech.size() < 600) speech += said + std::string(" ");
  const auto decided_by = [&speech](float score) {
    Selecting page(PageKind::html);
    page.menu().page().open(Tag::div);
    page.eight_paragraphs().page().open(Tag::blockquote).open(Tag::p).text(speech);
    page.page().element(Tag::a, "Read on", {{pith::page::AttributeName::href, "/bell"}}).close().close();
    page.score(score);
    page.line(prose, 0.95F).run();
    return page.decided_by(12) + (page.kept().size() == 10 ? " kept" : "");
  };
  CHECK(decided_by(0.42F) == "quotes kept");
  CHECK(decided_by(0.1F) == "score");
}

TEST_CASE("what unfolds a quotation is nobody who said it") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::blockquote);
  page.line(said, 0.95F).line("Click to expand", 0.1F).page().close();
  page.line(prose + std::string(" Again."), 0.95F).run();
  CHECK(page.kept() == std::vector{0, 1, 3});
}

#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::flood;
using pith::test::rain;
using pith::test::school;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* teaser = "A choir from the upper town won the cup on Sunday with two songs.";

/// A menu, an <article> with three paragraphs, and a paragraph below it with this score.
Selecting page_with(float below) {
  Selecting page(PageKind::html);
  page.menu().page().open(Tag::article);
  page.line(flood, 0.95F).line(rain, 0.95F).line(school, 0.95F).page().close();
  page.line(teaser, below);
  return page;
}

}  // namespace

TEST_CASE("what stands below the only article goes, unless the model is sure of it") {
  Selecting doubted = page_with(0.55F);
  CHECK(doubted.run().kept() == Indices{4, 5, 6});
  CHECK(doubted.decided_by(7) == "below article");
  CHECK(page_with(0.9F).run().kept() == Indices{4, 5, 6, 7});
}

TEST_CASE("of several articles none is the page's only one") {
  Selecting page = page_with(0.55F);
  page.page().open(Tag::article).element(Tag::p, "Oat cakes are back.").close();
  CHECK(page.score(0.1F).run().decided_by(7) != "below article");
}

TEST_CASE("an article with little of the text says nothing of the rest") {
  Selecting page(PageKind::html);
  page.menu().page().open(Tag::article).element(Tag::p, teaser).close();
  page.score(0.9F).line(flood, 0.95F).line(rain, 0.55F);
  CHECK(page.run().kept() == Indices{4, 5, 6});
}

namespace {

/// A plain text: menu, three paragraphs, a foot of so many lines, a heading, and two paragraphs of other articles.
Selecting text_with(int foot, const char* heading) {
  Selecting page(PageKind::text);
  for (const char* entry : {"Home", "News", "Sport"}) page.line(entry, 0.01F);
  page.line(flood, 0.95F).line(rain, 0.95F).line(school, 0.95F);
  for (int i = 0; i < foot; ++i) page.line("Desk " + std::to_string(i), 0.03F);
  page.line(heading, 0.03F);
  page.line(teaser, 0.6F).line("Oat cakes are back in the market, say the bakers of the lower town.", 0.55F);
  page.line("Imprint", 0.01F).expect(pith::Expect::article).run();
  return page;
}

}  // namespace

TEST_CASE("below the foot of a plain text a list of other articles goes, however well it reads") {
  CHECK(text_with(9, "Related articles").kept() == Indices{3, 4, 5});
  CHECK(text_with(9, "Related articles").decided_by(16) == "below article");
  CHECK(text_with(9, "What the bakers say").kept().size() == 5);
}

TEST_CASE("without a foot a heading of that name ends no plain text") {
  CHECK(text_with(2, "Related articles").decided_by(9) != "below article");
}

#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* summary = "A choir from the upper town won the cup on Sunday with two songs that nobody knew.";

/// A page that is surely an article, before its teasers.
Selecting article() {
  Selecting page(PageKind::html);
  page.item("https://schema.org/NewsArticle").menu().eight_paragraphs();
  return page;
}

constexpr std::size_t paragraphs = 8;

/// So many cards in a row; their headlines are links that the model drops.
void add_cards(Selecting& page, int count, std::string_view text, Tag row = Tag::div) {
  page.page().open(row);
  for (int i = 0; i < count; ++i) {
    page.page().open(row == Tag::div ? Tag::div : Tag::li).open(Tag::h3);
    page.page().element(Tag::a, "The bakery on the square changes hands", {{AttributeName::href, "/there"}}).close();
    page.page().element(Tag::p, std::to_string(i) + ". " + std::string(text)).close();
    page.score(0.1F).score(0.8F);
  }
  page.page().close();
}

}  // namespace

TEST_CASE("the summaries of cards go with their headlines") {
  Selecting page = article();
  add_cards(page, 3, summary);
  page.run();
  CHECK(page.kept().size() == paragraphs);
  CHECK(page.decided_by(13) == "cards");
  CHECK(page.category(13) == Category::related);
}

TEST_CASE("a card counts whose summary the model dropped") {
  Selecting page = article();
  page.page().open(Tag::div);
  for (const float score : {0.8F, 0.8F, 0.3F}) {
    page.page().open(Tag::div).open(Tag::h3);
    page.page().element(Tag::a, "The bakery on the square changes hands", {{AttributeName::href, "/there"}}).close();
    page.page().element(Tag::p, std::to_string(score) + ". " + std::string(summary)).close();
    page.score(0.1F).score(score);
  }
  page.page().close();
  CHECK(page.run().kept().size() == paragraphs);
}

TEST_CASE("two are no row") {
  Selecting page = article();
  add_cards(page, 2, summary);
  CHECK(page.run().kept().size() == paragraphs + 2);
}

TEST_CASE("short entries, and the steps of an ordered list, are no cards") {
  Selecting short_ones = article();
  add_cards(short_ones, 3, "A new oven.");
  CHECK(short_ones.run().kept().size() == paragraphs + 3);
  Selecting steps = article();
  add_cards(steps, 3, summary, Tag::ol);
  CHECK(steps.run().kept().size() == paragraphs + 3);
}

TEST_CASE("cards that are most of the page are what it shows") {
  Selecting page(PageKind::html);
  page.item("https://schema.org/NewsArticle").menu().line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F);
  add_cards(page, 6, summary);
  CHECK(page.run().kept().size() == 8);
}

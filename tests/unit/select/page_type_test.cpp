#include <doctest/doctest.h>

#include <string>

#include "support/selecting.hpp"

using pith::Verdict;
using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* flood =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn.";
constexpr const char* rain = "Rain is expected until Sunday, and the level will not fall before then, officials said.";

Selecting article() {
  Selecting page(PageKind::html);
  page.line(flood, 0.9F).line(rain, 0.9F);
  return page;
}

/// Six paragraphs, each of its own.
Selecting long_article() {
  Selecting page(PageKind::html);
  for (int i = 0; i < 6; ++i) page.line(std::to_string(i) + " days later: " + flood + " " + rain, 0.9F);
  return page;
}

/// One thing for sale.
Selecting kettle() {
  Selecting page(PageKind::html);
  page.line("Copper kettle, 1.7 litres", 0.9F, Tag::h1).in_class("price", "$ 39.90", 0.4F);
  page.line("Boils a litre in three minutes, and pours without a drop beside the cup.", 0.9F);
  page.line("Reviews", 0.2F, Tag::h2).line("Add to basket", 0.0F).line("Delivery for $ 4.50 on weekdays", 0.3F);
  return page;
}

}  // namespace

TEST_CASE("a page that says what it is is believed") {
  Selecting page = article();

  SUBCASE("nothing is said: an article") {
    CHECK(page.run().selection.verdict == Verdict::article);
  }
  SUBCASE("microdata of a thread") {
    CHECK(page.item("http://schema.org/DiscussionForumPosting").run().selection.verdict == Verdict::forum);
  }
  SUBCASE("microdata of questions and answers") {
    CHECK(page.item("https://schema.org/QAPage").run().selection.verdict == Verdict::forum);
  }
  SUBCASE("a program that makes forums") {
    CHECK(page.meta("generator", "Discuz! X3.4").run().selection.verdict == Verdict::forum);
  }
  SUBCASE("a program that makes anything") {
    CHECK(page.meta("generator", "WordPress 6.4").run().selection.verdict == Verdict::article);
  }
  SUBCASE("two kinds of lines that only threads have") {
    page.line("Thread starter", 0.0F).line("3 replies", 0.0F);
    CHECK(page.run().selection.verdict == Verdict::forum);
  }
  SUBCASE("one kind of them") {
    CHECK(long_article().line("3 replies", 0.0F).run().selection.verdict == Verdict::article);
  }
  SUBCASE("a product") {
    CHECK(kettle().item("http://schema.org/Product").run().selection.verdict == Verdict::product);
    CHECK(kettle().url("https://shop.example/product/kettle").run().selection.verdict == Verdict::product);
    CHECK(long_article()
              .item("http://schema.org/Product")
              .item("http://schema.org/NewsArticle")
              .run()
              .selection.verdict == Verdict::article);
  }
  SUBCASE("an address of a forum, in plain text: there are no containers to count posts in") {
    Selecting lines(PageKind::text);
    lines.line(flood, 0.9F).line(rain, 0.9F).url("https://herald.example/forum/river");
    CHECK(lines.run().selection.verdict == Verdict::forum);
  }
  SUBCASE("a manual") {
    CHECK(page.url("https://docs.example/start").run().selection.verdict == Verdict::documentation);
  }
}

TEST_CASE("a table of contents does not make a listing") {
  const auto verdict_with = [](std::string_view target) {
    Selecting page(PageKind::html);
    for (int part = 1; part < 9; ++part) {
      const std::string text = "Part " + std::to_string(part) + " of the long question about boats and their owners";
      page.page().open(Tag::p).element(Tag::a, text, {{AttributeName::href, target}}).close();
      page.score(0.9F);
    }
    return page.line(flood, 0.95F).run().selection.verdict;
  };
  CHECK(verdict_with("#part") == Verdict::article);
  CHECK(verdict_with("/part") == Verdict::listing);
}

TEST_CASE("what is kept says whether the page is a listing") {
  const auto verdict_with_links = [](float score) {
    Selecting page = article();
    for (int day = 1; day <= 12; ++day) {
      page.link("The bridge will be closed on day " + std::to_string(day) + " until the water falls", score);
    }
    return page.run().selection.verdict;
  };
  SUBCASE("most of it is links") {
    CHECK(verdict_with_links(0.9F) == Verdict::listing);
  }
  SUBCASE("links that are likely dropped do not count") {
    CHECK(verdict_with_links(0.0F) == Verdict::article);
  }
  SUBCASE("nothing is kept, and there are many links") {
    Selecting page(PageKind::html);
    for (int i = 0; i < 30; ++i) page.link("Page", 0.0F);
    CHECK(page.run().selection.verdict == Verdict::listing);
  }
  SUBCASE("nothing is kept, and there are few") {
    Selecting page(PageKind::html);
    page.link("Home", 0.0F);
    CHECK(page.run().selection.verdict == Verdict::too_little_text);
  }
}

TEST_CASE("the caller's word for the kind of page counts more than the page's") {
  const auto verdict = [](Selecting page, pith::Expect kind) {
    return page.item("http://schema.org/Product").expect(kind).run().selection.verdict;
  };
  CHECK(verdict(kettle(), pith::Expect::automatic) == Verdict::product);
  CHECK(verdict(kettle(), pith::Expect::article) == Verdict::article);
  CHECK(verdict(article(), pith::Expect::forum) == Verdict::forum);
  CHECK(verdict(article(), pith::Expect::product) == Verdict::product);
  CHECK(verdict(article(), pith::Expect::listing) == Verdict::listing);
  CHECK(verdict(article(), pith::Expect::documentation) == Verdict::documentation);
}

TEST_CASE("a page that is known to be an article is no listing") {
  const auto verdict = [](pith::Expect kind) {
    Selecting page(PageKind::html);
    for (int i = 0; i < 6; ++i) {
      // Told apart by their numbers, or they would be copies.
      page.page().open(pith::page::Tag::h2);
      page.page().element(pith::page::Tag::a, "River floods town " + std::to_string(i),
                          {{pith::page::AttributeName::href, "/a"}});
      page.page().close();
      page.score(0.9F).line(flood + std::to_string(i), 0.9F);
    }
    return page.expect(kind).run().selection.verdict;
  };
  CHECK(verdict(pith::Expect::automatic) == Verdict::listing);
  CHECK(verdict(pith::Expect::article) == Verdict::article);
}

TEST_CASE("the verdict comes with the probability that it is right") {
  SUBCASE("of a type that the evidence speaks for") {
    const auto confidence = [](Selecting& page) { return page.run().selection.verdict_confidence; };
    Selecting plain = long_article();
    CHECK(confidence(plain) > 0.7F);
    CHECK(confidence(plain) < 1);
    Selecting declared = article();
    Selecting marked = article();
    CHECK(confidence(declared.item("https://schema.org/QAPage")) > confidence(marked.line("3 replies", 0.0F)));
  }
  SUBCASE("the caller is not doubted, nor is a page without text") {
    CHECK(long_article().expect(pith::Expect::forum).run().selection.verdict_confidence == 1);
    CHECK(Selecting(PageKind::html).link("Home", 0.0F).run().selection.verdict_confidence == 1);
  }
}

TEST_CASE("plain text of a line or two is no thread") {
  Selecting page(PageKind::text);
  page.line("It works.", 0.6F).run();
  CHECK(page.selection.verdict == Verdict::article);
  CHECK(page.selection.verdict_confidence < 0.5F);
}

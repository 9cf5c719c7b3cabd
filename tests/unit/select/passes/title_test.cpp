#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::flood;
using pith::test::Selecting;

namespace {

constexpr const char* headline = "River floods the old town";

Selecting page_with_headline(float score) {
  Selecting page(PageKind::html);
  page.headline(headline).line(headline, score, Tag::h1).line(flood, 0.95F);
  return page;
}

}  // namespace

TEST_CASE("the headline is part of the text from a score of .2 on") {
  CHECK(page_with_headline(0.25F).run().selection.title_in_text);
  CHECK_FALSE(page_with_headline(0.15F).run().selection.title_in_text);

  pith::Options options;
  options.leaning = pith::Leaning::complete;
  CHECK(page_with_headline(0.0F).run(options).selection.title_in_text);
}

TEST_CASE("the block that shows the headline is found by its words") {
  Selecting page(PageKind::html);
  page.headline(headline);

  SUBCASE("the same words in a heading are best") {
    page.line(headline, 0.5F).line(headline, 0.5F, Tag::h2).line(flood, 0.95F).run();
    CHECK(page.selection.title_block == 1);
  }
  SUBCASE("most of the words will do") {
    page.line("Rain", 0.5F, Tag::h1).line("River floods the old town again", 0.5F, Tag::h1).line(flood, 0.95F).run();
    CHECK(page.selection.title_block == 1);
  }
  SUBCASE("else the first heading of the first level") {
    page.line("Rain", 0.5F, Tag::h2)
        .line("Bridge", 0.5F, Tag::h1)
        .line("School", 0.5F, Tag::h1)
        .line(flood, 0.95F)
        .run();
    CHECK(page.selection.title_block == 1);
  }
  SUBCASE("or there is none") {
    page.line("Rain", 0.5F, Tag::h2).line(flood, 0.95F).run();
    CHECK(page.selection.title_block == -1);
  }
}

TEST_CASE("the headline that the caller knows is found, and a wrong one changes nothing") {
  const auto page_of = [](PageKind kind) {
    Selecting page(kind);
    page.line("Rain in the valley", 0.1F).line("River floods the old town", 0.1F).line(flood, 0.95F);
    return page;
  };
  for (const PageKind kind : {PageKind::html, PageKind::text}) {
    CAPTURE(kind);
    const Selecting without = std::move(page_of(kind).run());
    Selecting found = page_of(kind);
    CHECK(found.known_title("river floods the OLD town!").run().selection.title_block == 1);
    CHECK(found.selection.title_in_text);
    Selecting part = page_of(kind);
    CHECK(part.known_title("Rain in the valley").run().selection.title_block == 0);
    for (const std::string_view wrong : {"", "Bees move in", "Rain", "The town"}) {
      CAPTURE(wrong);
      Selecting page = page_of(kind);
      CHECK(page.known_title(wrong).run().selection.title_block == without.selection.title_block);
      CHECK(page.selection.title_in_text == without.selection.title_in_text);
      CHECK(page.kept() == without.kept());
    }
  }
}

TEST_CASE("where the page's own headline is as good, it stays") {
  Selecting page = page_with_headline(0.25F);
  CHECK(page.line(headline, 0.1F, Tag::h2).known_title(headline).run().selection.title_block == 0);
}

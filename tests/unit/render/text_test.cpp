#include <doctest/doctest.h>

#include <pith/render.hpp>

#include "support/article_builder.hpp"

using pith::test::ArticleBuilder;

TEST_CASE("blocks are parted by a blank line") {
  CHECK(pith::to_text(ArticleBuilder("Title").paragraph("One.").paragraph("Two.").article()) ==
        "Title\n\nOne.\n\nTwo.\n");
}

TEST_CASE("items of one list and rows of one table are not") {
  CHECK(pith::to_text(ArticleBuilder().item("a").item("b").row("c\td").row("e\tf").article()) ==
        "a\nb\n\nc\td\ne\tf\n");
}

TEST_CASE("an empty article gives nothing, though it has a title") {
  CHECK(pith::to_text(ArticleBuilder("Title").article()).empty());
}

TEST_CASE("a title that is not part of the text is not printed, nor is one that is unknown") {
  auto page = ArticleBuilder("Title").paragraph("One.");
  page.article().title_in_text = false;
  CHECK(pith::to_text(page.article()) == "One.\n");

  CHECK(pith::to_text(ArticleBuilder("").paragraph("One.").article()) == "One.\n");
}

#include <doctest/doctest.h>

#include <pith/render.hpp>

#include "support/article_builder.hpp"

using pith::FrameKind;
using pith::test::ArticleBuilder;

TEST_CASE("blocks are parted by a blank line") {
  CHECK(pith::to_text(ArticleBuilder("Title").paragraph("One.").paragraph("Two.").article()) ==
        "Title\n\nOne.\n\nTwo.\n");
}

TEST_CASE("items of one list and rows of one table are not") {
  auto page = ArticleBuilder().open(FrameKind::list).item("a").item("b").close();
  page.open(FrameKind::table).row(0, "c|d").row(1, "|f");
  CHECK(pith::to_text(page.article()) == "a\nb\n\nc\td\n\tf\n");
}

TEST_CASE("columns may be aligned, and items keep their marks") {
  auto page = ArticleBuilder().open(FrameKind::list).item("a", 1).item("b", 2).close();
  page.open(FrameKind::table).row(0, "c|d").row(1, "\u6C34\u4F4D|f");
  const pith::TextStyle style{pith::TextTables::aligned, pith::ListMarks::keep};
  CHECK(pith::to_text(page.article(), style) == "1. a\n2. b\n\nc     d\n\u6C34\u4F4D  f\n");
}

TEST_CASE("a long cell widens no column") {
  const std::string long_cell(201, 'x');
  ArticleBuilder page;
  page.open(FrameKind::table).row(0, "a|b").row(1, long_cell + "|d").row(2, "ef|g");
  const pith::TextStyle style{.tables = pith::TextTables::aligned};
  CHECK(pith::to_text(page.article(), style) == "a   b\n" + long_cell + "  d\nef  g\n");
}

TEST_CASE("images and rules are no text") {
  auto page = ArticleBuilder().paragraph("a").block(pith::BlockKind::image, "alt").block(pith::BlockKind::rule, "");
  CHECK(pith::to_text(page.article()) == "a\n");
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

TEST_CASE("a caption that stays for its image alone is no text") {
  auto page = pith::test::ArticleBuilder().paragraph("a").open(pith::FrameKind::figure);
  page.block(pith::BlockKind::image, "alt").block(pith::BlockKind::caption, "c").close().paragraph("b");
  CHECK(pith::to_text(page.article()) == "a\n\nc\n\nb\n");
  page.article().blocks[2].category = pith::Category::caption;
  CHECK(pith::to_text(page.article()) == "a\n\nb\n");
}

TEST_CASE("what is to be done is a mark of its item") {
  auto page =
      ArticleBuilder().open(FrameKind::list).open(FrameKind::item).task(pith::Task::open).paragraph("a").close();
  page.open(FrameKind::item).task(pith::Task::done).paragraph("b");
  const pith::TextStyle style{pith::TextTables::tabs, pith::ListMarks::keep};
  CHECK(pith::to_text(page.article(), style) == "- [ ] a\n- [x] b\n");
  CHECK(pith::to_text(page.article()) == "a\nb\n");
}

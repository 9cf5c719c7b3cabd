#include "settle_blocks.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/article_builder.hpp"

using pith::BlockKind;
using pith::FrameKind;
using pith::SpanKind;
using pith::test::ArticleBuilder;

namespace {

std::string texts_of(const std::vector<pith::Block>& blocks) {
  std::string texts;
  for (const pith::Block& block : blocks) texts += block.text + " ";
  return texts;
}

}  // namespace

TEST_CASE("a caption stands above its rows, wherever the page has it") {
  auto page = ArticleBuilder().paragraph("above").open(FrameKind::table).cell(0, 0).paragraph("a").close();
  page.block(BlockKind::caption, "bees").cell(1, 0).paragraph("b").close(2).paragraph("below");
  std::vector<pith::Block> blocks = page.article().blocks;
  pith::order_rows(blocks);
  CHECK(texts_of(blocks) == "above bees a b below ");
  CHECK(blocks[1].frames.size() == 1);
}

TEST_CASE("of two captions none is the table's") {
  auto page = ArticleBuilder().open(FrameKind::table).block(BlockKind::caption, "bees").cell(0, 0).paragraph("a");
  page.close().block(BlockKind::caption, "wasps").cell(0, 1).paragraph("b");
  std::vector<pith::Block> blocks = page.article().blocks;
  pith::order_rows(blocks);
  CHECK(texts_of(blocks) == "bees wasps a b ");
  CHECK(blocks[0].frames.empty());
  CHECK(blocks[1].frames.empty());
}

TEST_CASE("a foot stands below the rows after it") {
  auto page = ArticleBuilder().open(FrameKind::table).cell(1, 0).paragraph("sum").close();
  std::vector<pith::Block> blocks = page.cell(0, 0).paragraph("a").article().blocks;
  pith::order_rows(blocks);
  CHECK(texts_of(blocks) == "a sum ");
}

TEST_CASE("a reference to a note that no block stands in is text") {
  auto page = ArticleBuilder().paragraph("bees1 wasps2").span(SpanKind::note, "1", "1").span(SpanKind::note, "2", "2");
  std::vector<pith::Block> blocks = page.open(FrameKind::note).paragraph("They fly.").detail("2").article().blocks;
  pith::settle_references(blocks);
  REQUIRE(blocks[0].spans.size() == 1);
  CHECK(blocks[0].spans[0].target == "2");
}

TEST_CASE("a note without its text is none") {
  auto page = ArticleBuilder().paragraph("bees1").span(SpanKind::note, "1", "1").open(FrameKind::note);
  std::vector<pith::Block> blocks = page.block(BlockKind::image, "a bee").detail("/bee.jpg").article().blocks;
  pith::settle_references(blocks);
  CHECK(blocks[0].spans.empty());
  CHECK(blocks[1].frames.empty());
}

TEST_CASE("a rule above the notes is not the text's") {
  auto page = ArticleBuilder().paragraph("bees1").span(SpanKind::note, "1", "1").block(BlockKind::rule, "");
  page.paragraph("wasps").block(BlockKind::rule, "").open(FrameKind::note).paragraph("They fly.").detail("1");
  std::vector<pith::Block> blocks = page.article().blocks;
  REQUIRE(blocks.size() == 5);
  pith::drop_rules_of_notes(blocks);
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[1].kind == BlockKind::rule);
  CHECK(blocks[3].text == "They fly.");
}

#include "cell_labels.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/article_builder.hpp"

using pith::FrameKind;
using pith::SpanKind;
using pith::test::ArticleBuilder;

namespace {

/// A table of two columns: its texts after the call, by blocks; "|" between two of them.
std::string settled(const std::vector<std::pair<std::string, std::string>>& rows) {
  ArticleBuilder page;
  page.open(FrameKind::table);
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    page.cell(row, 0).paragraph(rows[row].first).close();
    page.cell(row, 1).paragraph(rows[row].second).close();
  }
  std::vector<pith::Block> blocks = page.article().blocks;
  pith::drop_cell_labels(blocks);
  std::string texts;
  for (const pith::Block& block : blocks) texts += block.text + "|";
  return texts;
}

}  // namespace

TEST_CASE("what a cell says again of its column goes") {
  CHECK(settled({{"Part", "Weight"}, {"Part Wheel", "Weight: 2 kg"}}) == "Part|Weight|Wheel|2 kg|");
  CHECK(settled({{"\u91CD", "\u957F"}, {"\u91CD\uFF1A2", "\u957F\uFF1A3"}}) == "\u91CD|\u957F|2|3|");
}

TEST_CASE("where one cell does not, none is a label") {
  const std::string kept = settled({{"Day", "Hours"}, {"Day 1", "Hours 4"}, {"Sunday", "Hours 5"}});
  CHECK(kept == "Day|Hours|Day 1|Hours 4|Sunday|Hours 5|");
  CHECK(settled({{"Day", "Hours"}, {"Day 1", "4"}}) == "Day|Hours|Day 1|4|");
  CHECK(settled({{"Day", "Ten"}, {"Daylight", "Tenth"}}) == "Day|Ten|Daylight|Tenth|");
  CHECK(settled({{"Day", "Night"}, {"Day", "Night"}}) == "Day|Night|Day|Night|");
}

TEST_CASE("a label in a line of its own goes with its line") {
  ArticleBuilder page;
  page.open(FrameKind::table).cell(0, 0).paragraph("Part").close().cell(0, 1).paragraph("Weight").close();
  page.cell(1, 0).paragraph("Part").paragraph("Wheel").close().cell(1, 1).paragraph("Weight").paragraph("2 kg").close();
  std::vector<pith::Block> blocks = page.article().blocks;
  pith::drop_cell_labels(blocks);
  REQUIRE(blocks.size() == 4);
  CHECK(blocks[2].text == "Wheel");
  CHECK(blocks[3].text == "2 kg");
}

TEST_CASE("spans go with their text") {
  ArticleBuilder page;
  page.open(FrameKind::table).cell(0, 0).paragraph("Part").close().cell(0, 1).paragraph("Weight").close();
  page.cell(1, 0).paragraph("PartWheel").close().cell(1, 1).paragraph("Weight 2 kg").close();
  std::vector<pith::Block> blocks = page.article().blocks;
  blocks[2].spans = {{SpanKind::strong, 0, 4, "", ""}, {SpanKind::emphasis, 4, 9, "", ""}};
  pith::drop_cell_labels(blocks);
  CHECK(blocks[2].text == "Wheel");
  REQUIRE(blocks[2].spans.size() == 1);
  CHECK(blocks[2].spans[0].begin == 0);
  CHECK(blocks[2].spans[0].end == 5);
}

// Markdown read back by cmark-gfm: every block of the article, its frames and its text come back. HTML read back by
// pith gives the same text. Over the golden pages and the pages of renderings.
#include <doctest/doctest.h>

#include <pith.hpp>

#include "support/fixtures.hpp"
#include "support/markdown_parser.hpp"
#include "support/read_back.hpp"

namespace {

/// Kind, text, marked stretches and frames, without their ids.
std::string summary_of(const pith::Block& block) {
  std::string out = std::string(pith::name_of(block.kind)) + " " + block.text;
  for (const pith::Span& span : block.spans) {
    if (span.kind != pith::SpanKind::image) out += std::string(" ") + pith::name_of(span.kind);
  }
  for (const pith::Frame& frame : block.frames) {
    out += std::string(" in ") + pith::name_of(frame.kind) + " " + std::to_string(frame.number);
    out += "," + std::to_string(frame.row) + "," + std::to_string(frame.column);
  }
  return out;
}

}  // namespace

TEST_CASE("Markdown gives every block back, with its frames and its text") {
  const auto pages = pith::test::load_fixtures(PITH_GOLDEN_DIR);
  REQUIRE(pages.size() > 50);
  pith::Extractor extractor;
  for (const auto& page : pages) {
    CAPTURE(page.name);
    const pith::Article article = extractor.extract({.bytes = page.bytes});
    if (article.empty()) continue;
    const std::string html = pith::test::parse_markdown(pith::to_markdown(article));
    CHECK(pith::test::first_difference(pith::test::lines_of(article), pith::test::lines_of_html(html)) == "");
  }
}

TEST_CASE("HTML read by pith gives the same blocks back, in the same places") {
  pith::Extractor extractor;
  for (const auto& page : pith::test::load_fixtures(PITH_GOLDEN_DIR)) {
    const pith::Article article = extractor.extract({.bytes = page.bytes});
    const std::string html = pith::to_html(article);
    const pith::Explanation again = extractor.explain({.bytes = html, .kind = pith::SourceKind::html});
    std::size_t next = article.metadata.title.empty() ? 0 : 1;
    for (const pith::Block& block : article.blocks) {
      const bool is_inset = block.kind == pith::BlockKind::image || block.kind == pith::BlockKind::rule;
      if (is_inset || article.empty()) continue;
      CAPTURE(page.name);
      CAPTURE(block.text);
      REQUIRE(next < again.blocks.size());
      // A credit at the end of a block is cut off when the block is judged again.
      const pith::Block& read = again.blocks[next].block;
      pith::Block wanted = block;
      if (again.blocks[next].kept && !read.text.empty() && wanted.text.starts_with(read.text)) wanted.text = read.text;
      CHECK(summary_of(read) == summary_of(wanted));
      ++next;
    }
  }
}

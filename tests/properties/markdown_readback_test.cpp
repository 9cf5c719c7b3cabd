// Markdown read back by cmark-gfm: every block of the article, its frames and its text come back. HTML read back by
// pith gives the same text. Over the golden pages and the pages of renderings; and whatever the page, over the cases of
// the fuzzer of renderings. PITH_GOLDEN_DIR and PITH_FUZZ_DIR are set by CMake.
#include <doctest/doctest.h>

#include <array>
#include <pith.hpp>

#include "support/fixtures.hpp"
#include "support/markdown_parser.hpp"
#include "support/read_back.hpp"
#include "support/rendering_case.hpp"
#include "support/rendering_promises.hpp"
#include "support/rendering_safety.hpp"

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

TEST_CASE("all blocks of a page are rendered safe and whole, whatever was chosen of them") {
  for (const auto& page : pith::test::load_fixtures(PITH_GOLDEN_DIR)) {
    if (!page.name.ends_with(".html")) continue;
    for (const std::uint8_t choice : std::array<std::uint8_t, 3>{0, 1, 2}) {
      CAPTURE(page.name);
      CAPTURE(static_cast<int>(choice));
      CHECK(pith::test::broken_rendering(pith::test::unjudged_article(page.bytes, choice)) == "");
    }
  }
}

TEST_CASE("what the fuzzer of renderings found is rendered safe and whole") {
  std::size_t cases = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PITH_FUZZ_DIR) + "/rendering")) {
    CAPTURE(entry.path().filename().string());
    const std::string bytes = pith::test::read_file(entry.path());
    CHECK(pith::test::broken_rendering(pith::test::rendering_case(bytes)) == "");
    ++cases;
  }
  CHECK(cases >= 20);
}

TEST_CASE("scripts, handlers and their addresses are told from what shows text") {
  using pith::test::unsafe_html;
  CHECK(unsafe_html("<article><p>a <a href='https://x.example/'>b</a></p></article>") == "");
  CHECK(unsafe_html("<p onclick='x()'>a</p>") == "an attribute onclick");
  CHECK(unsafe_html("<p>a<script>x()</script></p>") == "an element <script>");
  CHECK(unsafe_html("<a href=' java\tscript:x()'>a</a>") == "an address  java\tscript:x()");
  CHECK(unsafe_html("<p>a</p><!-- b -->") == "a comment");
}

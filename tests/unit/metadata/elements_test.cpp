#include "metadata/readers.hpp"
#include "support/metadata_cases.hpp"

using namespace pith::metadata;
using pith::test::MetadataPage;

namespace {

std::string prose() {
  return "<p>" + std::string(40, 'a') + " " + std::string(40, 'b') + " " + std::string(40, 'c') + "</p>";
}

std::string many_lines() {
  std::string lines;
  for (int i = 0; i < 20; ++i) lines += "<p>x</p>";
  return lines;
}

}  // namespace

TEST_CASE("the head reaches from above the headline into the first paragraphs") {
  const MetadataPage page("<p>x</p><h1>A lock for the canal</h1><p>By line</p>" + prose() + prose() + prose() +
                          prose() + prose());
  const Head head = find_head(page.page, page.list, page.title_block);
  CHECK(head.begin == 0);
  CHECK(head.title == 1);
  CHECK(head.text == 3);
  CHECK(head.end == 6);
}

TEST_CASE("without a headline the head ends in the first paragraphs") {
  const MetadataPage page("<p>x</p>" + prose());
  const Head head = find_head(page.page, page.list, -1);
  CHECK(head.text == 1);
  CHECK(head.title == 0);
}

TEST_CASE("of a page of short lines the head is its first ones") {
  std::string lines;
  for (int i = 0; i < 40; ++i) lines += "<p>line " + std::to_string(i) + "</p>";
  const MetadataPage page(lines);
  const Head head = find_head(page.page, page.list, -1);
  CHECK(head.title == 0);
  CHECK(head.text == 8);
  CHECK(head.end <= 20);
}

TEST_CASE("a heading that shows the declared headline is found") {
  const MetadataPage page("<title>A lock for the canal</title><h2>Canals</h2><h2>A lock for the Canal!</h2>");
  CHECK(find_headline(page.page, page.list) == 1);
}

TEST_CASE("comments, teasers and asides are of others") {
  const MetadataPage page(
      "<div class='comment-list'><p id='c'>x</p></div><aside>" + many_lines() +
      "<p id='a'>x</p></aside><p id='o'>x</p>" +
      "<div class='elementor-widget'><aside><p id='o'>x</p></aside></div><div class='widget'><p id='w'>x</p></div>");
  const Input input{page.page, page.list, {}, {}, {}, {}, {}, {}};
  for (std::uint32_t n = 0; n < page.page.nodes.size(); ++n) {
    const auto id = page.page.attribute(n, pith::page::AttributeName::id);
    if (!id.empty()) CHECK(is_of_others(input, n) == (id != "o"));
  }
}

TEST_CASE("what holds the headline too is of the article") {
  const MetadataPage page("<div class='widget blog'><h1>A lock for the canal</h1><p id='o'>x</p></div><p>y</p>");
  Input input{page.page, page.list, {}, {}, {}, {}, {}, {}};
  input.head = find_head(page.page, page.list, page.title_block);
  for (std::uint32_t n = 0; n < page.page.nodes.size(); ++n) {
    if (page.page.attribute(n, pith::page::AttributeName::id) == "o") CHECK_FALSE(is_of_others(input, n));
  }
}

TEST_CASE("the text of an element keeps its parts apart") {
  const MetadataPage page("<p id='x'>one <b>two</b></p>");
  for (std::uint32_t n = 0; n < page.page.nodes.size(); ++n) {
    if (page.page.attribute(n, pith::page::AttributeName::id) != "x") continue;
    CHECK(text_of(page.page, n) == "one two");
    CHECK(text_of(page.page, n, 300, '|') == "one|two");
  }
  CHECK(beginning_of("a\u00E9", 2) == "a");
}

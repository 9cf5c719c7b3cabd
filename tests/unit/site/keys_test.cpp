#include <doctest/doctest.h>

#include "measure/measure.hpp"
#include "site/site.hpp"
#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;

namespace {

std::vector<std::uint64_t> keys_of(pith::test::PageBuilder& builder, PageKind kind) {
  pith::page::Page& page = builder.done();
  page.kind = kind;
  pith::blocks::BlockList blocks;
  std::vector<pith::Notice> notices;
  pith::blocks::segment(page, {}, blocks, notices);
  pith::measure::BlockMatches matches;
  const pith::rules::RuleSet rules;
  pith::measure::match_blocks(page, blocks, rules, matches);
  std::vector<std::uint64_t> keys;
  pith::site::find_line_keys(blocks, matches.shapes, keys);
  return keys;
}

}  // namespace

TEST_CASE("a host is told from its URL") {
  CHECK(pith::site::host_of("https://www.Herald.example:8080/a?b") == "herald.example");
  CHECK(pith::site::host_of("http://user@news.example") == "news.example");
  CHECK(pith::site::host_of("http://[2001:db8::1]/") == "[2001:db8::1]");
  CHECK(pith::site::host_of("/a/b") == "");
  CHECK(pith::site::host_of("") == "");
}

TEST_CASE("in HTML a line is its words and its place, in text its words") {
  const auto build = [](pith::test::PageBuilder& page) -> pith::test::PageBuilder& {
    return page.element(Tag::p, "Share this story")
        .element(Tag::p, "share this  STORY")
        .element(Tag::h2, "Share this story")
        .element(Tag::p, "Nobody was hurt")
        .element(Tag::p, "* * *");
  };
  pith::test::PageBuilder html_page;
  const auto html = keys_of(build(html_page), PageKind::html);
  REQUIRE(html.size() == 5);
  CHECK(html[0] == html[1]);
  CHECK(html[0] != html[2]);
  CHECK(html[0] != html[3]);
  CHECK(html[4] == 0);

  pith::test::PageBuilder text_page;
  const auto text =
      keys_of(text_page.element(Tag::p, "Share this story").element(Tag::p, "SHARE this story"), PageKind::text);
  REQUIRE(text.size() == 2);
  CHECK(text[0] == text[1]);
}

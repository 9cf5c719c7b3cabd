#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "html/html.hpp"
#include "support/page_dump.hpp"

using pith::html::HtmlReading;
using pith::page::AttributeName;
using pith::page::Page;
using pith::page::Tag;

namespace {

/// A page with the memory that it was read with.
struct Reading {
  explicit Reading(std::string html, HtmlReading way = HtmlReading::skeleton) : source(std::move(html)) {
    REQUIRE(pith::html::read_html(source, {}, *scratch, page, notices, way));
  }

  [[nodiscard]] std::string_view attribute(Tag tag, AttributeName name) const {
    for (std::uint32_t i = 0; i < page.nodes.size(); ++i) {
      if (page.nodes[i].tag == tag) return page.attribute(i, name);
    }
    return "no such element";
  }

  std::string source;
  pith::html::HtmlScratchOwner scratch = pith::html::make_html_scratch();
  std::vector<pith::Notice> notices;
  Page page;
};

constexpr HtmlReading both[] = {HtmlReading::skeleton, HtmlReading::plain};

}  // namespace

TEST_CASE("addresses keep what only looks like a character reference") {
  for (const HtmlReading way : both) {
    const Reading reading("<p>x <a href='/x?a=1&copy=2&amp;b=3'>y</a>", way);
    CHECK(reading.attribute(Tag::a, AttributeName::href) == "/x?a=1&copy=2&b=3");
  }
}

TEST_CASE("attributes of interest are kept, the first of a name") {
  for (const HtmlReading way : both) {
    const Reading reading("<div CLASS='a b' class=c id=d data-x=e aria-hidden=true>f</div>", way);
    CHECK(reading.attribute(Tag::div, AttributeName::class_) == "a b");
    CHECK(reading.attribute(Tag::div, AttributeName::id) == "d");
    CHECK(reading.attribute(Tag::div, AttributeName::aria_hidden) == "true");
    CHECK(reading.page.attributes.size() == 3);
  }
}

TEST_CASE("the head is set aside") {
  for (const HtmlReading way : both) {
    const Reading reading(
        "<html lang=fr><head><title>A &amp; B</title><meta property='OG:Title' content=c><base href=/d/>"
        "<link rel='x canonical' href=/e><script type='application/ld+json'>{\"f\":1}</script></head><body>g",
        way);
    CHECK(reading.page.title == "A & B");
    CHECK(reading.page.language == "fr");
    REQUIRE(reading.page.meta.size() == 1);
    CHECK(reading.page.meta[0].name == "og:title");
    CHECK(reading.page.meta[0].content == "c");
    CHECK(reading.page.base_url == "/d/");
    CHECK(reading.page.canonical_url == "/e");
    REQUIRE(reading.page.json_ld.nodes.size() == 2);
    CHECK(reading.page.json_ld.nodes[1].key == "f");
  }
}

TEST_CASE("elements that are never text leave an empty mark or nothing") {
  for (const HtmlReading way : both) {
    const Reading reading("<p>a</p><script>b</script><select><option>c</select><svg><path/></svg><video>d</video>",
                          way);
    CHECK(pith::test::dump_tree(reading.page) == "<html>\n <body>\n  <p>\n   \"a\"\n  <select>\n  <svg>\n  <video>\n");
  }
}

TEST_CASE("of tags without number the parser sees the first, the others are counted") {
  constexpr std::size_t rows = 300'000;
  std::string html = "<p>first<table>";
  for (std::size_t i = 0; i < rows; ++i) html += "<tr><td>x";
  pith::Limits limits;
  limits.max_blocks = 10;
  Page page;
  std::vector<pith::Notice> notices;
  const auto scratch = pith::html::make_html_scratch();
  REQUIRE(pith::html::read_html(html, limits, *scratch, page, notices));
  CHECK(pith::html::parse_bytes(*scratch) < 100 * rows);
  REQUIRE(page.nodes.size() > 3);
  CHECK(page.nodes[3].text == "first");
  const auto is_cut = [](const pith::Notice& one) { return one.code == pith::NoticeCode::blocks_truncated; };
  const auto cut = std::find_if(notices.begin(), notices.end(), is_cut);
  REQUIRE(cut != notices.end());
  CHECK(cut->count > rows / 2);
  CHECK(cut->count < 2 * rows);
}

TEST_CASE("a page over its budget is refused, whole") {
  pith::Limits limits;
  limits.max_parse_bytes = 1000;
  Page page;
  std::vector<pith::Notice> notices;
  const auto scratch = pith::html::make_html_scratch();
  CHECK_FALSE(pith::html::read_html("<p>a<table><tr><td>b", limits, *scratch, page, notices));
  CHECK(page.nodes.empty());
}

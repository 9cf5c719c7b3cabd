#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::flood;
using pith::test::more;
using pith::test::rain;
using pith::test::school;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* remark = "They should have built that dam ten years ago, as everybody here knows very well.";

/// Four lines of article that the scores are sure of.
Selecting article(PageKind kind) {
  Selecting page(kind);
  page.line(flood, 0.95F).line(rain, 0.95F).line(school, 0.95F).line(more, 0.95F);
  return page;
}

}  // namespace

TEST_CASE("what readers say under an article is not part of it") {
  SUBCASE("a heading of comments stands above") {
    Selecting page = article(PageKind::text);
    CHECK(page.line("Reader comments", 0.1F).line(remark, 0.6F).run().kept() == Indices{0, 1, 2, 3});
    CHECK(page.decided_by(5) == "readers' comments");
  }
  SUBCASE("no heading does") {
    Selecting page = article(PageKind::text);
    CHECK(page.line("Weather", 0.05F).line(remark, 0.6F).run().kept() == Indices{0, 1, 2, 3, 5});
  }
  SUBCASE("the article goes on below: it was a link to the comments") {
    Selecting page = article(PageKind::text);
    CHECK(page.line("Reader comments", 0.1F).line(remark, 0.95F).run().kept() == Indices{0, 1, 2, 3, 5});
  }
  SUBCASE("little stands above it") {
    Selecting page(PageKind::text);
    CHECK(page.line(flood, 0.95F).line("Reader comments", 0.1F).line(remark, 0.6F).run().kept() == Indices{0, 2});
  }
  SUBCASE("little, but the heading counts them") {
    Selecting page(PageKind::text);
    page.line(flood, 0.95F).line(rain, 0.95F).line("Comments (4)", 0.1F).line(remark, 0.6F);
    CHECK(page.run().kept() == Indices{0, 1});
  }
  SUBCASE("each post of the page counts its own") {
    Selecting page(PageKind::text);
    page.line("News", 0.0F);
    for (const char* count : {"Comments (4)", "Comments (12)", "Comments (7)", "Comments (2)"})
      page.line(flood, 0.8F).line(rain, 0.95F).line(count, 0.1F);
    CHECK(page.line(remark, 0.6F).run().kept().back() == 13);
  }
  SUBCASE("it is a line of code") {
    Selecting page = article(PageKind::text);
    page.line("\"Comments\": [", 0.6F).line("``COMMENTS``", 0.6F).line(remark, 0.6F).run();
    CHECK(page.kept() == Indices{0, 1, 2, 3, 4, 5, 6});
  }
  SUBCASE("the page is a thread") {
    Selecting page = article(PageKind::text);
    page.line("Thread starter", 0.0F).line("Reply with quote", 0.0F);
    CHECK(page.line("Reader comments", 0.1F).line(remark, 0.6F).run().kept() == Indices{0, 1, 2, 3, 7});
  }
  SUBCASE("the page is HTML, and no element is named for them") {
    Selecting page = article(PageKind::html);
    CHECK(page.line("Reader comments", 0.1F).line(remark, 0.6F).run().kept() == Indices{0, 1, 2, 3});
  }
  SUBCASE("the article goes on below in HTML") {
    Selecting page = article(PageKind::html);
    CHECK(page.line("Reader comments", 0.1F).line(remark, 0.95F).run().kept() == Indices{0, 1, 2, 3, 5});
  }
}

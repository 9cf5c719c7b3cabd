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

TEST_CASE("an end mark ends the article only where half of the text stands above it") {
  SUBCASE("below the article") {
    Selecting page = article(PageKind::html);
    CHECK(page.line("- The End -", 0.1F).line(remark, 0.6F).run().kept() == Indices{0, 1, 2, 3});
    CHECK(page.decided_by(5) == "end mark");
  }
  SUBCASE("in capitals") {
    Selecting page = article(PageKind::html);
    CHECK(page.line("END", 0.1F).line(remark, 0.6F).run().kept() == Indices{0, 1, 2, 3});
  }
  SUBCASE("but for a line of a program") {
    Selecting page = article(PageKind::html);
    CHECK(page.line("end", 0.1F).line(remark, 0.6F).run().kept() == Indices{0, 1, 2, 3, 5});
  }
  SUBCASE("above it: the mark of a teaser") {
    Selecting page(PageKind::html);
    page.line(remark, 0.6F).line("- The End -", 0.1F);
    page.line(flood, 0.95F).line(rain, 0.95F).line(school, 0.95F).line(more, 0.95F);
    CHECK(page.run().kept() == Indices{0, 2, 3, 4, 5});
  }
  SUBCASE("in a thread it ends one post") {
    Selecting page = article(PageKind::html);
    page.item("http://schema.org/QAPage").line("- The End -", 0.1F).line(remark, 0.6F);
    CHECK(page.run().kept() == Indices{0, 1, 2, 3, 5});
  }
}

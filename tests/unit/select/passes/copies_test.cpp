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

/// Four lines of article that the scores are sure of.
Selecting article(PageKind kind) {
  Selecting page(kind);
  page.line(flood, 0.95F).line(rain, 0.95F).line(school, 0.95F).line(more, 0.95F);
  return page;
}

}  // namespace

TEST_CASE("a paragraph that stands twice is kept once") {
  SUBCASE("also in a thread of plain text: nobody can tell a quote from its source") {
    Selecting page = article(PageKind::text);
    page.line("Thread starter", 0.0F).line("Reply with quote", 0.0F).line(flood, 0.97F);
    CHECK(page.run().kept() == Indices{0, 1, 2, 3});
  }
  const std::string long_paragraph = std::string(flood) + " " + rain;
  SUBCASE("in an HTML thread, too") {
    Selecting page = article(PageKind::html);
    page.line("Thread starter", 0.0F).line("Reply with quote", 0.0F);
    CHECK(page.line(long_paragraph, 0.95F).line(long_paragraph, 0.96F).run().kept() == Indices{0, 1, 2, 3, 7});
  }
  SUBCASE("but a shorter one may repeat in earnest") {
    CHECK(article(PageKind::html).line(flood, 0.95F).run().kept() == Indices{0, 1, 2, 3, 4});
  }
  SUBCASE("but not in a manual") {
    Selecting page = article(PageKind::html);
    page.url("https://docs.example/start").line(long_paragraph, 0.95F).line(long_paragraph, 0.96F);
    CHECK(page.run().kept() == Indices{0, 1, 2, 3, 4, 5});
  }
}

TEST_CASE("lines that order a text may stand three times") {
  constexpr const char* room = "Room two on the first floor of the mill, beside the old stairs and the well";
  Selecting page = article(PageKind::text);
  SUBCASE("when all of them score as the article does") {
    page.line(room, 0.9F).line("Talks", 0.9F).line(room, 0.8F).line("Songs", 0.9F).line(room, 0.7F);
    CHECK(page.run().kept() == Indices{0, 1, 2, 3, 4, 5, 6, 7, 8});
  }
  SUBCASE("but not as part of a list that the scores know") {
    page.line(room, 0.9F).line("Talks", 0.9F).line(room, 0.8F).line("Songs", 0.9F).line(room, 0.1F);
    page.line("Imprint", 0.0F);
    CHECK(page.run().kept() == Indices{0, 1, 2, 3, 4, 5, 7});
  }
  SUBCASE("nor prose") {
    page.line(flood, 0.9F).line(flood, 0.9F).line("Imprint", 0.0F);
    CHECK(page.run().kept() == Indices{0, 1, 2, 3});
  }
}

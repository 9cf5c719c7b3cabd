#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::flood;
using pith::test::rain;
using pith::test::school;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// An article with a heading of that score in it, between blocks of index 1 and 3.
Selecting with_heading(float score, std::string_view heading = "What comes next") {
  Selecting page(PageKind::html);
  page.menu().line(flood, 0.98F).line(rain, 0.98F);
  // On a page of a product nothing counts as enclosed.
  page.line(heading, score, Tag::h2).expect(pith::Expect::product);
  return page;
}

}  // namespace

TEST_CASE("a heading that was dropped by a hair comes back when its section was kept") {
  Selecting page = with_heading(0.35F);
  CHECK(page.line(school, 0.95F).line("It did so for nine days.", 0.95F).run().kept() == Indices{4, 5, 6, 7, 8});
  CHECK(page.decided_by(6) == "section headings");
}

TEST_CASE("a heading stays away") {
  SUBCASE("with a low score") {
    Selecting page = with_heading(0.1F);
    CHECK(page.line(school, 0.95F).line("It did so for nine days.", 0.95F).run().kept() == Indices{4, 5, 7, 8});
  }
  SUBCASE("above a section that was dropped") {
    Selecting page = with_heading(0.35F);
    CHECK(page.line(school, 0.05F).line("It did so for nine days.", 0.05F).run().kept() == Indices{4, 5});
  }
  SUBCASE("above another heading") {
    Selecting page = with_heading(0.35F);
    page.line("In the school", 0.95F, Tag::h3).line(school, 0.95F);
    CHECK(page.run().kept() == Indices{4, 5, 7, 8});
    CHECK(page.decided_by(6) == "score");
  }
  SUBCASE("above a few words") {
    Selecting page = with_heading(0.35F);
    CHECK(page.line("Three metres", 0.95F).line("Two metres", 0.95F).run().kept() == Indices{4, 5, 7, 8});
  }
  SUBCASE("in a thread, whose posts have subjects above them") {
    Selecting page = with_heading(0.35F);
    page.expect(pith::Expect::forum).line(school, 0.95F).line("It did so for nine days.", 0.95F).run();
    CHECK(page.decided_by(6) == "score");
  }
}

TEST_CASE("what a heading says to those who do not see its arrow is no section") {
  Selecting page = with_heading(0.35F);
  page.page().element(Tag::h2, "Show this section", {{pith::page::AttributeName::class_, "visually-hidden"}});
  page.score(0.1F).line(school, 0.95F).line("It did so for nine days.", 0.95F).run();
  CHECK(page.decided_by(6) == "section headings");
}

TEST_CASE("a heading stays with the code or the definitions right below it that are kept") {
  Selecting page(PageKind::html);
  page.menu().line(flood, 0.98F).line(rain, 0.98F).page().open(Tag::div);
  page.line("Parameters", 0.25F, Tag::h4);
  SUBCASE("in the same box") {
    page.line("level(day)", 0.95F, Tag::pre).page().close();
    CHECK(page.line(school, 0.95F).run().kept() == Indices{4, 5, 6, 7, 8});
    CHECK(page.decided_by(6) == "section headings");
  }
  SUBCASE("but not with what stands in another") {
    page.page().close();
    CHECK(page.line("level(day)", 0.95F, Tag::pre).line(school, 0.95F).run().kept() == Indices{4, 5, 7, 8});
  }
}

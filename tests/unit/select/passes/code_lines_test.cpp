#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::flood;
using pith::test::rain;
using pith::test::school;
using pith::test::Selecting;
using Indices = std::vector<int>;

TEST_CASE("code that is mostly kept stays whole: braces, copies and members that are labels elsewhere") {
  Selecting page(PageKind::text);
  page.line(flood, 0.95F).line(rain, 0.95F).line("{", 0.5F).line("\"name\": \"Anna\",", 0.8F);
  page.line("\"source\": \"Weir\",", 0.1F).line("\"towns\": [", 0.8F).line("{", 0.02F).line("\"id\": 3", 0.8F);
  page.line("}", 0.02F).line("]", 0.02F).line("}", 0.02F).line(school, 0.95F).run();
  CHECK(page.kept() == Indices{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
  CHECK(page.decided_by(4) == "code lines");
}

TEST_CASE("code that a scraper left goes, and in HTML code has elements of its own") {
  Selecting page(PageKind::text);
  page.line(flood, 0.95F).line(rain, 0.95F).line("var ad = ads.slot(3);", 0.02F).line("ad.show();", 0.02F);
  page.line("} else {", 0.02F).line("count(page);", 0.02F).line(school, 0.95F).run();
  CHECK(page.kept() == Indices{0, 1, 6});
}

TEST_CASE("code that a sentence announces stays where the model only doubts it") {
  const auto kept = [](float score, const char* above) {
    Selecting page(PageKind::text);
    for (const char* entry : {"Home", "News", "Sport", "Weather", "Jobs", "Cars"}) page.line(entry, 0.01F);
    page.line(flood, 0.95F).line(rain, 0.95F).line(above, 0.95F).line("[", score).line("\"a\": 3,", score);
    page.line("\"b\": 4,", score).line("\"c\": [],", score).line("]", score).line(school, 0.95F).run();
    return page.kept().size();
  };
  constexpr const char* announced = "The gauge then writes what it has read of the river in the form that follows:";
  CHECK(kept(0.2F, announced) == 9);
  CHECK(kept(0.05F, announced) == 4);
  CHECK(kept(0.2F, flood) < 9);
}

TEST_CASE("fences and borders of tables stay between lines that do") {
  Selecting page(PageKind::text);
  page.line(flood, 0.95F).line("```", 0.02F).line("The gauge read four metres.", 0.9F).line("```", 0.02F);
  page.line(rain, 0.95F).line("+------+------+", 0.02F).line(school, 0.95F).line("+------+", 0.02F).run();
  CHECK(page.kept() == Indices{0, 1, 2, 3, 4, 5, 6});
}

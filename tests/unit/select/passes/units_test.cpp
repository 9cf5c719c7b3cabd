#include <doctest/doctest.h>

#include <algorithm>

#include "support/selecting.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* prose = "The river rose by two metres overnight, and the lower town had to be cleared by boat.";

}  // namespace

TEST_CASE("code stays where the text around it stays") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).line("read(port)", 0.4F, Tag::pre);
  SUBCASE("between kept text") {
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 2});
    CHECK(page.decided_by(1) == "units");
  }
  SUBCASE("at the end of it") {
    page.line("Menu", 0.01F).run();
    CHECK(page.kept() == std::vector{0});
  }
}

TEST_CASE("a prompt of a tool may stand above such code") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).line("In [1]:", 0.05F).line("read(port)", 0.4F, Tag::pre);
  page.line(prose + std::string(" Again."), 0.95F).run();
  CHECK(page.kept() == std::vector{0, 2, 3});
}

TEST_CASE("a column of line numbers goes") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).line("1\n2\n3", 0.9F, Tag::pre).line(prose + std::string(" Again."), 0.95F).run();
  CHECK(page.kept() == std::vector{0, 2});
}

TEST_CASE("a table stays or goes as one, by its letters") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::table);
  const auto row = [&](std::string_view left, float score, std::string_view right, float other) {
    page.page().open(Tag::tr).element(Tag::td, left).element(Tag::td, right).close();
    page.score(score).score(other);
  };
  SUBCASE("most of it was kept") {
    row("Old town bridge", 0.95F, "closed to all traffic", 0.95F);
    row("Mill", 0.02F, "open", 0.95F);
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 2, 3, 4, 5});
  }
  SUBCASE("least of it was kept") {
    row("Subscribe to the paper now", 0.02F, "for two months at half price", 0.02F);
    row("Mill", 0.95F, "Terms and conditions of the offer", 0.02F);
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 5});
  }
}

TEST_CASE("a table in the middle of the text stays, though the model doubts its cells, but not a menu") {
  for (const bool is_menu : {false, true}) {
    Selecting page(PageKind::html);
    page.page().open(Tag::div);
    page.line(prose, 0.95F).page().open(Tag::table);
    for (const char* const bridge : {"Old town bridge", "Mill bridge"}) {
      page.page().open(Tag::tr).element(Tag::th, bridge).open(Tag::td);
      page.page().element(is_menu ? Tag::a : Tag::b, "closed to all traffic", {{AttributeName::href, "/x"}}).close();
      page.page().close();
      page.score(0.35F).score(0.35F);
    }
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == (is_menu ? std::vector{0, 5} : std::vector{0, 1, 2, 3, 4, 5}));
  }
}

TEST_CASE("the first column of such a table may link, its caption be hidden, and a note stand below it") {
  Selecting page(PageKind::html);
  page.page().open(Tag::div);
  page.line(prose, 0.95F).page().open(Tag::table);
  page.page().element(Tag::caption, "Bridges", {{AttributeName::class_, "sr-only"}});
  page.score(0.02F);
  for (const char* const bridge : {"Old town bridge", "Mill bridge"}) {
    page.page().open(Tag::tr).open(Tag::td).element(Tag::a, bridge, {{AttributeName::href, "/x"}}).close();
    page.page().element(Tag::td, "closed to traffic").close();
    page.score(0.35F).score(0.35F);
  }
  page.page().close();
  page.line("As of May", 0.05F).line(prose + std::string(" Again."), 0.95F).run();
  CHECK(page.kept() == std::vector{0, 1, 2, 3, 4, 5, 7});
}

TEST_CASE("a note that kept text refers to stays") {
  Selecting page(PageKind::html);
  page.page()
      .open(Tag::p)
      .text(prose)
      .open(Tag::sup)
      .element(Tag::a, "1", {{AttributeName::href, "#n"}})
      .close()
      .close();
  page.score(0.95F).line(prose + std::string(" Again."), 0.95F);
  page.page().element(Tag::p, "Read by the miller himself.", {{AttributeName::id, "n"}});
  page.score(0.02F).line("Menu", 0.01F).run();
  CHECK(page.kept() == std::vector{0, 1, 2});
}

TEST_CASE("a list of definitions stays or goes as one, but not a list of links") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::dl);
  SUBCASE("terms and explanations") {
    page.page().element(Tag::dt, "Sluice").element(Tag::dd, "the gate between the pond and the creek");
    page.score(0.02F).score(0.95F);
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 2, 3});
  }
  SUBCASE("terms that link to where they are told at length") {
    page.page().open(Tag::dt).element(Tag::a, "Sluice", {{pith::page::AttributeName::href, "/sluice"}}).close();
    page.page().element(Tag::dd, "the gate between the pond and the creek");
    page.score(0.02F).score(0.95F);
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 2, 3});
  }
  SUBCASE("headlines as terms, with their teasers") {
    page.page().open(Tag::dt);
    page.page().element(Tag::a, "The gate between the pond and the creek is shut",
                        {{pith::page::AttributeName::href, "/"}});
    page.page().close().element(Tag::dd, "it took three men and a horse to move the beam, and the water rose");
    page.score(0.02F).score(0.95F);
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 2, 3});
  }
  SUBCASE("no terms") {
    page.page().element(Tag::dd, "Sluice").element(Tag::dd, "the gate between the pond and the creek");
    page.score(0.02F).score(0.95F);
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 2, 3});
  }
}

TEST_CASE("a term stays with its explanation, an explanation with its term unless the model is sure") {
  // Too long for a list of definitions that stays or goes as one.
  std::string essay = prose;
  while (essay.size() < 1000) essay += std::string(" ") + prose;
  const auto kept = [&essay](float term, float explanation) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F).page().open(Tag::dl).element(Tag::dt, "Flood").element(Tag::dd, "High water in a river.");
    page.page().element(Tag::dd, essay).close();
    page.score(term).score(explanation).score(0.95F).line(prose + std::string(" Again."), 0.95F).run();
    return page.kept();
  };
  CHECK(kept(0.02F, 0.95F) == std::vector{0, 1, 2, 3, 4});
  CHECK(kept(0.95F, 0.35F) == std::vector{0, 1, 2, 3, 4});
  CHECK(kept(0.95F, 0.02F) == std::vector{0, 1, 3, 4});
}

TEST_CASE("what a details shows when it is closed stays with the rest") {
  for (const float rest : {0.95F, 0.02F}) {
    Selecting page(PageKind::html);
    page.line(prose, 0.95F)
        .page()
        .open(Tag::details)
        .element(Tag::summary, "More on floods")
        .element(Tag::p, "They pass.");
    page.page().close();
    page.score(0.02F).score(rest).line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == (rest > 0.5F ? std::vector{0, 1, 2, 3} : std::vector{0, 3}));
  }
}

TEST_CASE("buttons and the language beside code in a box of its own go") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::div);
  page.line("python", 0.9F).page().element(Tag::button, "Copy");
  page.score(0.9F).line("read(port)", 0.9F, Tag::pre);
  SUBCASE("in a box") {
    page.page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 3, 4});
    CHECK(page.decided_by(1) == "units");
  }
  SUBCASE("in a part of the page") {
    page.line(prose + std::string(" Once."), 0.95F).line(prose + std::string(" Twice."), 0.95F).page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 2, 3, 4, 5, 6});
  }
}

TEST_CASE("an entry that the model doubts stays with a list that is kept") {
  const auto page = [](float score) {
    Selecting list(PageKind::html);
    list.menu().eight_paragraphs().page().open(Tag::ul);
    for (const char* entry : {"Butter", "Three leeks", "Stock"}) list.line(entry, 0.6F, Tag::li);
    list.line("A bay leaf", score, Tag::li).page().close();
    list.line("Ida counted the boats, and there were forty of them, as she wrote home on Monday evening.", 0.95F).run();
    return list.decided_by(15);
  };
  CHECK(page(0.32F) == "units");
  CHECK(page(0.1F) != "units");
}

TEST_CASE("captions beside a table do not part it from the text") {
  Selecting page(PageKind::html);
  page.page().open(Tag::div);
  page.line(prose, 0.95F).page().open(Tag::figure).element(Tag::figcaption, "The mill bridge in May").close();
  page.score(0.05F).page().open(Tag::figure).open(Tag::table);
  for (const char* const bridge : {"Old town bridge", "Mill bridge"}) {
    page.page().open(Tag::tr).element(Tag::td, bridge).element(Tag::td, "closed to traffic").close();
    page.score(0.35F).score(0.35F);
  }
  page.page().close().element(Tag::figcaption, "Bridges of the town").close();
  page.score(0.05F).line(prose + std::string(" Again."), 0.95F).run();
  const std::vector<int> kept = page.kept();
  CHECK(std::count(kept.begin(), kept.end(), 2) == 1);
  CHECK(std::count(kept.begin(), kept.end(), 5) == 1);
}

TEST_CASE("what no cell shows stays out of a table that is kept") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::table);
  for (const char* year : {"1903", "2025"}) {
    page.page().open(Tag::tr).element(Tag::td, year).open(Tag::td);
    page.page().element(Tag::span, "7000120", {{AttributeName::style, "display:none"}}).text("12 m").close().close();
    page.score(0.6F).score(0.05F).score(0.6F);
  }
  page.page().close();
  page.line(prose + std::string(" Again."), 0.95F).run();
  CHECK(page.kept() == std::vector{0, 1, 3, 4, 6, 7});
}

TEST_CASE("the name of a file above code stays with it, in the box of a tool") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::div);
  SUBCASE("a name") {
    page.line("conf.py", 0.05F).line("project = 1", 0.9F, Tag::pre).page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 2, 3});
  }
  SUBCASE("what classes call a caption") {
    page.page().element(Tag::p, "The settings", {{AttributeName::class_, "caption"}});
    page.score(0.05F).line("project = 1", 0.9F, Tag::pre).page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 2, 3});
  }
  SUBCASE("a button") {
    page.line("Copy", 0.05F).line("project = 1", 0.9F, Tag::pre).page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 2, 3});
  }
}

TEST_CASE("a note in the margin stays with its sentence") {
  Selecting page(PageKind::html);
  page.page().open(Tag::p).text(prose);
  page.page().element(Tag::span, "By two boats.", {{AttributeName::class_, "sidenote"}}).close();
  page.score(0.95F).score(0.05F).line(prose + std::string(" Again."), 0.95F).run();
  CHECK(page.kept() == std::vector{0, 1, 2});
}

TEST_CASE("below code what its host says may stand, and likely code needs text on one side only") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).page().open(Tag::div);
  SUBCASE("who hosts it") {
    page.line("read(port)", 0.35F, Tag::pre).line("View raw, hosted by the harbour", 0.05F).page().close();
    page.line(prose + std::string(" Again."), 0.95F).run();
    CHECK(page.kept() == std::vector{0, 1, 3});
  }
  SUBCASE("likely") {
    page.line("read(port)", 0.5F, Tag::pre).page().close();
    page.line("Subscribe to the paper now", 0.01F).run();
    CHECK(page.kept() == std::vector{0, 1});
  }
}

TEST_CASE("of a list of two one entry keeps the other that the model nearly keeps") {
  for (const float score : {0.45F, 0.35F}) {
    Selecting page(PageKind::html);
    page.line(prose, 0.6F).page().open(Tag::ul);
    page.line("Wash every wheel", 0.6F, Tag::li).line("Measure it", score, Tag::li).page().close();
    page.line(prose + std::string(" Again."), 0.6F).line("Menu", 0.01F).expect(pith::Expect::article).run();
    CHECK(page.kept() == (score > 0.4F ? std::vector{0, 1, 2, 3} : std::vector{0, 1, 3}));
  }
}

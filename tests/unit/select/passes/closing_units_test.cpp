#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// A menu, and the text in an element of its own, which stays open.
Selecting text_in_element() {
  Selecting page(PageKind::html);
  page.menu().page().open(Tag::article);
  page.line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F).line(pith::test::school, 0.95F);
  return page;
}

void add_list(Selecting& page, float score) {
  page.page().open(Tag::ul);
  for (const char* entry : {"a lower ramp", "two benches"}) {
    page.page().element(Tag::li, entry);
    page.score(score);
  }
  page.page().close();
}

}  // namespace

TEST_CASE("a list that ends the text stays, though the model doubts it") {
  Selecting page = text_in_element();
  add_list(page, 0.3F);
  page.page().close();
  page.line("Imprint", 0.01F).run();
  CHECK(page.kept() == Indices{4, 5, 6, 7, 8});
  CHECK(page.decided_by(7) == "closing units");
}

TEST_CASE("and code, but not what the model is sure of") {
  Selecting page = text_in_element();
  float score = 0;
  SUBCASE("doubted") {
    score = 0.3F;
  }
  SUBCASE("sure") {
    score = 0.05F;
  }
  page.line("load = span * 12", score, Tag::pre).page().close();
  page.line("Imprint", 0.01F).run();
  CHECK(page.kept().size() == (score > 0.1F ? 4 : 3));
}

TEST_CASE("a list beside the element of the text goes") {
  Selecting page = text_in_element();
  page.page().close();
  add_list(page, 0.3F);
  page.line("Imprint", 0.01F).run();
  CHECK(page.kept() == Indices{4, 5, 6});
}

TEST_CASE("a list of links goes") {
  Selecting page = text_in_element();
  page.page().open(Tag::ul);
  for (const char* entry : {"The ferry and its keeper", "A new bakery"}) {
    page.page().open(Tag::li).element(Tag::a, entry, {{AttributeName::href, "/there"}}).close();
    page.score(0.3F);
  }
  page.page().close().close();
  page.line("Imprint", 0.01F).run();
  CHECK(page.kept() == Indices{4, 5, 6});
}

TEST_CASE("a list below the section that ends the text stays") {
  Selecting page = text_in_element();
  page.page().open(Tag::section).element(Tag::p, pith::test::more).close();
  page.score(0.95F);
  add_list(page, 0.3F);
  page.page().close();
  page.line("Imprint", 0.01F).run();
  CHECK(page.kept() == Indices{4, 5, 6, 7, 8, 9});
}

TEST_CASE("a small section that ends an article stays, one with a link goes") {
  const auto kept = [](const char* link) {
    Selecting page = text_in_element();
    page.page().open(Tag::div).element(Tag::h3, "Venue").open(Tag::p).text("Sallow Mill, Mill Lane");
    if (link != nullptr) page.page().element(Tag::a, link, {{AttributeName::href, "/there"}});
    page.page().close().close().close();
    return page.score(0.15F).score(0.45F).line("Imprint", 0.01F).run().kept();
  };
  CHECK(kept(nullptr) == Indices{4, 5, 6, 7, 8});
  CHECK(kept("on the map") == Indices{4, 5, 6});
}

TEST_CASE("a word in an element of its own below the text is a signature") {
  Selecting page = text_in_element();
  page.page().open(Tag::div).element(Tag::p, "I. P.").close().close();
  page.score(0.4F).line("Imprint", 0.01F);
  CHECK(page.run().kept() == Indices{4, 5, 6});
}

TEST_CASE("a note that the text encloses stays, in <main> as in <article>, one right below the headline goes") {
  const auto kept = [](bool below_headline) {
    Selecting page(PageKind::html);
    page.menu().headline("The weir").page().open(Tag::main).element(Tag::h1, "The weir");
    page.score(0.9F);
    if (!below_headline) page.line(pith::test::flood, 0.95F);
    page.page().open(Tag::div).element(Tag::h3, "Note").element(Tag::p, "Gates built before 2019 hum").close();
    page.score(0.15F).score(0.3F);
    if (below_headline) page.line(pith::test::flood, 0.95F);
    page.line(pith::test::rain, 0.95F).page().close();
    return page.line("Imprint", 0.01F).run().kept();
  };
  CHECK(kept(false) == Indices{5, 6, 7, 8});
  CHECK(kept(true) == Indices{7, 8});
}

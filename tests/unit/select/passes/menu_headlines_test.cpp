#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// So many headlines, the text's own, a line below it, and the text.
Selecting page_with(int headlines, const char* below_title) {
  Selecting page(PageKind::text);
  for (int i = 0; i < headlines; ++i) page.line("Ferry number " + std::to_string(i) + " to stop in autumn", 0.6F);
  page.line("River in the lower town rose by two metres", 0.7F).line(below_title, 0.2F);
  for (const char* line : {pith::test::flood, pith::test::rain, pith::test::school}) page.line(line, 0.95F);
  page.run();
  return page;
}

}  // namespace

TEST_CASE("a menu of headlines above the text's own goes") {
  const Selecting page = page_with(6, "12 March 2019");
  REQUIRE(page.selection.title_block == 6);
  CHECK(page.kept() == Indices{8, 9, 10});
  CHECK(page.decided_by(2) == "menu headlines");
}

TEST_CASE("a few lines above the headline may be its own") {
  CHECK(page_with(2, "12 March 2019").decided_by(1) != "menu headlines");
}

TEST_CASE("without a date or a source below it, nothing says that a line is the headline") {
  CHECK(page_with(6, "As seen from the upper town").decided_by(2) != "menu headlines");
}

TEST_CASE("headlines that each have a day are no menu") {
  Selecting page(PageKind::text);
  for (int i = 0; i < 4; ++i)
    page.line("Ferry number " + std::to_string(i) + " to stop in autumn", 0.6F).line("1 March 2019", 0.6F);
  page.line("River in the lower town rose by two metres", 0.7F).line("12 March 2019", 0.2F);
  for (const char* line : {pith::test::flood, pith::test::rain, pith::test::school}) page.line(line, 0.95F);
  CHECK(page.run().decided_by(2) != "menu headlines");
}

TEST_CASE("a menu above the text goes with what stands between its entries") {
  const auto kept = [](const char* third) {
    Selecting page(PageKind::text);
    for (const char* entry : {"Home", "Breaking", third, "Sitemap"}) page.line(entry, 0.55F);
    for (const char* line : {pith::test::flood, pith::test::rain, pith::test::school}) page.line(line, 0.95F);
    return page.line("Imprint", 0.0F).run().kept();
  };
  CHECK(kept("Politics").size() == 3);
  CHECK(kept("A mill").size() > 3);  // two entries make no menu
}

#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// A line above a menu on one line, the menu, a line below it, and the text.
Selecting page_with(const char* menu, const char* below_menu) {
  Selecting page(PageKind::text);
  page.line("Meadow Tools", 0.8F).line(menu, 0.5F).line(below_menu, 0.15F);
  for (const char* line : {pith::test::flood, pith::test::rain, pith::test::school}) page.line(line, 0.95F);
  page.line("Imprint", 0.01F).run();
  return page;
}

}  // namespace

TEST_CASE("what stands above a menu on one line goes with it, the line below it heads the text") {
  CHECK(page_with("Home Boats Nets Oars Contact", "Oars").kept() == Indices{3, 4, 5});  // a word by itself is no line
  const Selecting page = page_with("Home Boats Nets Oars Contact", "Oars and sails");
  CHECK(page.kept() == Indices{2, 3, 4, 5});
  const Selecting titled = page_with("Home Boats Nets Oars Contact", "River in the lower town rose by two metres");
  CHECK(titled.selection.title_block == 2);
  CHECK(titled.decided_by(0) == "top lines");
}

TEST_CASE("a day below the menu is no head of the text") {
  CHECK(page_with("Home Boats Nets Oars Contact", "12 March 2019").kept() == Indices{3, 4, 5});
}

TEST_CASE("a headline of capitals is no menu") {
  CHECK(page_with("River Rises In The Lower Town Again", "Oars and sails").decided_by(0) != "top lines");
}

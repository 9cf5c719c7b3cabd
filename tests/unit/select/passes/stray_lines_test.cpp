#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::test::Selecting;

namespace {

/// A menu, and eleven headlines, of which the sixth scores so, above or below the text.
Selecting headlines(float score, bool above, int others = 10) {
  Selecting page(PageKind::text);
  const auto text = [&page] {
    for (const char* line : {pith::test::flood, pith::test::rain, pith::test::school, pith::test::more})
      page.line(line, 0.6F);
  };
  for (const char* entry : {"Home", "News", "Sport"}) page.line(entry, 0.01F);
  if (!above) text();
  for (int i = 0; i <= others; ++i)
    page.line("Ferry number " + std::to_string(i) + " to stop in autumn", i == others / 2 ? score : 0.1F);
  if (above) text();
  page.run();
  return page;
}

}  // namespace

TEST_CASE("a headline that alone of its list scores as text does goes") {
  CHECK(headlines(0.45F, false).kept().size() == 4);
  CHECK(headlines(0.45F, false).decided_by(12) == "stray lines");
}

TEST_CASE("a line of a few stays") {
  CHECK(headlines(0.45F, false, 4).kept().size() == 5);
}

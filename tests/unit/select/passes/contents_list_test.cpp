#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// A list of contents, and the sections that these headings head.
Indices kept(const char* first_heading, const char* second_heading) {
  Selecting page(PageKind::text);
  page.line("Home", 0.0F).line("1 The flood", 0.6F).line("2 The school", 0.6F);
  page.line(first_heading, 0.7F).line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F);
  return page.line(second_heading, 0.7F).line(pith::test::school, 0.95F).run().kept();
}

}  // namespace

TEST_CASE("numbered lines that say what headings below say are a list of contents") {
  CHECK(kept("The flood", "The school") == Indices{3, 4, 5, 6, 7});
}

TEST_CASE("one heading below is chance") {
  CHECK(kept("The flood", "The lower town").front() == 1);
}

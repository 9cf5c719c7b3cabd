#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::Selecting;

namespace {

constexpr const char* answer = "Leave her in the water for a week, and half of all leaks are gone.";

/// Whether a thread keeps the answer below which this line stands.
bool keeps(const char* below, float score) {
  Selecting page(PageKind::text);
  page.line("Thread starter", 0.0F).line("Reply with quote", 0.0F);
  page.line(pith::test::flood, 0.95F).line("Share Improve this answer Follow", 0.02F);
  page.line(answer, score).line(below, 0.02F).line("Share Improve this answer Follow", 0.02F);
  return page.run().selection.choices[4].kept;
}

}  // namespace

TEST_CASE("a post of a thread stays above a row of its buttons") {
  CHECK(keeps("Share Improve this answer Follow", 0.12F));
  CHECK_FALSE(keeps("Weather", 0.12F));
  CHECK_FALSE(keeps("Share Improve this answer Follow", 0.02F));
}

#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

// Prose of fifteen and more words, each a different one.
constexpr const char* first =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn.";
constexpr const char* second =
    "Firemen carried the last of the residents out by boat, while the army closed the bridges.";

}  // namespace

TEST_CASE("the title is found and its repetitions go") {
  Selecting page(PageKind::text);
  page.line("Daily Herald", 0.2F).line("River floods the old town", 0.8F).line(first, 0.95F);
  page.line("River floods the old town", 0.8F).line(second, 0.95F).run();

  CHECK(page.selection.title_block == 1);
  CHECK(page.category(3) == Category::duplicate);
  CHECK(page.decided_by(3) == "title repeats");
}

TEST_CASE("a deck that only repeats the first paragraph goes") {
  Selecting page(PageKind::html);
  page.headline("River floods the old town").line("River floods the old town", 0.9F, Tag::h1);
  page.line("The river rose by two metres overnight, and the lower town had to be cleared before dawn.", 0.9F);
  page.line("The river rose by two metres overnight, and the lower town had to be cleared before dawn. Boats came.",
            0.9F);
  page.line(second, 0.9F).run();

  CHECK(page.selection.title_block == 0);
  CHECK(page.decided_by(1) == "deck repeats");
  CHECK(page.kept() == Indices{2, 3});
}

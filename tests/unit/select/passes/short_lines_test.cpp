#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* soup = "My grandmother made this soup every Saturday, and the pot was never large enough for us.";

/// A menu, a sentence, a list of what is needed, some of it below the cut, then what stands below with this score.
Selecting recipe(PageKind kind, float below) {
  Selecting page(kind);
  for (const char* entry : {"Dinners", "Desserts", "Boards", "Knives"}) page.line(entry, 0.02F);
  page.line(soup, 0.85F).line("Needed", 0.2F).line("Butter", 0.6F).line("Three large leeks, sliced", 0.65F);
  page.line("One bay leaf", 0.2F).line("One litre of stock", 0.6F).line("Salt and pepper", 0.2F);
  for (const char* entry : {"Tomato tart", "Slow roast", "Lemon bars", "Oat cakes"}) page.line(entry, below);
  page.run();
  return page;
}

}  // namespace

TEST_CASE("a text of short lines stays whole down to where the scores fall") {
  const Selecting page = recipe(PageKind::text, 0.02F);
  CHECK(page.kept() == Indices{4, 5, 6, 7, 8, 9, 10});
  CHECK(page.decided_by(8) == "short lines");
}

TEST_CASE("where the scores do not fall, nothing tells the end of the text") {
  CHECK(recipe(PageKind::text, 0.15F).kept() == Indices{4, 6, 7, 9});
}

TEST_CASE("in HTML the elements say what belongs together") {
  CHECK(recipe(PageKind::html, 0.02F).decided_by(8) != "short lines");
}

TEST_CASE("a line that a phrase names is none of the short lines") {
  Selecting page(PageKind::text);
  for (const char* entry : {"Dinners", "Desserts", "Boards", "Knives"}) page.line(entry, 0.02F);
  page.line(soup, 0.85F).line("Butter", 0.6F).line("Share this article", 0.2F).line("Three large leeks", 0.65F);
  page.line("One bay leaf", 0.2F).line("One litre of stock", 0.6F).line("Salt and pepper", 0.6F);
  for (const char* entry : {"Tomato tart", "Slow roast", "Lemon bars", "Oat cakes"}) page.line(entry, 0.02F);
  CHECK(page.run().kept() == Indices{4, 5, 7, 8, 9, 10});
}

TEST_CASE("the headline above the short lines stays where the scores rise from those of the menu") {
  const auto page = [](float menu) {
    Selecting text(PageKind::text);
    for (const char* entry : {"Dinners", "Desserts", "Boards", "Knives"}) text.line(entry, menu);
    text.line("Leeks and cream", 0.12F).line(soup, 0.85F).line("Butter", 0.6F).line("Three large leeks, sliced", 0.65F);
    text.line("One bay leaf", 0.2F).line("Salt", 0.6F);
    for (const char* entry : {"Tomato tart", "Slow roast", "Lemon bars", "Oat cakes"}) text.line(entry, 0.02F);
    text.run();
    return text.decided_by(4);
  };
  CHECK(page(0.02F) == "short lines");
  CHECK(page(0.09F) != "short lines");
}

TEST_CASE("a headline that scores like a menu's entry stays where all of the menu scores half of that") {
  const auto kept = [](float menu) {
    Selecting page(PageKind::text);
    for (const char* entry : {"Boards", "Knives", "Ovens", "Tins"}) page.line(entry, menu);
    page.line("Leeks and cream", 0.08F).line("For four people", 0.3F);
    page.line(soup, 0.85F).line("Butter", 0.6F).line("Three large leeks, sliced", 0.65F).line("One bay leaf", 0.2F);
    page.line("Salt", 0.6F);
    for (const char* entry : {"Tomato tart", "Slow roast", "Lemon bars", "Oat cakes"}) page.line(entry, 0.02F);
    page.run();
    return page.decided_by(4);
  };
  CHECK(kept(0.02F) == "short lines");
  CHECK(kept(0.06F) != "short lines");
}

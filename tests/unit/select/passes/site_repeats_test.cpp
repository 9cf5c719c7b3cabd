#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* prose =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn, said the mayor, who had "
    "been up since the first call came in from the bridge.";
constexpr const char* standing = "Every Friday our reporters answer what readers want to know about the town.";

}  // namespace

TEST_CASE("lines that other pages of the site have are judged down") {
  Selecting page(PageKind::html);
  page.line(prose, 0.9F)
      .line(standing, 0.8F, Tag::div)
      .line(prose + std::string(" It fell by noon."), 0.9F, Tag::section);

  SUBCASE("by how many have them") {
    page.witnesses({0, 1, 0}).run();
    CHECK(page.selection.choices[1].score == doctest::Approx(0.48));
    CHECK(page.selection.choices[0].score == 0.9F);
    page.witnesses({0, 5, 0}).run();
    CHECK(page.selection.choices[1].score == doctest::Approx(0.08));
    CHECK(page.decided_by(1) == "site repeats");
    CHECK(page.kept() == std::vector<int>{0, 2});
  }
  SUBCASE("not where most of the prose would go: those are versions of one page") {
    page.witnesses({5, 5, 5}).run();
    CHECK(page.selection.choices[1].score == 0.8F);
    CHECK(page.kept() == std::vector<int>{0, 1, 2});
  }
  SUBCASE("not without a memory") {
    page.run();
    CHECK(page.selection.choices[1].score == 0.8F);
  }
}

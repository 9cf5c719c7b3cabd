#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* flood =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn.";
constexpr const char* notice =
    "This notice explains how we and our partners use cookies on this website. Strictly necessary cookies are required "
    "for "
    "the service to work and cannot be switched off, while analytics cookies help us count visits, see which pages are "
    "read most, and improve what we offer to you.";
constexpr const char* choices =
    "You can set your browser to refuse cookies or to tell you when a website wants to set one. If you refuse them, "
    "some "
    "parts of our service may no longer work as they should, and your preferences will be lost from visit to visit.";
constexpr const char* baking =
    "Grandmother baked her cookies with cold butter, brown sugar and a pinch of salt. She let the dough rest "
    "overnight, "
    "cut it into thick slices in the morning and filled the whole house with the scent of cookies, and nobody minded "
    "that "
    "the first tray was always a little too dark at the edges.";

}  // namespace

TEST_CASE("a site's cookie notice is no article, however well it is written") {
  Selecting page(PageKind::html);
  page.line("River floods the old town", 0.9F, Tag::h1)
      .line(flood, 0.9F)
      .line(notice, 0.95F)
      .line(choices, 0.95F)
      .run();

  CHECK(page.kept() == Indices{1});
  CHECK(page.category(2) == Category::cookie_wall);
  CHECK(page.decided_by(3) == "cookie prose");
}

TEST_CASE("an article about cookies stays") {
  Selecting page(PageKind::html);

  SUBCASE("those of browsers, when the headline says so") {
    page.headline("How websites use cookies").line("How websites use cookies", 0.9F, Tag::h1);
    page.line(notice, 0.95F).line(choices, 0.95F).run();
    CHECK(page.kept() == Indices{1, 2});
  }
  SUBCASE("those of an oven") {
    page.line("A winter kitchen", 0.9F, Tag::h1).line(baking, 0.95F).line(flood, 0.9F).run();
    CHECK(page.kept() == Indices{1, 2});
  }
}

TEST_CASE("a whole article in one block may speak of cookies once") {
  std::string all;
  for (int day = 1; day < 40; ++day) all += "On day " + std::to_string(day) + " the bakery by the bridge was open. ";
  all += "Its website lists the cookies of the week.";
  Selecting page(PageKind::html);
  page.line("The bakery by the bridge", 0.9F, Tag::h1).line(all, 0.95F).run();
  CHECK(page.decided_by(1) != "cookie prose");
  CHECK(page.kept().back() == 1);
}

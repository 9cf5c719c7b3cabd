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

}  // namespace

TEST_CASE("the site's name above the article goes") {
  Selecting page(PageKind::html);
  page.headline("River floods the old town").page_title("River floods the old town - Daily Herald");
  page.line("Daily Herald", 0.8F).line("River floods the old town", 0.9F, Tag::h1).line("Town", 0.8F, Tag::h2);
  page.line(first, 0.95F).line("Daily Herald", 0.8F).run();

  CHECK(page.kept() == Indices{2, 3, 4});
  CHECK(page.category(0) == Category::site_chrome);
  CHECK(page.decided_by(0) == "site name");
}

#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* first =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn.";
constexpr const char* second =
    "Firemen carried the last of the residents out by boat, while the army closed the bridges.";

}  // namespace

TEST_CASE("an HTML page of an expected F1 below .2 has no article, plain text always has its best lines") {
  for (const PageKind kind : {PageKind::html, PageKind::text}) {
    Selecting page(kind);
    page.line(first, 0.1F).line(second, 0.1F, Tag::blockquote).run();
    CHECK(page.kept().empty() == (kind == PageKind::html));
  }
}

TEST_CASE("in HTML the doubtful blocks of a page stand or fall together, in plain text each by itself") {
  const auto kept = [](PageKind kind) {
    Selecting page(kind);
    for (int i = 0; i < 6; ++i) page.line(std::string(first) + " " + std::to_string(i), 0.97F);
    for (int i = 0; i < 12; ++i) page.line(std::string(second) + " " + std::to_string(i), 0.4F, Tag::blockquote);
    return page.menu().run().kept().size();
  };
  // By themselves they are worth it: 2 * (99 + 82) / (306 + 181) is more than 2 * 99 / (102 + 181). Together they are
  // not: on six pages of sixteen they are text, on ten they are none.
  CHECK(kept(PageKind::text) > 12);
  CHECK(kept(PageKind::html) == 6);
}

TEST_CASE("equal scores are kept in the order of the page") {
  Selecting page(PageKind::text);
  page.line(first, 0.9F).line(second, 0.9F).run();
  CHECK(page.kept() == Indices{0, 1});
  CHECK(page.selection.expected_f1 == doctest::Approx(2 * 0.9 / 1.9).epsilon(1e-4));
}

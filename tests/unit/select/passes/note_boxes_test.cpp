#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// Two paragraphs, a box of that class with a title and a line of these scores, and one more paragraph.
Selecting with_box(std::string_view classes, float title, float line) {
  Selecting page(PageKind::html);
  page.menu().page().open(Tag::div);
  page.line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F);
  page.page().open(Tag::div, {{AttributeName::class_, classes}}).element(Tag::div, "Mind the spring").open(Tag::div);
  page.score(title).line("It is under tension and may jump out of the case.", line).page().close().close();
  page.line(pith::test::school, 0.95F).run();
  return page;
}

}  // namespace

TEST_CASE("the title of a note stays with it, whatever its box is called") {
  Selecting page = with_box("callout callout-warning", 0.05F, 0.8F);
  CHECK(page.kept() == Indices{4, 5, 6, 7, 8});
  CHECK(page.decided_by(6) == "note boxes");
}

TEST_CASE("a note in the middle of the text stays, unless the model is sure, and other boxes do not") {
  CHECK(with_box("callout", 0.2F, 0.25F).kept() == Indices{4, 5, 6, 7, 8});
  CHECK(with_box("callout", 0.05F, 0.05F).kept() == Indices{4, 5, 8});
  CHECK(with_box("teaser", 0.2F, 0.25F).kept() == Indices{4, 5, 8});
}

#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::test::Selecting;

namespace {

/// A text with that byline, and below it a line and a sentence that score as the article's own do.
Selecting noted(const char* byline, const char* line) {
  Selecting page(PageKind::text);
  for (const char* entry : {"Home", "News", "Sport", "Weather", "Opinion", "Travel"}) page.line(entry, 0.01F);
  page.line("The river is back in the lower town", 0.5F).line(byline, 0.1F);
  for (const char* sentence : {pith::test::flood, pith::test::rain, pith::test::school, pith::test::more})
    page.line(sentence, 0.95F);
  page.line(line, 0.7F).line("On rivers.", 0.7F);
  for (const char* entry : {"Contact", "Imprint", "Privacy"}) page.line(entry, 0.01F);
  page.expect(pith::Expect::article).run();
  return page;
}

/// Whether the name and what is said of the writer went.
bool has_lost_note(const Selecting& page) {
  return page.decided_by(12) == "author note" && page.decided_by(13) == "author note";
}

}  // namespace

TEST_CASE("below the text the writer's name and what is said of the writer go") {
  const Selecting english = noted("By Ann Ferry for the Herald", "Ann Ferry");
  CHECK(has_lost_note(english));
  CHECK(english.category(12) == Category::credit_line);
  CHECK(english.kept().size() == 4);
  CHECK(has_lost_note(noted("\u539F\u521B \u6E21\u53E3\u6751\u4EBA \u9752\u77F3", "\u6E21\u53E3\u6751\u4EBA")));
}

TEST_CASE("a heading that stands above the text as well is no name") {
  CHECK_FALSE(has_lost_note(noted("Buying Boats", "Buying Boats")));
  CHECK_FALSE(has_lost_note(noted("On boats", "Buying Boats")));
  CHECK_FALSE(has_lost_note(noted("By Annabel Ferryman", "Ann Ferry")));
  CHECK_FALSE(has_lost_note(noted("Rights: Free: all of us", "Rights: Free")));
}

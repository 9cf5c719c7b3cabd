#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

/// A box of help on keys, and a manual of two lines of which the model is less sure, in such an element.
Selecting manual(Tag text, float score_of_help) {
  Selecting page(PageKind::html);
  page.in_class("help-popup", "Press the slash to search in the book", score_of_help);
  page.in_class("help-popup", "Press the left key to go to the chapter before", score_of_help);
  page.page().open(text);
  page.page().element(Tag::h1, "The lock gates").element(Tag::p, "The gates open by themselves when the river rises.");
  page.page().close();
  return std::move(page.score(0.4F).score(0.4F).run());
}

}  // namespace

TEST_CASE("boxes that open beside the main element are no text") {
  const Selecting page = manual(Tag::main, 0.6F);
  CHECK(page.kept() == Indices{3});
  CHECK(page.selection.title_block == 2);
  CHECK(page.decided_by(0) == "popups");
}

TEST_CASE("they stay where the model is sure of them, or no element is the main one") {
  CHECK(manual(Tag::main, 0.85F).decided_by(0) != "popups");
  CHECK(manual(Tag::div, 0.6F).decided_by(0) != "popups");
}

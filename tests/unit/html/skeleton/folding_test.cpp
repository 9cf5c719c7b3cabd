#include "html/skeleton/folding.hpp"

#include <doctest/doctest.h>

using namespace pith::html;

namespace {

/// Whether `tag` may be folded where `open` are open.
bool folds(std::string_view tag, std::initializer_list<std::string_view> open = {}) {
  Nesting nesting;
  nesting.reset(512);
  for (const std::string_view name : open) static_cast<void>(nesting.start(element_name(name), false, 0));
  return may_fold(element_name(tag), nesting);
}

}  // namespace

TEST_CASE("an element that closes nothing may be folded") {
  CHECK(folds("div"));
  CHECK(folds("p", {"div"}));
  CHECK(folds("b", {"p"}));
  CHECK(folds("li", {"ul"}));
  CHECK(folds("dd", {"dl"}));
  CHECK(folds("h1", {"section"}));
  CHECK(folds("a"));
}

TEST_CASE("one that closes or moves something may not") {
  CHECK_FALSE(folds("div", {"p"}));
  CHECK_FALSE(folds("summary", {"p"}));
  CHECK_FALSE(folds("li", {"ul", "li"}));
  CHECK_FALSE(folds("li"));
  CHECK_FALSE(folds("h2", {"h1"}));
  CHECK_FALSE(folds("a", {"a"}));
  CHECK_FALSE(folds("button", {"button"}));
  CHECK_FALSE(folds("div", {"table"}));
  CHECK_FALSE(folds("div", {"svg"}));
  CHECK_FALSE(folds("option", {"select"}));
  CHECK_FALSE(folds("div", {"template"}));
  CHECK_FALSE(folds("table"));
}

TEST_CASE("the innermost element is taken back at its own end tag") {
  Folding folding;
  folding.open(element_name("div"), "div", {.source = 1});
  folding.open(element_name("b"), "B", {.source = 2});
  CHECK(folding.innermost("B") != nullptr);
  CHECK(folding.innermost("div") == nullptr);

  SkeletonPlace place;
  CHECK(folding.close(element_name("b"), place));
  CHECK(place.source == 2);
  CHECK(folding.close(element_name("div"), place));
  CHECK(place.source == 1);
  CHECK_FALSE(folding.close(element_name("div"), place));
}

TEST_CASE("any other end tag ends all folding") {
  Folding folding;
  folding.open(element_name("div"), "div", {});
  folding.open(element_name("b"), "b", {});
  SkeletonPlace place;
  CHECK_FALSE(folding.close(element_name("div"), place));
  CHECK_FALSE(folding.close(element_name("b"), place));
}

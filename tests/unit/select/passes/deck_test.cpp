#include <doctest/doctest.h>

#include <string>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::AttributeName;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* title = "Council votes on the new dam";
constexpr const char* deck =
    "Three villages upstream have waited for it since spring, and one of them may have to move.";
constexpr const char* without_mark = "Three villages upstream have waited for it since spring, one may have to move";

/// A page whose headline has this below it, and then an article.
struct Decked : Selecting {
  Decked(const char* text, float score) : Selecting(PageKind::html) {
    menu().headline(title).line(title, 0.1F, Tag::h1).in_class("tools", "Share", 0.01F).in_class("intro", text, score);
  }

  /// Blocks kept above the article; the headline is none of them.
  std::size_t kept_above() {
    in_class("tools", "Print", 0.01F);
    for (const char* sentence : {pith::test::flood, pith::test::rain, pith::test::school, pith::test::more})
      line(sentence, 0.95F);
    run();
    return kept().size() - 4;
  }
};

}  // namespace

TEST_CASE("a sentence between the headline and the text is kept where the model half believes it") {
  CHECK(Decked(deck, 0.35F).kept_above() == 1);
  CHECK(Decked(deck, 0.2F).kept_above() == 0);
  CHECK(Decked(without_mark, 0.35F).kept_above() == 0);
}

TEST_CASE("what the page describes itself by is a deck, whatever it scores") {
  Decked page(without_mark, 0.08F);
  page.description("Three villages upstream have waited for it since spring, one may have to...");
  CHECK(page.kept_above() == 1);
  Decked other(without_mark, 0.08F);
  other.description("The news of the valley, every morning from six o'clock on.");
  CHECK(other.kept_above() == 0);
}

TEST_CASE("links, notices and what stands far below the headline are no decks") {
  Decked link("Share", 0.01F);
  link.page().open(Tag::div, {{AttributeName::class_, "intro"}});
  link.page().element(Tag::a, deck, {{AttributeName::href, "/there"}}).close();
  link.score(0.35F);
  CHECK(link.kept_above() == 0);
  CHECK(Decked("Sign up for our newsletter and get the latest news in your inbox.", 0.35F).kept_above() == 0);
  Decked far("Share", 0.01F);
  for (int i = 0; i < 9; ++i) far.in_class("entry", "Entry " + std::string(1, static_cast<char>('a' + i)), 0.01F);
  far.in_class("intro", deck, 0.35F);
  CHECK(far.kept_above() == 0);
}

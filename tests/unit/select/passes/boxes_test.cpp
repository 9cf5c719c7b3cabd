#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* appeal = "Everyone who reads this might give three coins, and our drive would be over by noon.";

Selecting article() {
  Selecting page(PageKind::html);
  page.menu().eight_paragraphs();
  return page;
}

}  // namespace

TEST_CASE("a small element beside the text goes, whatever its score") {
  Selecting page = article();
  page.in_class("donate-box", appeal, 0.92F).run();
  CHECK(page.kept() == Indices{4, 5, 6, 7, 8, 9, 10, 11});
  CHECK(page.decided_by(12) == "named boxes");
}

TEST_CASE("the life of the writer goes with its name") {
  Selecting page = article();
  page.in_class("author-box", "Ida Strand writes about rivers and has lived in the valley since she was born.", 0.9F)
      .run();
  CHECK(page.kept() == Indices{4, 5, 6, 7, 8, 9, 10, 11});
}

TEST_CASE("a name that many elements have is not theirs alone") {
  Selecting page = article();
  for (int i = 0; i < 4; ++i) page.in_class("donate-box", std::to_string(i) + ". " + appeal, 0.92F);
  page.run();
  CHECK(page.kept().size() == 12);
}

TEST_CASE("a large element stays, whatever its name") {
  Selecting page(PageKind::html);
  page.menu().line(pith::test::flood, 0.95F).line(pith::test::rain, 0.95F);
  page.in_class("donate-box", appeal, 0.92F).run();
  CHECK(page.kept() == Indices{4, 5, 6});
}

TEST_CASE("a box that opens goes, but not with answers of which the model is sure") {
  const auto page = [](float score) {
    Selecting with_box = article();
    for (const char* answer : {pith::test::flood, pith::test::rain})
      with_box.in_class("popup-content", std::string("An answer: ") + answer, score);
    return with_box.run().kept().size();
  };
  CHECK(page(0.85F) == 10);
  CHECK(page(0.65F) == 8);
}

TEST_CASE("an id that is made of a heading's words names no box") {
  const auto kept = [](std::string_view id) {
    Selecting page = article();
    page.page().element(pith::page::Tag::h2, "How the donate box came to the town",
                        {{pith::page::AttributeName::id, id}});
    return page.score(0.92F).line(std::string("Again: ") + pith::test::rain, 0.95F).run().kept().size();
  };
  CHECK(kept("how-the-donate-box-came") == 10);
  CHECK(kept("h-How-the-Donate-Box") == 10);
  CHECK(kept("donate-box-frame") == 9);
}

TEST_CASE("a class that has such a word within another says nothing") {
  Selecting page = article();
  page.in_class("donatello", appeal, 0.92F).run();
  CHECK(page.kept().size() == 9);
}

TEST_CASE("readers' comments go below a short article that the markup names, and stay where nothing does") {
  const auto page = [](const char* article) {
    Selecting short_article(PageKind::html);
    short_article.menu().in_class(article, pith::test::flood, 0.95F).in_class(article, pith::test::school, 0.95F);
    short_article.in_class("comment-list", pith::test::rain, 0.95F).run();
    return short_article.kept();
  };
  CHECK(page("entry-content") == Indices{4, 5});
  CHECK(page("box") == Indices{4, 5, 6});
}

TEST_CASE("a discussion below an article goes, many times as long as it is") {
  const auto kept = [](const char* article, const char* comment, const char* below) {
    Selecting page(PageKind::html);
    page.menu().in_class(article, pith::test::flood, 0.95F).in_class(article, pith::test::school, 0.95F);
    page.in_class(article, std::string(pith::test::flood) + " " + pith::test::school, 0.95F);
    for (int i = 0; i < 40; ++i) page.in_class(comment, std::to_string(i) + ". " + pith::test::rain, 0.9F);
    if (below != nullptr) page.in_class("box", below, 0.95F).in_class("box", pith::test::flood, 0.94F);
    page.run();
    return page.kept().size();
  };
  CHECK(kept("entry-content", "comment", nullptr) == 3);
  CHECK(kept("box", "comment", nullptr) == 43);                       // nothing names the article
  CHECK(kept("entry-content", "box", nullptr) == 43);                 // nor the comments
  CHECK(kept("entry-content", "comment", pith::test::school) == 45);  // the text goes on below
}

TEST_CASE("a post that is named a letter as a whole holds an offer of letters, which goes") {
  Selecting page(PageKind::html);
  page.menu().page().open(pith::page::Tag::article, {{pith::page::AttributeName::class_, "newsletter-post"}});
  page.eight_paragraphs().in_class("subscription-widget", "To receive new posts, consider a paid subscription.", 0.9F);
  page.page().close();
  page.run();
  CHECK(page.kept() == Indices{4, 5, 6, 7, 8, 9, 10, 11});
  CHECK(page.category(12) == Category::newsletter);
}

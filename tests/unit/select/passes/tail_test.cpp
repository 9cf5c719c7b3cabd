#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::test::Selecting;

namespace {

/// Six sentences: an article must be longer than what is below it.
std::string article() {
  std::string text;
  for (int i = 0; i < 6; ++i) text += "The river rose by two metres overnight, and the lower town had to be cleared. ";
  return text;
}

// "Scan the code below to unlock more skills", "1. reply [rain] for the latest news".
constexpr const char* call = "\u626B\u63CF\u4E0B\u65B9\u4E8C\u7EF4\u7801\u89E3\u9501\u66F4\u591A\u6280\u80FD";
constexpr const char* offer = "1\u3001\u56DE\u590D\u3010\u96E8\u3011\u67E5\u770B\u6D88\u606F";
// "Editor | Li Lei".
constexpr const char* credit = "\u8D23\u7F16|\u674E\u96F7";

}  // namespace

TEST_CASE("lines that ask to follow an account are cut off the block that they end, with what stands below") {
  Selecting page(PageKind::html);
  page.line(article(), 0.95F).lines({credit, call, offer}, 0.7F).line(offer, 0.7F).run();

  CHECK(page.kept_text(1) == credit);
  CHECK(page.selection.choices[1].cut_category == Category::app_promo);
  CHECK(page.kept() == std::vector<int>{0, 1});
  CHECK(page.category(2) == Category::app_promo);
  CHECK(page.decided_by(2) == "tail");
}

TEST_CASE("what stands above a tail keeps its last letters after a space of Ogham") {
  const std::string separated = "\u1680" + std::string(credit);
  Selecting page(PageKind::html);
  page.line(article(), 0.95F).lines({separated.c_str(), call, offer}, 0.7F).run();
  CHECK(page.kept_text(1) == separated);
}

TEST_CASE("the heading of other articles opens a tail as well") {
  Selecting page(PageKind::html);
  page.line(article(), 0.95F).line("\u5F80\u671F\u63A8\u8350", 0.7F).line("The old ferry, a portrait", 0.7F).run();
  CHECK(page.kept() == std::vector<int>{0});
  CHECK(page.category(2) == Category::related);
}

TEST_CASE("so does that of other things, with a line of buttons below") {
  Selecting page(PageKind::html);
  page.line(article(), 0.95F)
      .line("Similar documents", 0.7F)
      .line("Oar, folding, 1912", 0.7F)
      .line("Send feedback", 0.7F);
  CHECK(page.run().kept() == std::vector<int>{0});
  CHECK(page.decided_by(2) == "tail");
}

TEST_CASE("a call to follow is no tail") {
  Selecting page(PageKind::html);
  SUBCASE("above sentences of the article") {
    page.lines({"The old bridge", call, "The new bridge"}, 0.7F).line(article(), 0.95F);
  }
  SUBCASE("where it would take more than a fifth of the text") {
    page.line(article().substr(0, 160), 0.95F).lines({credit, call, offer}, 0.7F);
  }
  SUBCASE("where a sentence only speaks of it") {
    page.line(article(), 0.95F).line("The mayor asked all to scan the code.", 0.9F);
  }
  page.run();
  CHECK(page.kept() == std::vector<int>{0, 1});
  for (const pith::select::Choice& choice : page.selection.choices) CHECK(choice.cut_category == Category::content);
}

namespace {

/// A paragraph whose first line is a link to another article, with the beginning of that article after it.
Selecting& add_teaser(Selecting& page, std::string_view headline, std::string_view text) {
  page.page().open(pith::page::Tag::p);
  page.page().element(pith::page::Tag::a, headline, {{pith::page::AttributeName::href, "/there"}});
  page.page().open(pith::page::Tag::br).close().text(text).close();
  return page.score(0.9F);
}

constexpr const char* beginning =
    "The river gave back what it took in the spring, and nobody came to see the mill open again.";

}  // namespace

TEST_CASE("teasers under the heading of a list of articles go, however long they are") {
  Selecting page(PageKind::html);
  page.line(article(), 0.95F).line("Related stories:", 0.7F);
  add_teaser(page, "The old ferry, a portrait", beginning);
  add_teaser(page, "The mill opens for a day", beginning);
  SUBCASE("below an article") {
    CHECK(page.run().kept() == std::vector<int>{0});
    CHECK(page.category(2) == Category::related);
  }
  SUBCASE("not where they are nearly all of the text") {
    for (int i = 0; i < 20; ++i) add_teaser(page, "Another mill opens, number " + std::to_string(i), beginning);
    CHECK(page.run().kept().size() > 20);
  }
}

TEST_CASE("teasers without such a heading are no tail") {
  Selecting page(PageKind::html);
  page.line(article(), 0.95F);
  add_teaser(page, "The old ferry, a portrait", beginning);
  CHECK(page.run().kept() == std::vector<int>{0, 1});
}

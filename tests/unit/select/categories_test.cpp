#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::Selecting;

namespace {

constexpr const char* prose =
    "The river rose by two metres overnight, and the lower town had to be cleared before dawn.";
constexpr const char* opinion = "Nobody listened to the old ferryman, although he had warned them all for many years.";

}  // namespace

TEST_CASE("what stands between controls of comments is comments") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("Ann of the hill", 0.05F).line(opinion, 0.1F).line("3 hours ago Like Reply", 0.02F);
  page.line("Bob", 0.05F).line(opinion, 0.1F).line("2 hours ago Like Reply", 0.02F).run();

  for (std::size_t i = 3; i < 7; ++i) CHECK(page.category(i) == Category::comments);
}

TEST_CASE("an announced section names its lines until the next one") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("More from this author", 0.05F).line("Bridge closed until the end of May", 0.1F);
  page.line("Trending", 0.05F).line("Why the old dam was never built", 0.1F);
  page.line("Copyright 2019 Lower Valley Herald", 0.02F).run();

  CHECK(page.category(0) == Category::content);
  CHECK(page.category(1) == Category::related);
  CHECK(page.category(2) == Category::related);
  CHECK(page.category(4) == Category::hot_topics);
  CHECK(page.category(5) == Category::copyright);
}

TEST_CASE("a section of comments in plain text ends where its controls do") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("Comments (2)", 0.05F);
  for (int i = 0; i < 14; ++i) page.line("Why the old dam was never built, again", 0.1F);
  page.run();

  CHECK(page.category(2) == Category::comments);
  CHECK(page.category(15) != Category::comments);
}

TEST_CASE("copies of a dropped line are not called duplicates of what is kept") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("Comments (2)", 0.05F);
  page.line(opinion, 0.05F).line("Reply", 0.01F).line(opinion, 0.05F).line("Reply", 0.01F);

  SUBCASE("neither copy is kept") {
    page.run();
    CHECK(page.category(4) == Category::comments);
  }
  SUBCASE("a copy of kept text is one") {
    page.line(prose, 0.05F).run();
    CHECK(page.category(6) == Category::duplicate);
  }
}

TEST_CASE("a line says by itself what it is, whatever section it stands in") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("Trending", 0.05F);

  SUBCASE("the site's name with its domain is chrome") {
    page.line("The Herald NEWS.HERALD.EXAMPLE", 0.05F).run();
    CHECK(page.category(2) == Category::site_chrome);
  }
  SUBCASE("a headline that ends in a full stop is none") {
    page.line("Why the old dam was never built.", 0.05F).run();
    CHECK(page.category(2) == Category::hot_topics);
  }
  SUBCASE("a long legal notice is known by its beginning") {
    std::string notice = "Copyright notice. ";
    for (int i = 0; i < 8; ++i) notice += prose;
    page.line(notice, 0.01F).run();
    CHECK(page.category(2) == Category::copyright);
  }
}

TEST_CASE("buttons to share with are named wherever they stand, but for those under a comment") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("Weibo WeChat Facebook 12", 0.02F).line("Ann of the hill", 0.05F);
  page.line("Comments (2)", 0.05F).line("Share on Facebook", 0.02F).run();

  CHECK(page.category(1) == Category::share);
  CHECK(page.category(4) == Category::comments);
}

TEST_CASE("a row of buttons below the comments is to share with, one between their controls is a comment's") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("Comments (0)", 0.05F).line("Share on Facebook", 0.02F).line("Share on Twitter", 0.02F);
  page.run();
  CHECK(page.category(2) == Category::share);
  CHECK(page.category(3) == Category::share);

  Selecting thread(PageKind::text);
  thread.line(prose, 0.95F).line("Comments (2)", 0.05F).line("Reply", 0.02F).line("Share on Facebook", 0.02F);
  thread.line("Share on Twitter", 0.02F).line("Reply", 0.02F).run();
  CHECK(thread.category(3) == Category::comments);
}

TEST_CASE("what stands in a container is called what its class says") {
  struct Row {
    const char* classes;
    Category category;
  };
  constexpr Row rows[] = {
      {"breadcrumb", Category::breadcrumb},
      {"pagination", Category::pagination},
      {"newsletter-box", Category::newsletter},
      {"share-bar", Category::share},
      {"related", Category::related},
      {"comments", Category::comments},
      {"cookie-banner", Category::cookie_wall},
      {"byline", Category::credit_line},
      {"date", Category::date_line},
      {"main-nav", Category::navigation},
  };
  for (const Row& row : rows) {
    INFO(row.classes);
    Selecting page(PageKind::html);
    page.line(prose, 0.95F).in_class(row.classes, "Sport Rowing", 0.02F).run();
    CHECK(page.category(1) == row.category);
  }
}

TEST_CASE("a container that holds kept text names nothing") {
  Selecting page(PageKind::html);
  page.in_class("comments", prose, 0.95F).in_class("other", "Sport Rowing", 0.02F).run();
  CHECK(page.category(0) == Category::content);
  CHECK(page.category(1) != Category::comments);
}

TEST_CASE("a box of buttons or of a code to scan is small") {
  std::string stories;
  for (int i = 0; i < 10; ++i) stories += opinion;
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).in_class("ewm-box", "Night ferry", 0.02F).in_class("ewm-box", stories, 0.02F).run();
  CHECK(page.category(1) == Category::app_promo);
  CHECK(page.category(2) != Category::app_promo);
}

TEST_CASE("a code to scan among buttons to share with is to share") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F);
  page.page().open(Tag::div, {{pith::page::AttributeName::class_, "share"}});
  page.in_class("ewm", "Night ferry", 0.02F).in_class("app-down", "Night boat", 0.02F);
  page.page().close();
  page.in_class("ewm", "Old ferry", 0.02F).run();
  CHECK(page.category(1) == Category::share);
  CHECK(page.category(2) == Category::app_promo);
  CHECK(page.category(3) == Category::app_promo);
}

TEST_CASE("a link is what it speaks of where the word is most of it") {
  Selecting page(PageKind::html);
  page.line(prose, 0.95F).link("Twitter page", 0.02F).link("Why the ferryman left Twitter last May", 0.02F).run();
  CHECK(page.category(1) == Category::share);
  CHECK(page.category(2) != Category::share);
}

TEST_CASE("short lines between two calls to follow an account are about it") {
  Selecting page(PageKind::text);
  page.line(prose, 0.95F).line("Scan the QR code to read on", 0.02F).line("Tales of the ferry", 0.02F);
  page.line("Every day at six", 0.02F).line("Get the app", 0.02F).line("Tales of the ferry", 0.02F).run();
  CHECK(page.category(2) == Category::app_promo);
  CHECK(page.category(3) == Category::app_promo);
  CHECK(page.category(5) != Category::app_promo);

  SUBCASE("prose between them is not") {
    Selecting other(PageKind::text);
    other.line(prose, 0.95F).line("Scan the QR code to read on", 0.02F).line(opinion, 0.02F);
    other.line("Get the app", 0.02F).run();
    CHECK(other.category(2) != Category::app_promo);
  }
}

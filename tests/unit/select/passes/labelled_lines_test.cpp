#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::flood;
using pith::test::rain;
using pith::test::school;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {

constexpr const char* label_free =
    "The school gym serves as a shelter until the bridges are open again, and volunteers bring soup and blankets.";
constexpr const char* label = "This material may not be published, broadcast, rewritten or redistributed";

}  // namespace

TEST_CASE("a line that a phrase names as boilerplate goes") {
  Selecting page(PageKind::html);
  page.line(flood, 0.95F);

  SUBCASE("while the phrase speaks for all of it") {
    page.line(label, 0.9F).line(rain, 0.95F).run();
    CHECK(page.kept() == Indices{0, 2});
    CHECK(page.category(1) == Category::copyright);
    CHECK(page.decided_by(1) == "labelled lines");
  }
  SUBCASE("but not prose that begins with it") {
    const std::string prose = std::string(label) +
                              ", said the old sign on the door of the print shop, and for years nobody in the town had "
                              "thought of asking what it was good for.";
    page.line(prose, 0.95F).line(rain, 0.95F).run();
    CHECK(page.kept() == Indices{0, 1, 2});
  }
  SUBCASE("nor a heading that is surely of the article") {
    page.line(label, 0.98F, Tag::h2).line(rain, 0.95F).run();
    CHECK(page.kept() == Indices{0, 1, 2});
  }
  SUBCASE("nor in a thread") {
    page.item("http://schema.org/QAPage").line(label, 0.9F).line(rain, 0.95F).run();
    CHECK(page.kept() == Indices{0, 1, 2});
  }
}

TEST_CASE("a credit that only stands alone goes above and below the text, not from within") {
  Selecting page(PageKind::html);
  page.line("Last updated: 12 May 2024", 0.9F).line(flood, 0.95F).line(rain, 0.95F);
  page.line("Source: Harbour Board", 0.9F).line(label_free, 0.95F).line("Source: Harbour Watch", 0.9F).run();
  CHECK(page.kept() == Indices{1, 2, 3, 4});
  CHECK(page.category(0) == Category::date_line);
  CHECK(page.category(5) == Category::source_line);
  CHECK(page.decided_by(5) == "labelled lines");
}

TEST_CASE("a line that points to another article goes") {
  SUBCASE("in HTML where it is mostly a link") {
    Selecting page(PageKind::html);
    page.line(flood, 0.95F).link("READ MORE: The ferry and its keeper", 0.9F).line(rain, 0.95F);
    page.line("Read more: the keeper keeps a library on his ferry", 0.9F).line(label_free, 0.95F).run();

    CHECK(page.kept() == Indices{0, 2, 3, 4});
    CHECK(page.category(1) == pith::Category::related);
    CHECK(page.decided_by(1) == "labelled lines");
  }
  SUBCASE("below the text also where it is none") {
    Selecting page(PageKind::html);
    page.line(flood, 0.95F).line(rain, 0.95F).line("Read more: The ferry and its keeper", 0.9F).run();
    CHECK(page.kept() == Indices{0, 1});
  }
  SUBCASE("in plain text where it is no sentence") {
    Selecting page(PageKind::text);
    page.line(flood, 0.95F).line("Read more: The ferry and its keeper", 0.9F).line(rain, 0.95F);
    page.line("Read more: he told them so every day.", 0.9F).run();

    CHECK(page.kept() == Indices{0, 2, 3});
  }
}

TEST_CASE("what phrases name stays where it is one of the things that a kept list names") {
  Selecting page(PageKind::html);
  page.line(flood, 0.95F).page().open(Tag::ul);
  for (const char* entry : {"Ferries in winter", "Advertising", "The price of coal"}) {
    page.page().element(Tag::li, entry);
    page.score(0.9F);
  }
  page.page().close();
  CHECK(page.line(rain, 0.95F).run().kept() == Indices{0, 1, 2, 3, 4});
}

TEST_CASE("what controls are called tells below the text, and nowhere else") {
  Selecting page(PageKind::html);
  page.line(flood, 0.95F).line("Permalink", 0.9F).line(rain, 0.95F).line("Recommend", 0.9F).run();
  CHECK(page.kept() == Indices{0, 1, 2});
  CHECK(page.category(3) == Category::share);
}

TEST_CASE("a role in Chinese is a credit where a mark parts it from the name") {
  // "A reporter: were you afraid?", "Text/Wang Chuan Picture/Li Qing", "Civilisation's sources".
  constexpr const char* question = "\u8BB0\u8005\uFF1A\u5BB3\u6015\u8FC7\u5417\uFF1F";
  constexpr const char* credit = "\u6587/\u738B\u5DDD \u56FE/\u674E\u9752";
  constexpr const char* heading = "\u6587\u660E\u7684\u6E90\u5934";
  Selecting page(PageKind::text);
  page.line(flood, 0.95F).line(question, 0.9F).line(heading, 0.9F).line(rain, 0.95F).line(credit, 0.9F).run();
  CHECK(page.kept() == Indices{0, 1, 2, 3});
  CHECK(page.category(4) == Category::credit_line);
}

TEST_CASE("a sentence that promises more is no pointer to it") {
  Selecting page(PageKind::html);
  page.line(flood, 0.95F).line("More on that in a later post about the engines of ferries.", 0.9F).line(rain, 0.95F);
  CHECK(page.run().kept() == Indices{0, 1, 2});
}

TEST_CASE("a line in an element for authors above the text or below it is a byline") {
  Selecting page(PageKind::html);
  SUBCASE("above the text") {
    page.in_class("byline", "By Wren Abbott", 0.9F).line(flood, 0.95F).line(rain, 0.95F).run();
    CHECK(page.kept() == Indices{1, 2});
    CHECK(page.category(0) == Category::credit_line);
  }
  SUBCASE("below it") {
    page.line(flood, 0.95F).line(rain, 0.95F).in_class("author", "Wren Abbott", 0.9F).run();
    CHECK(page.kept() == Indices{0, 1});
  }
  SUBCASE("unless credits are wanted") {
    page.in_class("byline", "By Wren Abbott", 0.9F).line(flood, 0.95F).line(rain, 0.95F);
    page.run({.keep_credits = true});
    CHECK(page.kept() == Indices{0, 1, 2});
  }
  SUBCASE("but no line within it") {
    page.line(flood, 0.95F).line(rain, 0.95F).in_class("byline", "Wren Abbott was there", 0.9F);
    page.line(std::string(flood) + rain, 0.95F).run();
    CHECK(page.kept() == Indices{0, 1, 2, 3});
  }
  SUBCASE("nor another line") {
    page.in_class("intro", "Wren Abbott was there", 0.9F).line(flood, 0.95F).line(rain, 0.95F).run();
    CHECK(page.kept() == Indices{0, 1, 2});
  }
}

TEST_CASE("a menu on one line above a plain text goes") {
  Selecting page(PageKind::text);
  page.line("Home News Politics River Sports", 0.6F).line(flood, 0.95F).line(rain, 0.95F).line("Imprint", 0.0F).run();
  CHECK(page.kept() == Indices{1, 2});
  CHECK(page.category(0) == Category::navigation);
}

TEST_CASE("a day right below the headline of a page goes") {
  const auto kept = [](Tag tag, const char* between) {
    Selecting page(PageKind::html);
    page.menu().headline("The river").line("The river", 0.9F, tag);
    if (between != nullptr) page.line(between, 0.95F);
    return page.line("12 March 2019", 0.7F).line(flood, 0.95F).line(rain, 0.95F).run().kept();
  };
  CHECK(kept(Tag::h1, nullptr) == Indices{6, 7});
  CHECK(kept(Tag::h1, school).size() == 4);  // below a paragraph it may be one of a list
  CHECK(kept(Tag::p, nullptr).size() == 3);  // below no heading
}

TEST_CASE("a line of a wrapped sentence begins with any word") {
  Selecting page(PageKind::text);
  page.line(flood, 0.95F).line("In such a folder the builder looks for all of the", 0.9F);
  page.line("source files it knows, and for what they include", 0.9F).line(rain, 0.95F);
  SUBCASE("kept") {
    CHECK(page.run().kept() == Indices{0, 1, 2, 3});
  }
}

TEST_CASE("a sentence may begin with a word of labels, and go on with a small letter") {
  const auto kept = [](const char* line, PageKind kind) {
    Selecting page(kind);
    page.line(flood, 0.95F).line(line, 0.9F).line(rain, 0.95F).line(school, 0.95F).run();
    return page.kept().size() == 4;
  };
  for (const PageKind kind : {PageKind::html, PageKind::text}) {
    CHECK(kept("Source files can have properties that affect how they are built.", kind));
    CHECK(kept("Permissions of files can be preserved.", kind));
    CHECK_FALSE(kept("Permissions: Ann Weir and the Herald", kind));
    CHECK_FALSE(kept("Source: Reuters.", kind));
  }
}

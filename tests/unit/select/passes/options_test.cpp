#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::Category;
using pith::Options;
using pith::page::PageKind;
using pith::page::Tag;
using pith::test::flood;
using pith::test::rain;
using pith::test::Selecting;
using Indices = std::vector<int>;

namespace {}  // namespace

TEST_CASE("credits are dropped, or kept for those who ask") {
  struct Row {
    const char* line;
    Category category;
  };
  for (const Row& row : {Row{"Reporting by Wren Abbott", Category::credit_line},
                         Row{"Last updated: 2024-05-12 08:30", Category::date_line}}) {
    for (const float score : {0.05F, 0.9F}) {
      INFO(row.line << " " << score);
      Selecting page(PageKind::html);
      page.line(flood, 0.95F).line(row.line, score).line(rain, 0.95F).run();
      CHECK(page.kept() == Indices{0, 2});
      CHECK(page.category(1) == row.category);

      Options options;
      options.keep_credits = true;
      Selecting asked(PageKind::html);
      asked.line(flood, 0.95F).line(row.line, score).line(rain, 0.95F).run(options);
      CHECK(asked.kept() == Indices{0, 1, 2});
    }
  }
}

TEST_CASE("comments are dropped, or kept for those who ask") {
  Options options;
  Selecting page(PageKind::html);
  page.line(flood, 0.95F).in_class("comments", "They should have built a dam.", 0.05F);

  SUBCASE("dropped") {
    CHECK(page.run(options).kept() == Indices{0});
  }
  SUBCASE("kept") {
    options.keep_comments = true;
    CHECK(page.run(options).kept() == Indices{0, 1});
    CHECK(page.decided_by(1) == "options");
  }
  CHECK(page.category(1) == Category::comments);
}

TEST_CASE("captions are kept, or dropped for those who ask") {
  Options options;
  Selecting page(PageKind::html);
  page.line(flood, 0.95F).line("The old bridge on Sunday", 0.95F, Tag::figcaption).line(rain, 0.95F);

  SUBCASE("kept") {
    CHECK(page.run(options).kept() == Indices{0, 1, 2});
  }
  SUBCASE("dropped") {
    options.keep_captions = false;
    CHECK(page.run(options).kept() == Indices{0, 2});
    CHECK(page.category(1) == Category::caption);
  }
}

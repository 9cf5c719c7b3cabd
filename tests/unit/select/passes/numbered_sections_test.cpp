#include <doctest/doctest.h>

#include <string>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::flood;
using pith::test::Selecting;

namespace {

/// Sections with these headings, of a sentence that is surely text and a line that hardly is.
Selecting manual(PageKind kind, const std::vector<std::string>& headings) {
  Selecting page(kind);
  page.line("Home", 0.01F).line("Log in", 0.01F);
  for (std::size_t i = 0; i < headings.size(); ++i) {
    page.line(headings[i], 0.2F).line(std::to_string(i) + ": " + flood, 0.9F);
    page.line("As shown, part " + std::string(i + 1, 'x'), 0.1F);
  }
  return page;
}

/// Of the sections' blocks, how many are kept; a first heading is taken for the headline and does not count.
std::size_t kept_of(Selecting& page) {
  return page.run().kept().size();
}

}  // namespace

TEST_CASE("between the numbers of its sections a plain text keeps its short lines") {
  SUBCASE("digits") {
    Selecting page = manual(PageKind::text, {"01 Start", "02 Tools", "03 Work", "04 End"});
    CHECK(kept_of(page) == 11);
    CHECK(page.decided_by(4) == "numbered sections");
  }
  SUBCASE("words before the number, one section without a heading") {
    Selecting page = manual(PageKind::text, {"Step 1: Start", "Step 2: Tools", "Step 4: Work", "Step 5: End"});
    CHECK(kept_of(page) == 11);
  }
  SUBCASE("Han numbers") {
    Selecting page = manual(PageKind::text, {"\u4E5D\u3001Start", "\u4E00\u3001Start", "\u4E8C\u3001Tools",
                                             "\u4E09\u3001Work", "\u56DB\u3001End"});
    CHECK(kept_of(page) == 13);  // the ninth stands before the first: only its sentence
  }
  SUBCASE("above ten") {
    std::vector<std::string> headings;
    for (const char* number : {"\u4E5D", "\u5341", "\u5341\u4E00", "\u5341\u4E8C"}) {
      headings.push_back("\u56FE" + std::string(number) + "\uFF1AMap");
    }
    Selecting late = manual(PageKind::text, headings);
    CHECK(kept_of(late) == 4);  // a series begins with one or two
  }
}

TEST_CASE("what is counted and has nothing between is a list of headlines") {
  Selecting page(PageKind::text);
  page.line("Imprint", 0.0F).line(flood, 0.9F);
  for (int i = 1; i < 9; ++i) page.line(std::to_string(i) + ". The ferry is late again", 0.2F);
  CHECK(kept_of(page) == 1);
}

TEST_CASE("three sections, numbers that go back, and values are no series") {
  Selecting three = manual(PageKind::text, {"1. Start", "2. Tools", "3. End"});
  CHECK(kept_of(three) == 3);
  Selecting back = manual(PageKind::text, {"4. Start", "3. Tools", "2. Work", "1. End"});
  CHECK(kept_of(back) == 4);
  Selecting values = manual(PageKind::text, {"1.5 million", "2.5 million", "3.5 million", "4.5 million"});
  CHECK(kept_of(values) == 4);
}

TEST_CASE("in HTML, and of lines that phrases know, numbers prove nothing") {
  Selecting html = manual(PageKind::html, {"01 Start", "02 Tools", "03 Work", "04 End"});
  CHECK(kept_of(html) == 4);
  Selecting page = manual(PageKind::text, {"01 Start", "02 Tools", "03 Work", "04 End"});
  page.line("Copyright 2024 Acme Ltd. All rights reserved.", 0.1F).line("The last one", 0.1F);
  CHECK(kept_of(page) == 11);
}

#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::test::Selecting;

namespace {

/// "The river rose two metres overnight, ..." with a number: 24 characters.
std::string prose(int number) {
  return "\u6CB3\u6C34\u4E00\u591C\u4E4B\u95F4\u4E0A\u6DA8\u4E86\u4E24\u7C73\uFF0C\u8001\u57CE\u7684\u5C45\u6C11\u5168"
         "\u90E8\u64A4"
         "\u79BB\u4E86\u5BB6\u56ED\u3002" +
         std::to_string(number);
}

/// An article, `gap` lines of menu, and a line that scores well.
Selecting page_of(PageKind kind, int gap) {
  Selecting page(kind);
  for (int i = 0; i < 4; ++i) page.line(prose(i), 0.9F);
  for (int i = 0; i < gap; ++i)
    page.line("\u65B0\u95FB\u4F53\u80B2\u5929\u6C14\u89C6\u9891" + std::to_string(i), 0.02F);
  page.line(prose(9), 0.55F);
  return page;
}

}  // namespace

TEST_CASE("on plain Chinese pages what stands far from the article is lowered") {
  Selecting page = page_of(PageKind::text, 12);
  page.run();
  CHECK(page.decided_by(16) == "main segment");
  CHECK(page.selection.choices[16].score == doctest::Approx(0.3 * 0.55));
  CHECK(page.decided_by(1) != "main segment");
}

TEST_CASE("what stands near belongs to it") {
  Selecting page = page_of(PageKind::text, 0);
  CHECK(page.run().decided_by(4) != "main segment");
}

TEST_CASE("HTML pages, threads and pages of other scripts have no main segment") {
  SUBCASE("HTML") {
    Selecting page = page_of(PageKind::html, 12);
    CHECK(page.run().selection.choices[16].score > 0.5F);
  }
  SUBCASE("a thread") {
    Selecting page = page_of(PageKind::text, 12);
    page.url("https://herald.example/forum/1");
    CHECK(page.run().selection.choices[16].score > 0.5F);
  }
  SUBCASE("English") {
    Selecting page(PageKind::text);
    for (int i = 0; i < 4; ++i)
      page.line("The river rose by two metres overnight, said the mayor of town " + std::to_string(i), 0.9F);
    for (int i = 0; i < 30; ++i) page.line("Menu entry " + std::to_string(i), 0.02F);
    page.line("Nobody was hurt, but the damage may cost the old town millions.", 0.55F);
    CHECK(page.run().selection.choices[34].score > 0.5F);
  }
}

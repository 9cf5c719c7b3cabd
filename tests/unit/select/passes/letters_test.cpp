#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::test::flood;
using pith::test::rain;
using pith::test::Selecting;

namespace {

/// A menu, a letter whose first and last lines the model doubts, and what stands below.
Selecting letter(const char* salutation, const char* closing, PageKind kind = PageKind::text) {
  Selecting page(kind);
  for (const char* entry : {"Letters", "People", "Places", "Search"}) page.line(entry, 0.02F);
  page.line("Dunes, 4 August 1912", 0.2F).line(salutation, 0.2F).line(flood, 0.95F).line(rain, 0.95F);
  page.line("Come soon.", 0.15F).line(closing, 0.12F).line("Henry", 0.06F);
  for (const char* entry : {"Next letter", "Index", "Imprint"}) page.line(entry, 0.02F);
  page.run();
  return page;
}

}  // namespace

TEST_CASE("a letter keeps its day, its salutation, its closing line and its name") {
  const Selecting page = letter("Dear Agnes,", "Your loving brother,");
  for (const std::size_t line : {4U, 5U, 8U, 9U, 10U}) {
    INFO(line);
    CHECK(page.selection.choices[line].kept);
  }
  CHECK_FALSE(page.selection.choices[11].kept);
  CHECK(page.decided_by(10) == "letters");
}

TEST_CASE("without a salutation or a closing line it is no letter") {
  CHECK(letter("Weather", "Your loving brother,").decided_by(10) != "letters");
  CHECK(letter("Dear Agnes,", "Older letters").decided_by(10) != "letters");
}

TEST_CASE("in HTML the elements tell what belongs to the text") {
  CHECK(letter("Dear Agnes,", "Your loving brother,", PageKind::html).decided_by(10) != "letters");
}

TEST_CASE("below a Chinese notice who gave it and the day stay") {
  const auto keeps = [](const char* name, const char* day) {
    Selecting page(PageKind::text);
    page.line("\u9996\u9875", 0.01F);
    // "The river rose by two metres overnight, and the people of the old town left their homes."
    for (int i = 0; i < 4; ++i)
      page.line(
          "\u6CB3\u6C34\u4E00\u591C\u4E4B\u95F4\u4E0A\u6DA8\u4E86\u4E24\u7C73\uFF0C\u8001\u57CE\u7684\u5C45\u6C11"
          "\u5168\u90E8\u64A4\u79BB\u4E86\u5BB6\u56ED\u3002" +
              std::to_string(i),
          0.95F);
    page.line(name, 0.05F).line(day, 0.01F).line("\u6253\u5370\u672C\u9875", 0.01F).run();
    return page.decided_by(5) == "letters" && page.decided_by(6) == "letters";
  };
  const char* council = "\u67F3\u6CB3\u9547\u4EBA\u6C11\u653F\u5E9C";  // the council of Willow River
  CHECK(keeps(council, "2024\u5E744\u67082\u65E5"));
  CHECK_FALSE(keeps(council, "2024-04-02 10:15"));
  CHECK_FALSE(keeps("\u6765\u6E90\uFF1A\u67F3\u6CB3\u62A5", "2024\u5E744\u67082\u65E5"));  // a source
}

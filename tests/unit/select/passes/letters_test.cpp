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

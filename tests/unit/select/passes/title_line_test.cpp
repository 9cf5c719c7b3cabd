#include <doctest/doctest.h>

#include "support/selecting.hpp"
#include "support/sentences.hpp"

using pith::page::PageKind;
using pith::page::Tag;
using pith::test::flood;
using pith::test::Selecting;

namespace {

constexpr const char* bridge =
    "The bridge of the lower town stays closed, and the river will not fall before Sunday, as the mayor announced.";

std::int32_t title_of(std::initializer_list<const char*> above) {
  Selecting page(PageKind::text);
  for (const char* const line : above) page.line(line, 0.3F);
  return page.line(flood, 0.95F).line(bridge, 0.95F).run().selection.title_block;
}

}  // namespace

TEST_CASE("the headline of plain text is the line above it whose words the text uses again") {
  CHECK(title_of({"Sport Weather Video", "River in the lower town rose", "Wren Abbott and Ann Lee"}) == 1);
  CHECK(title_of({"The mayor of the lower town closed a bridge", "Culture Letters Games"}) == 0);
}

TEST_CASE("lines that cannot be a headline are passed over") {
  CHECK(title_of({"River", "A bridge closed"}) == 1);                                              // one word
  CHECK(title_of({"See https://herald.example/river-bridge-mayor", "A bridge closed"}) == 1);      // an address
  CHECK(title_of({"\u25B2The river in the lower town, the mayor said", "A bridge closed"}) == 1);  // a caption
  CHECK(title_of({"2016-09-19 19:42 The river, lower town", "A bridge closed"}) == 1);             // a date line
  CHECK(title_of({"Updated June 2, 2018", "A bridge closed"}) == 1);
  CHECK(title_of({"Font size: large medium small", "A bridge closed"}) == 1);
  CHECK(title_of({"Share this article", "A bridge closed"}) == 1);  // boilerplate by its words
}

TEST_CASE("code is no headline, but what speaks of it may be one") {
  CHECK(title_of({"\"river\": \"lower town\",", "\"bridge\": \"lower town mayor\",", "\"mayor\": [",
                  "A bridge closed"}) == 3);
  CHECK(title_of({"Bridge::river and mayor of the lower town", "Culture Letters Games"}) == 0);
}

TEST_CASE("twenty lines above the text are looked at") {
  Selecting near(PageKind::text);
  near.line("River in the lower town rose", 0.3F);
  for (int i = 0; i < 19; ++i) near.line("Menu entry " + std::string(1, static_cast<char>('a' + i)), 0.01F);
  CHECK(near.line(flood, 0.95F).line(bridge, 0.95F).run().selection.title_block == 0);

  Selecting far(PageKind::text);
  far.line("River in the lower town rose", 0.3F);
  for (int i = 0; i < 20; ++i) far.line("Menu entry " + std::string(1, static_cast<char>('a' + i)), 0.01F);
  CHECK(far.line(flood, 0.95F).line(bridge, 0.95F).run().selection.title_block != 0);
}

TEST_CASE("without text there is no headline") {
  Selecting page(PageKind::text);
  CHECK(page.line("River in the lower town rose", 0.3F).run().selection.title_block == -1);
}

TEST_CASE("a line of a menu or a path is no headline") {
  CHECK(title_of({"Home Politics Sports River", "A quiet Sunday"}) == 1);
  CHECK(title_of({"Home > News > River", "A quiet Sunday"}) == 1);
  CHECK(title_of({"Home \u2192 News \u2192 River", "A quiet Sunday"}) == 1);
}

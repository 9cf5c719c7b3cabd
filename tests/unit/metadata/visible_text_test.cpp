#include <doctest/doctest.h>

#include "metadata/metadata.hpp"
#include "support/lines.hpp"

using pith::test::Lines;
using pith::test::prose_line;

namespace {

using Names = std::vector<std::string>;

/// The first line is the headline.
pith::Metadata read(std::string_view below_headline) {
  Lines page{"Headline", below_headline, prose_line};
  return pith::metadata::from_visible_text(page.page(), page.list, 0);
}

pith::Metadata read(Lines& page, std::int32_t title_block) {
  return pith::metadata::from_visible_text(page.page(), page.list, title_block);
}

}  // namespace

TEST_CASE("labels name the source") {
  CHECK(read("\u6765\u6E90\uFF1A\u683C\u9686\u6C47").source == "\u683C\u9686\u6C47");
  CHECK(read("2024-05-18 09:32 \u6765\u6E90:\u67F3\u5CB8").source == "\u67F3\u5CB8");
  CHECK(read("Source: Reuters").source == "Reuters");
  CHECK(read("\u3010\u6765\u6E90\uFF1A\u67F3\u5CB8\u3011").source == "\u67F3\u5CB8");
}

TEST_CASE("a label within another word is another label") {
  // "source of the data", "source of the picture", "sources say"
  CHECK(read("\u6570\u636E\u6765\u6E90\uFF1A\u7EDF\u8BA1\u5C40").source.empty());
  CHECK(read("\u56FE\u7247\u6765\u6E90\uFF1A\u67D0\u7F51").source.empty());
  CHECK(read("Resources: none").source.empty());
  CHECK(read("Source code").source.empty());
}

TEST_CASE("labels name the author") {
  CHECK(read("\u4F5C\u8005\uFF1A\u738B\u5C0F\u660E").authors == Names{"\u738B\u5C0F\u660E"});
  CHECK(read("Autor: Jan Kos").authors == Names{"Jan Kos"});
  CHECK(read("\u539F\u4F5C\u8005\uFF1A\u738B\u5C0F\u660E").authors.empty());
}

TEST_CASE("bylines without a colon are read near the headline") {
  CHECK(read("By Tomas Reyl, Nature correspondent").authors == Names{"Tomas Reyl"});
  CHECK(read("\u672C\u62A5\u8BB0\u8005 \u6C88\u7ACB\u51AC").authors == Names{"\u6C88\u7ACB\u51AC"});
  CHECK(read("\u8A18\u8005\u6797\u66F8\u5E73\uFF0F\u53F0\u5317\u5831\u5C0E").authors == Names{"\u6797\u66F8\u5E73"});
  CHECK(read("\uBC15\uC120\uC6B0 \uAE30\uC790 | 2019.10.12").authors == Names{"\uBC15\uC120\uC6B0"});
  // "the reporter learned yesterday from the city ..."
  CHECK(read("\u8BB0\u8005\u6628\u65E5\u4ECE\u5E02\u4EA4\u901A\u5C40\u83B7\u6089").authors.empty());
}

TEST_CASE("a date without a label counts near the headline only") {
  Lines near{"Headline", "12 May 2024", prose_line};
  CHECK(pith::to_string(read(near, 0).published) == "2024-05-12");

  Lines above{"12 May 2024", "Headline", prose_line};
  CHECK_FALSE(read(above, 1).published.known());

  Lines far{"Headline", prose_line, "a", "b", "c", "d", "e", "f", "g", "h", "i", "12 May 2024"};
  CHECK_FALSE(read(far, 0).published.known());
}

TEST_CASE("without a headline the lines above the first long text are read") {
  Lines page{"Menu", "A", "By Ann Lee", "2011-12-03 21:15", prose_line, "1 January 1999"};
  const pith::Metadata metadata = read(page, -1);
  CHECK(pith::to_string(metadata.published) == "2011-12-03T21:15");
  CHECK(metadata.authors == Names{"Ann Lee"});
}

TEST_CASE("a name may stand behind a date, or below a line that announces it") {
  CHECK(read("August 12, 2025 By Ann Lee").authors == Names{"Ann Lee"});
  CHECK(read("Stand by Your Man").authors.empty());

  Lines below{"Headline", "Written by", "Ann Lee", prose_line};
  CHECK(read(below, 0).authors == Names{"Ann Lee"});

  Lines plain{"Headline", "Gardening", "Ann Lee", prose_line};
  CHECK(read(plain, 0).authors.empty());
}

TEST_CASE("an element whose class says so holds the author") {
  const auto author_in = [](std::string_view text) {
    pith::test::PageBuilder builder;
    builder.element(pith::page::Tag::h1, "Headline");
    builder.open(pith::page::Tag::div, {{pith::page::AttributeName::class_, "post-author"}});
    builder.element(pith::page::Tag::p, text).close();
    builder.element(pith::page::Tag::p, prose_line);
    pith::blocks::BlockList list;
    std::vector<pith::Notice> notices;
    pith::blocks::segment(builder.done(), {}, list, notices);
    return pith::metadata::from_visible_text(builder.done(), list, 0).authors;
  };
  CHECK(author_in("Ann Lee") == Names{"Ann Lee"});
  CHECK(author_in("Ann Lee, Gardener") == Names{"Ann Lee"});
  CHECK(author_in("Follow").empty());
  CHECK(author_in("By").empty());
}

TEST_CASE("a date in prose is not the page's") {
  CHECK_FALSE(read("On 12 May 2024 the council met in the old mill and decided that the roof should be mended.")
                  .published.known());
}

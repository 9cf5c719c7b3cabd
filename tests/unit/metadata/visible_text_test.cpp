#include <doctest/doctest.h>

#include "metadata/metadata.hpp"
#include "support/lines.hpp"

using pith::test::Lines;
using pith::test::prose_line;

namespace {

using Names = std::vector<std::string>;

/// The first line is the headline.
pith::Metadata read(std::string_view below_headline) {
  const Lines page{"Headline", below_headline, prose_line};
  return pith::metadata::from_visible_text(page.list, 0);
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
  const Lines near{"Headline", "12 May 2024", prose_line};
  CHECK(pith::to_string(pith::metadata::from_visible_text(near.list, 0).published) == "2024-05-12");

  const Lines above{"12 May 2024", "Headline", prose_line};
  CHECK_FALSE(pith::metadata::from_visible_text(above.list, 1).published.known());

  const Lines far{"Headline", prose_line, "a", "b", "c", "d", "e", "f", "g", "h", "i", "12 May 2024"};
  CHECK_FALSE(pith::metadata::from_visible_text(far.list, 0).published.known());
}

TEST_CASE("without a headline the lines above the first long text are read") {
  const Lines page{"Menu", "A", "By Ann Lee", "2011-12-03 21:15", prose_line, "1 January 1999"};
  const pith::Metadata metadata = pith::metadata::from_visible_text(page.list, -1);
  CHECK(pith::to_string(metadata.published) == "2011-12-03T21:15");
  CHECK(metadata.authors == Names{"Ann Lee"});
}

TEST_CASE("a date in prose is not the page's") {
  CHECK_FALSE(read("On 12 May 2024 the council met in the old mill and decided that the roof should be mended.")
                  .published.known());
}

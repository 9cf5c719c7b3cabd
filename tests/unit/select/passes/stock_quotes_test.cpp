#include <doctest/doctest.h>

#include "support/selecting.hpp"

using pith::page::PageKind;
using pith::test::Selecting;

namespace {

std::string kept(const std::string& line) {
  Selecting page(PageKind::html);
  page.line(line, 0.95F).run();
  return page.kept_text(0);
}

}  // namespace

TEST_CASE("stock quotes within sentences are cut") {
  const auto with = [](const std::string& quote) {
    return "The shares of Lower Valley Mills" + quote + " rose again on Monday, and nobody could say why.";
  };
  SUBCASE("price, change and percentage") {
    CHECK(kept(with("(431.2, 7.37, 1.74%)")) == with(""));
    CHECK(kept(with("(20.5, -0.50, -2.38%)")) == with(""));
    CHECK(kept(with("\uFF08431.2\uFF0C7.37\uFF0C1.74%\uFF09")) == with(""));
  }
  SUBCASE("two in one line") {
    CHECK(kept(with("(431.2, 7.37, 1.74%)") + with("(20.5, -0.50, -2.38%)")) == with("") + with(""));
  }
  SUBCASE("a percentage with links, a number with one") {
    CHECK(kept(with("[1.02% \u8D44\u91D1 \u7814\u62A5]")) == with(""));
    CHECK(kept(with("(600519,\u80A1\u5427)")) == with(""));
  }
  SUBCASE("numbers that say something else stay") {
    for (const char* remark : {"(431.2, 7.37, 17.4%)", "(2019, 12, 5%)", "(1.74%)", "(600519)", "(up 7.37, 1.74%)"}) {
      CAPTURE(remark);
      CHECK(kept(with(remark)) == with(remark));
    }
  }
}

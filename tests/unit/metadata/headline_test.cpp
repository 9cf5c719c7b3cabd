#include <doctest/doctest.h>

#include "metadata/metadata.hpp"

using pith::metadata::headline_of;

namespace {

std::string headline(std::string_view title, std::string_view site_name = "") {
  pith::page::Page page;
  page.title = title;
  if (!site_name.empty()) page.meta = {{"og:site_name", site_name}};
  return std::string(headline_of(page));
}

}  // namespace

TEST_CASE("the scorer's headline loses the site's name") {
  CHECK(headline("Bees move in | Daily Meadow") == "Bees move in");
  CHECK(headline("Bees move in - Nature - Daily Meadow") == "Bees move in - Nature");
  CHECK(headline("Daily Meadow | Bees move into the town hall clock") == "Bees move into the town hall clock");
  CHECK(headline("\u6865\u6881\u65BD\u5DE5\u901A\u77E5_\u6C5F\u6E7E\u665A\u62A5") ==
        "\u6865\u6881\u65BD\u5DE5\u901A\u77E5");
  CHECK(headline("Well-known words stay whole") == "Well-known words stay whole");
}

TEST_CASE("a site that names itself is cut whatever its length") {
  CHECK(headline("Bees - The Very Long Name of a Daily", "The Very Long Name of a Daily") == "Bees");
  CHECK(headline("Daily Meadow", "Daily Meadow") == "Daily Meadow");
  CHECK(headline("We love the Daily Meadow", "Daily Meadow") == "We love the Daily Meadow");
}

TEST_CASE("og:title goes before <title>") {
  pith::page::Page page;
  page.title = "Bees | Daily Meadow";
  page.meta = {{"og:title", "Bees move in"}};
  CHECK(headline_of(page) == "Bees move in");
}

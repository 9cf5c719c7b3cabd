#include <doctest/doctest.h>

#include "metadata/metadata.hpp"
#include "support/lines.hpp"

using pith::Metadata;
using pith::metadata::headline_of;
using pith::test::Lines;
using pith::test::prose_line;

namespace {

/// A page that says everything three times, each time with another value.
struct ThreeSources {
  ThreeSources() {
    lines.page().json_ld = {R"({"headline":"T json","datePublished":"2001-01-01","dateModified":"2001-02-01","author":
      "Ann Json","publisher":{"name":"S json"},"description":"D json","image":"http://j.example/i","inLanguage":"en-J",
      "keywords":["k json"]})"};
    lines.page().meta = {{"og:title", "T meta"},
                         {"article:published_time", "2002-01-01"},
                         {"article:modified_time", "2002-02-01"},
                         {"author", "Ann Meta"},
                         {"og:site_name", "S meta"},
                         {"contentsource", "Source meta"},
                         {"og:description", "D meta"},
                         {"og:image", "http://m.example/i"},
                         {"og:locale", "en-M"},
                         {"keywords", "k meta"}};
  }
  Metadata collect(std::string_view url = "") { return pith::metadata::collect(lines.page(), lines.list, 0, url); }
  Lines lines{"T shown", "By Ann Shown", "Published: 2003-01-01", "Source: Shown", prose_line};
};

std::string headline(std::string_view title, std::string_view site_name = "") {
  pith::page::Page page;
  page.title = title;
  if (!site_name.empty()) page.meta = {{"og:site_name", site_name}};
  return std::string(headline_of(page));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("per field the first source that knows it wins") {
  struct Row {
    const char* field;
    std::string Metadata::*member;
    const char* all;      ///< all three sources speak
    const char* no_json;  ///< JSON-LD is silent
    const char* no_meta;  ///< <meta> is silent
    const char* shown;    ///< both are silent
  };
  const Row rows[] = {
      {"title", &Metadata::title, "T shown", "T shown", "T shown", "T shown"},
      {"site_name", &Metadata::site_name, "S meta", "S meta", "S json", ""},
      {"source", &Metadata::source, "Shown", "Shown", "Shown", "Shown"},
      {"description", &Metadata::description, "D meta", "D meta", "D json", ""},
      {"image_url", &Metadata::image_url, "http://m.example/i", "http://m.example/i", "http://j.example/i", ""},
      {"language", &Metadata::language, "en-J", "en-M", "en-J", "en"},
  };
  ThreeSources all;
  ThreeSources no_json;
  no_json.lines.page().json_ld.clear();
  ThreeSources no_meta;
  no_meta.lines.page().meta.clear();
  ThreeSources shown;
  shown.lines.page().json_ld.clear();
  shown.lines.page().meta.clear();
  for (const Row& row : rows) {
    CAPTURE(row.field);
    CHECK(all.collect().*row.member == row.all);
    CHECK(no_json.collect().*row.member == row.no_json);
    CHECK(no_meta.collect().*row.member == row.no_meta);
    CHECK(shown.collect().*row.member == row.shown);
  }
}

TEST_CASE("dates and lists have an order of their own") {
  ThreeSources page;
  CHECK(page.collect().published.year == 2001);
  CHECK(page.collect().modified.year == 2001);
  CHECK(page.collect().authors == Names{"Ann Json"});
  CHECK(page.collect().keywords == Names{"k meta"});

  page.lines.page().json_ld.clear();
  CHECK(page.collect().published.year == 2002);
  CHECK(page.collect().authors == Names{"Ann Meta"});

  page.lines.page().meta.clear();
  CHECK(page.collect().published.year == 2003);
  CHECK(page.collect().authors == Names{"Ann Shown"});
}

TEST_CASE("the site signs what nobody else did") {
  Lines lines{"Headline", "By Ann Lee", prose_line};
  lines.page().json_ld = {R"({"author":"Daily Meadow","publisher":{"name":"Daily Meadow"}})"};
  CHECK(pith::metadata::collect(lines.page(), lines.list, 0, "").authors == Names{"Ann Lee"});

  Lines unsigned_lines{"Headline", prose_line};
  unsigned_lines.page().json_ld = lines.page().json_ld;
  CHECK(pith::metadata::collect(unsigned_lines.page(), unsigned_lines.list, 0, "").authors == Names{"Daily Meadow"});
}

TEST_CASE("a headline loses the site's name") {
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

TEST_CASE("where no block shows the headline, the machines' words are taken") {
  Lines lines{prose_line};
  lines.page().title = "Bees - Daily Meadow - Home of news and of all else that there is to know";
  lines.page().json_ld = {R"({"headline":"Bees move in"})"};
  CHECK(pith::metadata::collect(lines.page(), lines.list, -1, "").title == "Bees move in");

  lines.page().meta = {{"og:title", "Bees moved in"}};
  CHECK(pith::metadata::collect(lines.page(), lines.list, -1, "").title == "Bees moved in");
}

TEST_CASE("a kicker in the headline's element is cut when the page says what the headline is") {
  Lines lines{"Nature notes Bees move into the town hall clock", prose_line};
  lines.page().meta = {{"og:title", "Bees move into the town hall clock"}};
  CHECK(pith::metadata::collect(lines.page(), lines.list, 0, "").title == "Bees move into the town hall clock");

  lines.page().meta = {{"og:title", "clock"}};
  CHECK(pith::metadata::collect(lines.page(), lines.list, 0, "").title ==
        "Nature notes Bees move into the town hall clock");
}

TEST_CASE("addresses are resolved against the page's") {
  Lines lines{prose_line};
  lines.page().canonical_url = "/bees";
  lines.page().meta = {{"og:image", "b.jpg"}};
  const Metadata metadata = pith::metadata::collect(lines.page(), lines.list, -1, "http://m.example/a/b?c");
  CHECK(metadata.canonical_url == "http://m.example/bees");
  CHECK(metadata.image_url == "http://m.example/a/b.jpg");
}

TEST_CASE("a declared language refines what the text says, and yields to it") {
  Lines lines{prose_line};
  lines.page().language = "en_GB";
  CHECK(pith::metadata::collect(lines.page(), lines.list, -1, "").language == "en-GB");
  lines.page().language = "fr";
  CHECK(pith::metadata::collect(lines.page(), lines.list, -1, "").language == "en");
}

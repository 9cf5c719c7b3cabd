#include <doctest/doctest.h>

#include "metadata/metadata.hpp"

namespace {

pith::Metadata read(std::vector<pith::page::MetaTag> tags) {
  pith::page::Page page;
  page.meta = std::move(tags);
  return pith::metadata::from_meta_tags(page);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("each field is read from its names") {
  const pith::Metadata metadata = read({{"og:title", " Bees "},
                                        {"author", "By Ann Lee"},
                                        {"article:published_time", "2023-06-07"},
                                        {"article:modified_time", "2023-06-08"},
                                        {"og:site_name", "Daily Meadow"},
                                        {"contentsource", "County News"},
                                        {"og:description", "A swarm."},
                                        {"og:image", "/b.jpg"},
                                        {"og:locale", "en_GB"}});
  CHECK(metadata.title == "Bees");
  CHECK(metadata.authors == Names{"Ann Lee"});
  CHECK(pith::to_string(metadata.published) == "2023-06-07");
  CHECK(pith::to_string(metadata.modified) == "2023-06-08");
  CHECK(metadata.site_name == "Daily Meadow");
  CHECK(metadata.source == "County News");
  CHECK(metadata.description == "A swarm.");
  CHECK(metadata.image_url == "/b.jpg");
  CHECK(metadata.language == "en_GB");
}

TEST_CASE("the surer name wins wherever it stands") {
  CHECK(read({{"twitter:title", "Short"}, {"og:title", "Long"}}).title == "Long");
  CHECK(read({{"date", "2001-01-01"}, {"article:published_time", "2023-06-07"}}).published.year == 2023);
}

TEST_CASE("an empty tag gives way to the next") {
  CHECK(read({{"og:title", "  "}, {"twitter:title", "Short"}}).title == "Short");
}

TEST_CASE("an address is no author") {
  CHECK(read({{"author", "https://social.example/meadow"}}).authors.empty());
  CHECK(read({{"author", "name, mail@x.example"}, {"dc.creator", "Ann Lee"}}).authors == Names{"Ann Lee"});
}

TEST_CASE("keywords part at commas of all widths and at semicolons") {
  CHECK(read({{"keywords", "bees, clock;\u8702\uFF0C\u949F , "}}).keywords ==
        Names{"bees", "clock", "\u8702", "\u949F"});
}

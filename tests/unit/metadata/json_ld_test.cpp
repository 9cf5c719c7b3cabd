#include <doctest/doctest.h>

#include "metadata/metadata.hpp"

namespace {

pith::Metadata read(std::string_view json) {
  pith::page::Page page;
  page.json_ld.push_back(json);
  return pith::metadata::from_json_ld(page);
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an article in JSON-LD fills its fields") {
  const pith::Metadata metadata = read(R"({"@type":"NewsArticle","headline":" Bees move in ","datePublished":
    "2023-06-07T08:00:00Z","dateModified":"2023-06-08","inLanguage":"en-GB","author":{"@type":"Person","name":
    "Tomas Reyl"},"publisher":{"@type":"Organization","name":"Daily Meadow","logo":{"url":"/l.png"}},
    "image":{"url":"/bees.jpg"},"keywords":["bees","clock"]})");

  CHECK(metadata.title == "Bees move in");
  CHECK(pith::to_string(metadata.published) == "2023-06-07T08:00Z");
  CHECK(pith::to_string(metadata.modified) == "2023-06-08");
  CHECK(metadata.authors == Names{"Tomas Reyl"});
  CHECK(metadata.site_name == "Daily Meadow");
  CHECK(metadata.image_url == "/bees.jpg");
  CHECK(metadata.language == "en-GB");
  CHECK(metadata.keywords == Names{"bees", "clock"});
}

TEST_CASE("several authors are kept in order, each once") {
  CHECK(read(R"({"author":[{"name":"A. Lee"},{"name":"B. Ode"},{"name":"A. Lee"}]})").authors ==
        Names{"A. Lee", "B. Ode"});
  CHECK(read(R"({"author":"By Ann Lee"})").authors == Names{"Ann Lee"});
}

TEST_CASE("an organization signs only what no person signed") {
  CHECK(
      read(R"({"author":[{"@type":"Organization","name":"The Desk"},{"@type":"Person","name":"Ann Lee"}]})").authors ==
      Names{"Ann Lee"});
  CHECK(read(R"({"author":{"@type":"Organization","name":"The Desk"}})").authors == Names{"The Desk"});
}

TEST_CASE("authors of pictures, comments and addresses are no authors") {
  CHECK(read(R"({"image":{"author":{"name":"Pho Tographer"}}})").authors.empty());
  CHECK(read(R"({"comment":[{"author":{"name":"A Reader"}}]})").authors.empty());
  CHECK(read(R"({"author":"https://x.example/ann"})").authors.empty());
  CHECK(read(R"({"author":"desk@x.example"})").authors.empty());
  CHECK(read(R"({"author":"105092"})").authors.empty());
}

TEST_CASE("the first of several blocks wins") {
  pith::page::Page page;
  page.json_ld = {R"({"headline":"First"})", R"({"headline":"Second"})"};
  CHECK(pith::metadata::from_json_ld(page).title == "First");
}

#include <doctest/doctest.h>

#include <pith/render.hpp>

#include <nlohmann/json.hpp>

#include "support/article_builder.hpp"

using pith::JsonLayout;
using pith::SpanKind;
using pith::test::ArticleBuilder;

namespace {

pith::Article sample() {
  auto builder = ArticleBuilder("Bees \"move\"\n").paragraph("In the clock.");
  builder.span(SpanKind::strong, "In").span(SpanKind::link, "the clock", "http://c.example/");
  pith::Article& article = builder.article();
  article.blocks[0].score = 0.5F;
  article.blocks[0].reason = "model";
  article.metadata.authors = {"Ann Lee", "Bo Ode"};
  article.metadata.published = {2024, 3, 23, -1, -1, pith::Date::no_offset};
  article.charset = "UTF-8";
  article.confidence = 0.75F;
  article.notices.push_back({pith::NoticeCode::bytes_replaced, 3, "x"});
  pith::Block dropped;
  dropped.category = pith::Category::hot_topics;
  dropped.text = "\x01\\\x7F";
  article.dropped.push_back(dropped);
  return article;
}

}  // namespace

TEST_CASE("all fields of the README are there, by their names") {
  const auto json = nlohmann::json::parse(pith::to_json(sample()));

  for (const char* name : {"verdict", "confidence", "charset", "metadata", "text", "blocks", "dropped", "notices"}) {
    CAPTURE(name);
    CHECK(json.contains(name));
  }
  for (const char* name : {"title", "authors", "published", "modified", "site_name", "source", "description",
                           "canonical_url", "image_url", "language", "keywords"}) {
    CAPTURE(name);
    CHECK(json["metadata"].contains(name));
  }
  CHECK(json["verdict"] == "article");
  CHECK(json["confidence"] == 0.75);
  CHECK(json["metadata"]["authors"] == nlohmann::json{"Ann Lee", "Bo Ode"});
  CHECK(json["metadata"]["published"] == "2024-03-23");
  CHECK(json["notices"][0]["code"] == "bytes_replaced");
  CHECK(json["notices"][0]["count"] == 3);
}

TEST_CASE("a block tells its kind, why it was kept and its links") {
  const auto block = nlohmann::json::parse(pith::to_json(sample()))["blocks"][0];

  CHECK(block["kind"] == "paragraph");
  CHECK(block["category"] == "content");
  CHECK(block["score"] == 0.5);
  CHECK(block["reason"] == "model");
  REQUIRE(block["links"].size() == 1);
  CHECK(block["links"][0]["text"] == "the clock");
  CHECK(block["links"][0]["url"] == "http://c.example/");
}

TEST_CASE("quotes, backslashes and control characters are escaped") {
  const auto json = nlohmann::json::parse(pith::to_json(sample()));
  CHECK(json["metadata"]["title"] == "Bees \"move\"\n");
  CHECK(json["dropped"][0]["text"] == "\x01\\\x7F");
}

TEST_CASE("both layouts say the same, one of them on one line") {
  const std::string indented = pith::to_json(sample());
  const std::string line = pith::to_json(sample(), JsonLayout::one_line);

  CHECK(nlohmann::json::parse(indented) == nlohmann::json::parse(line));
  CHECK(line.find('\n') == std::string::npos);
  CHECK(indented.back() == '\n');
}

TEST_CASE("an empty article is JSON too") {
  const auto json = nlohmann::json::parse(pith::to_json({}, JsonLayout::one_line));
  CHECK(json["verdict"] == "not_a_page");
  CHECK(json["blocks"].empty());
}

TEST_CASE("an item tells whether it is done, where it is something to do") {
  auto page = pith::test::ArticleBuilder().open(pith::FrameKind::list).open(pith::FrameKind::item);
  page.task(pith::Task::open).paragraph("a").close().item("b");
  const std::string json = pith::to_json(page.article(), pith::JsonLayout::one_line);
  CHECK(json.find("\"number\":0,\"task\":\"open\"}") != std::string::npos);
  CHECK(json.find("\"task\"", json.find("\"task\"") + 1) == std::string::npos);
}

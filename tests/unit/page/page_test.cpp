#include "page/page.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"

using pith::page::AttributeName;
using pith::page::Page;
using pith::page::Tag;

TEST_CASE("attributes are asked for by node") {
  pith::test::PageBuilder builder;
  builder.open(Tag::a, {{AttributeName::href, "/x"}, {AttributeName::hidden, ""}}).text("y").close();
  builder.open(Tag::p, {{AttributeName::id, "z"}}).close();
  const Page& page = builder.done();

  CHECK(page.attribute(2, AttributeName::href) == "/x");
  CHECK(page.attribute(2, AttributeName::id) == "");
  CHECK(page.has_attribute(2, AttributeName::hidden));
  CHECK_FALSE(page.has_attribute(2, AttributeName::id));
  CHECK_FALSE(page.has_attribute(3, AttributeName::href));
  CHECK(page.attribute(4, AttributeName::id) == "z");
}

TEST_CASE("a cleared page is as a new one") {
  Page page;
  page.nodes.resize(3);
  page.attributes.resize(2);
  page.title = page.language = page.base_url = page.canonical_url = "x";
  page.meta.push_back({"a", "b"});
  page.json_ld.add("{}");
  page.text_bytes = 5;
  static_cast<void>(page.storage.copy("river"));
  page.clear();

  CHECK(page.nodes.empty());
  CHECK(page.attributes.empty());
  CHECK(page.title.empty());
  CHECK(page.language.empty());
  CHECK(page.base_url.empty());
  CHECK(page.canonical_url.empty());
  CHECK(page.meta.empty());
  CHECK(page.json_ld.nodes.empty());
  CHECK(page.text_bytes == 0);
  CHECK(page.storage.used_bytes() == 0);
}

#include "page/page_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "support/page_dump.hpp"

using namespace pith::page;

TEST_CASE("attributes of interest are known by name, in any case") {
  CHECK(attribute_of("class") == AttributeName::class_);
  CHECK(attribute_of("HREF") == AttributeName::href);
  CHECK(attribute_of("aria-hidden") == AttributeName::aria_hidden);
  for (const char* const name : {"data-testid", "data-component", "data-type", "data-section-type"}) {
    CHECK(attribute_of(name) == AttributeName::data_kind);
  }
  for (const char* const name : {"", "classy", "onclick", "data-x", "aria-labelled-by-something-very-long"}) {
    CHECK_FALSE(attribute_of(name).has_value());
  }
}

TEST_CASE("nodes stand in preorder, with their subtrees") {
  Page page;
  PageBuilder builder(page, 100);
  builder.open(Tag::body);
  builder.open(Tag::p);
  builder.attribute(AttributeName::id, "a");
  builder.attribute(AttributeName::id, "b");
  builder.text("one");
  builder.close();
  builder.text("two");
  builder.close();

  CHECK(pith::test::dump_tree(page, pith::test::Attributes::left_out) == "<body>\n <p>\n  \"one\"\n \"two\"\n");
  CHECK(page.nodes[0].subtree_end == 4);
  CHECK(page.nodes[1].subtree_end == 3);
  CHECK(page.nodes[3].parent == 0);
  CHECK(page.attribute(1, AttributeName::id) == "a");
  CHECK(page.text_bytes == 6);
}

TEST_CASE("what stands in an ignored element leaves no trace, some such elements an empty mark") {
  Page page;
  PageBuilder builder(page, 100);
  builder.open(Tag::body);
  for (const Tag tag : {Tag::script, Tag::video}) {
    builder.open(tag);
    builder.open(Tag::p);
    CHECK(builder.is_muted());
    builder.attribute(AttributeName::id, "a");
    builder.text("one");
    builder.close();
    builder.close();
  }
  CHECK_FALSE(builder.is_muted());
  CHECK(builder.innermost() == Tag::body);
  builder.close();
  CHECK(pith::test::dump_tree(page) == "<body>\n <video>\n");
}

TEST_CASE("on a crowded page blocks become spans") {
  Page page;
  PageBuilder builder(page, 0);
  builder.open(Tag::body);
  for (int i = 0; i < 4000; ++i) {
    builder.open(Tag::p);
    builder.text("x");
    builder.close();
  }
  builder.close();
  CHECK(builder.joined() > 0);
  CHECK(builder.joined() < 4000);
  CHECK(page.nodes.back().parent == page.nodes.size() - 2);
  CHECK(page.nodes[page.nodes.size() - 2].tag == Tag::span);
}

TEST_CASE("to a full page nothing is added, whatever stands open") {
  Page page;
  PageBuilder builder(page, 1'000'000, 10);
  builder.open(Tag::body);
  for (int i = 0; i < 10'000; ++i) {
    builder.open(Tag::div);
    builder.attribute(AttributeName::id, "a");
    builder.open(Tag::video);
    builder.open(Tag::source);
    builder.attribute(AttributeName::src, "b");
    builder.close();
    builder.close();
    builder.text("x");
    builder.open(Tag::b);
    builder.text("y");
    builder.close();
    builder.close();
  }
  builder.close();
  CHECK(builder.left_out() > 5000);
  std::uint64_t divs = 0;
  for (const Node& node : page.nodes) divs += node.tag == Tag::div ? 1U : 0U;
  CHECK(divs + builder.left_out() == 10'000);
  CHECK(page.nodes.front().subtree_end == page.nodes.size());
  CHECK(page.text_bytes < 10'000);
  CHECK(page.attributes.size() == 2 * divs);
}

TEST_CASE("of one paragraph of elements without number the first are read") {
  Page page;
  PageBuilder builder(page, 1'000'000, 10);
  builder.open(Tag::p);
  for (int i = 0; i < 200'000; ++i) {
    builder.open(Tag::span);
    builder.text("x");
    builder.close();
  }
  builder.close();
  CHECK(page.nodes.size() > 100'000);
  CHECK(page.nodes.size() < 110'000);
  CHECK(page.nodes.front().subtree_end == page.nodes.size());
  CHECK(builder.left_out() == 1);  // the rest of the paragraph
}

TEST_CASE("an element knows of which lists its classes are") {
  Page page;
  PageBuilder builder(page, 0);
  builder.open(Tag::body);
  for (const std::string_view classes : {"sr-only", "other sr-only", "other", ""}) {
    builder.open(Tag::p);
    builder.attribute(AttributeName::id, "sr-only");
    builder.attribute(AttributeName::class_, classes);
    builder.close();
  }
  builder.close();
  const auto is_hidden = [&page](std::uint32_t node) {
    return page.has_class(node, pith::text::WordList::screen_reader_class);
  };
  CHECK_FALSE(is_hidden(0));
  CHECK(is_hidden(1));
  CHECK(is_hidden(2));
  CHECK_FALSE(is_hidden(3));
  CHECK_FALSE(is_hidden(4));
}

TEST_CASE("what a head element says is set aside") {
  Page page;
  const std::vector<NamedAttribute> meta = {{"property", "OG:Title"}, {"content", "River"}};
  const std::vector<NamedAttribute> link = {{"rel", "alternate CANONICAL"}, {"href", "/a"}};
  const std::vector<NamedAttribute> icon = {{"rel", "icon"}, {"href", "/b"}};
  const std::vector<NamedAttribute> base = {{"href", "/c/"}};
  const std::vector<NamedAttribute> style = {{"rel", "stylesheet"}, {"href", "/d.css"}};
  set_aside(Tag::link, style, page);
  set_aside(Tag::meta, meta, page);
  set_aside(Tag::link, icon, page);
  set_aside(Tag::link, link, page);
  set_aside(Tag::base, base, page);
  set_aside(Tag::base, link, page);  // the first counts
  REQUIRE(page.meta.size() == 1);
  CHECK(page.meta[0].name == "og:title");
  CHECK(page.canonical_url == "/a");
  REQUIRE(page.links.size() == 1);
  CHECK(page.links[0].href == "/a");
  REQUIRE(page.style_sheets.size() == 1);
  CHECK(page.style_sheets[0] == "/d.css");
  CHECK(page.base_url == "/c/");
}

TEST_CASE("scripts say whether they are JSON-LD") {
  const auto is_ld = [](std::string_view type) {
    const std::vector<NamedAttribute> attributes = {{"type", type}};
    pith::page::Page page;
    set_script_aside(attributes, "{}", page);
    CHECK(page.json_ld.nodes.size() + page.scripts.size() == 1);
    return page.scripts.empty();
  };
  CHECK(is_ld("application/ld+json"));
  CHECK(is_ld(" Application/LD+JSON; charset=utf-8"));
  CHECK_FALSE(is_ld("application/json"));
  CHECK_FALSE(is_ld(""));
}

TEST_CASE("of fields, boxes to tick stay, with nothing in them") {
  Page page;
  PageBuilder builder(page, 100);
  builder.open(Tag::body);
  for (const char* const kind : {"text", "checkbox", "radio"}) {
    builder.open(Tag::input);
    builder.attribute(AttributeName::type, kind);
    builder.close();
  }
  builder.text("one");
  builder.close();

  CHECK(pith::test::dump_tree(page, pith::test::Attributes::left_out) == "<body>\n <input>\n \"one\"\n");
  CHECK(page.attribute(1, AttributeName::type) == "checkbox");
}

#include "text/json_tree.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using pith::text::JsonKind;
using pith::text::JsonTree;

namespace {

JsonTree tree_of(std::string_view json) {
  JsonTree tree;
  tree.add(json);
  return tree;
}

std::string member(const JsonTree& tree, std::string_view key) {
  const std::int32_t node = tree.member(0, key);
  return node < 0 ? "-" : tree.text(static_cast<std::uint32_t>(node));
}

}  // namespace

TEST_CASE("members are found by their names") {
  const JsonTree tree = tree_of(R"({"a":"x","b":{"a":"y"},"c":12,"d":true})");
  CHECK(member(tree, "a") == "x");
  CHECK(member(tree, "c") == "12");
  CHECK(member(tree, "d") == "true");
  CHECK(member(tree, "e") == "-");
}

TEST_CASE("escapes are decoded") {
  CHECK(member(tree_of(R"({"a":"x\u00e9\n\"\ud83d\ude00"})"), "a") == "x\u00E9\n\"\U0001F600");
  CHECK(member(tree_of(R"({"a":"\ud83d"})"), "a") == "\uFFFD");
  CHECK(member(tree_of(R"({"a":"\u00"})"), "a") == "\uFFFD");
}

TEST_CASE("an escape that is cut short takes nothing of the character after it") {
  CHECK(member(tree_of("{\"a\":\"\\u01e\u00E9b\"}"), "a") == "\uFFFD\u00E9b");
  CHECK(member(tree_of("{\"a\":\"\\u\u6CB3\"}"), "a") == "\uFFFD\u6CB3");
  CHECK(member(tree_of("{\"a\":\"\\ud83d\\ude\u00E9\"}"), "a") == "\uFFFD\uFFFD\u00E9");
}

TEST_CASE("broken JSON is read as far as it goes") {
  CHECK(member(tree_of("{\"a\":\"one\nand two\",\"b\":\"x\",}"), "b") == "x");
  const JsonTree cdata = tree_of("//<![CDATA[\n{\"a\":\"x\"}\n//]]>");
  CHECK(std::any_of(cdata.nodes.begin(), cdata.nodes.end(), [](const auto& node) { return node.raw == "x"; }));
  CHECK(member(tree_of("<!-- {\"a\":\"x\"} -->"), "a") == "x");
  CHECK(member(tree_of("{\"a\":\"x"), "a") == "x");
  CHECK(tree_of("]}]}").nodes.empty());
  CHECK(tree_of("").nodes.empty());
}

TEST_CASE("children of a node follow each other") {
  const JsonTree tree = tree_of(R"(["a",["b"],"c"])");
  const std::uint32_t first = tree.next_child(0, 0);
  const std::uint32_t second = tree.next_child(0, first);
  const std::uint32_t third = tree.next_child(0, second);
  CHECK(tree.text(first) == "a");
  CHECK(tree.nodes[second].kind == JsonKind::array);
  CHECK(tree.text(third) == "c");
}

TEST_CASE("the strings of a key are found wherever it stands") {
  const auto types_of = [](std::string_view json) {
    std::string types;
    tree_of(json).for_each_string("@type", [&](std::string_view type) { types.append(type).append(" "); });
    return types;
  };
  CHECK(types_of(R"({"@type":"Article","author":{"@type":"Person"}})") == "Article Person ");
  CHECK(types_of(R"([{"@type":["Product","Thing"],"name":"Article"}])") == "Product Thing ");
  CHECK(types_of(R"({"kind":"@type","@type":{"name":"x"}})").empty());
  CHECK(types_of(R"({"@type":"Article","name":)") == "Article ");
}

TEST_CASE("depth and size are bounded") {
  CHECK(tree_of(std::string(100'000, '[')).nodes.size() == 64);
  std::string many = "[";
  for (int i = 0; i < 60'000; ++i) many += "\"x\",";
  CHECK(tree_of(many).nodes.size() <= 50'000);
}

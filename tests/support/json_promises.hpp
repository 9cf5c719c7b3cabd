/// What holds of JSON-LD: any bytes give a sound tree, and JSON that a strict parser takes gives the tree of that
/// parser.
#pragma once

#include <pith.hpp>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "support/date_promises.hpp"
#include "text/json_tree.hpp"
#include "text/text.hpp"

namespace pith::test {

/// A node with its strings decoded; of a literal only that it is one.
struct PlainJsonNode {
  text::JsonKind kind = text::JsonKind::literal;
  std::size_t depth = 0;
  std::string key;
  std::string text;

  friend bool operator==(const PlainJsonNode&, const PlainJsonNode&) = default;
};
using PlainJson = std::vector<PlainJsonNode>;

/// Collects what nlohmann's parser tells. Literals count where they are the value of a key, as in JsonTree, strings
/// where anything holds them.
class StrictJson : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return literal(); }
  bool boolean(bool) override { return literal(); }
  bool number_integer(number_integer_t) override { return literal(); }
  bool number_unsigned(number_unsigned_t) override { return literal(); }
  bool number_float(number_float_t, const string_t&) override { return literal(); }
  bool binary(binary_t&) override { return false; }
  bool string(string_t& text) override { return depth_ == 0 || add(text::JsonKind::string, text); }
  bool start_object(std::size_t) override { return open(text::JsonKind::object); }
  bool start_array(std::size_t) override { return open(text::JsonKind::array); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& key) override {
    key_ = key;
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

  PlainJson nodes;
  std::size_t deepest = 0;

 private:
  bool add(text::JsonKind kind, const std::string& text) {
    nodes.push_back({kind, depth_, key_, text});
    key_.clear();
    return true;
  }
  bool literal() { return key_.empty() || add(text::JsonKind::literal, {}); }
  bool open(text::JsonKind kind) {
    add(kind, {});
    deepest = std::max(deepest, ++depth_);
    return true;
  }
  bool close() {
    --depth_;
    key_.clear();
    return true;
  }

  std::string key_;
  std::size_t depth_ = 0;
};

inline std::string decoded(std::string_view raw) {
  text::JsonTree one;
  one.nodes.push_back({.kind = text::JsonKind::string, .key = {}, .raw = raw});
  return one.text(0);
}

inline PlainJson plain_json(const text::JsonTree& tree) {
  PlainJson out;
  std::vector<std::size_t> depths;
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const text::JsonNode& node = tree.nodes[i];
    depths.push_back(node.parent < 0 ? 0 : depths[static_cast<std::size_t>(node.parent)] + 1);
    const bool is_string = node.kind == text::JsonKind::string;
    out.push_back({node.kind, depths.back(), decoded(node.key), is_string ? tree.text(i) : std::string()});
  }
  return out;
}

/// Sets aside what JsonTree leaves out on purpose: it has a space for the escapes \b and \f, keys without the
/// vocabulary's prefix, and no literal that no key leads to.
inline void set_aside_liberties(PlainJson& nodes) {
  constexpr std::string_view prefix = "schema:";
  for (PlainJsonNode& node : nodes) {
    for (std::string* const text : {&node.key, &node.text}) {
      for (char& c : *text) {
        if (c == '\b' || c == '\f') c = ' ';
      }
    }
    while (node.key.starts_with(prefix)) node.key.erase(0, prefix.size());
  }
  std::erase_if(nodes,
                [](const PlainJsonNode& node) { return node.kind == text::JsonKind::literal && node.key.empty(); });
}

inline std::string broken_json_tree(const text::JsonTree& tree, std::string_view json) {
  constexpr std::size_t most_nodes = 50'000;
  if (tree.nodes.size() > most_nodes) return "more nodes than promised";
  const auto is_within = [json](std::string_view view) {
    return view.empty() || (view.data() >= json.data() && view.data() + view.size() <= json.data() + json.size());
  };
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const text::JsonNode& node = tree.nodes[i];
    if (node.parent >= static_cast<std::int32_t>(i)) return "a node's parent stands after it";
    const std::size_t limit =
        node.parent < 0 ? tree.nodes.size() : tree.nodes[static_cast<std::size_t>(node.parent)].end;
    if (node.end <= i || node.end > limit) return "a node's end";
    if (!is_within(node.raw) || !is_within(node.key)) return "a view of something else";
    if (text::valid_utf8_prefix(tree.text(i)) < tree.text(i).size()) return "a text that is no UTF-8";
  }
  return {};
}

/// What a page with such a script says of itself.
inline std::string broken_metadata(std::string_view json) {
  const std::string page = "<html><head><script type=\"application/ld+json\">" + std::string(json) +
                           "</script></head><body><p>The river rose.</p></body></html>";
  static Extractor extractor;
  const Metadata said =
      extractor.extract({.bytes = page, .url = "https://herald.example/a", .encoding = "utf-8"}).metadata;
  for (const Date& date : {said.published, said.modified}) {
    if (std::string broken = broken_date(date); !broken.empty()) return broken;
  }
  std::string all = said.title + said.site_name + said.description + said.canonical_url + said.image_url + said.section;
  for (const auto* list : {&said.authors, &said.keywords, &said.author_urls}) {
    for (const std::string& one : *list) all += one.empty() ? "\xFF" : one;
  }
  return text::valid_utf8_prefix(all) == all.size() ? "" : "a field that is empty or no UTF-8";
}

inline std::string broken_json_promise(std::string_view bytes) {
  constexpr std::size_t deepest = 64;
  const std::string_view json = bytes.substr(0, text::valid_utf8_prefix(bytes));
  text::JsonTree tree;
  tree.add(json);
  if (std::string broken = broken_json_tree(tree, json); !broken.empty()) return broken;
  StrictJson strict;  // it takes a zero byte for the end
  const bool has_zero = json.find('\0') != std::string_view::npos;
  if (!has_zero && nlohmann::json::sax_parse(json, &strict) && strict.deepest <= deepest) {
    set_aside_liberties(strict.nodes);
    PlainJson found = plain_json(tree);
    set_aside_liberties(found);
    if (found != strict.nodes) return "not the tree of a strict parser";
  }
  return broken_metadata(json);
}

}  // namespace pith::test

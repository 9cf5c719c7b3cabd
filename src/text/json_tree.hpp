/// JsonTree: JSON as a tree that is never refused: pages carry broken JSON-LD, so what can be read is read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith::text {

enum class JsonKind : std::uint8_t { object, array, string, literal };

/// A value. Views the text it was read from.
struct JsonNode {
  JsonKind kind = JsonKind::literal;
  std::string_view key;  ///< of the member it is the value of, as written but for "schema:"; empty in an array
  std::string_view raw;  ///< of a string without quotes, escapes not decoded; of a literal ("true", "12")
  std::int32_t parent = -1;
  std::uint32_t end = 0;  ///< one past its last descendant: children are in [i + 1, end)
};

/// Nodes in document order, preorder.
struct JsonTree {
  std::vector<JsonNode> nodes;

  /// Adds the values of one script. Comments, CDATA marks and all else outside of brackets are passed over; line breaks
  /// within strings and commas too many are allowed. Nesting deeper than 64 and more than 50,000 values are left out.
  /// Linear.
  void add(std::string_view json);
  void clear() noexcept { nodes.clear(); }

  /// The next child of `parent` after `child` (or the first one, for `child` == parent); the parent's end when none.
  [[nodiscard]] std::uint32_t next_child(std::uint32_t parent, std::uint32_t child) const noexcept {
    return child == parent ? parent + 1 : nodes[child].end;
  }

  /// The member `key` of an object; -1 when it has none.
  [[nodiscard]] std::int32_t member(std::uint32_t object, std::string_view key) const noexcept;

  /// Calls use(raw) for every string that a key has as its value, or that stands in an array that it has as its value,
  /// wherever in the tree the key is.
  template <typename Use>
  void for_each_string(std::string_view key, Use use) const {
    for (const JsonNode& node : nodes) {
      if (node.kind != JsonKind::string) continue;
      const bool in_array = node.key.empty() && node.parent >= 0;
      if ((in_array ? nodes[static_cast<std::size_t>(node.parent)].key : node.key) == key) use(node.raw);
    }
  }

  /// A string with its escapes decoded, or a literal as it stands.
  [[nodiscard]] std::string text(std::uint32_t node) const;
};

}  // namespace pith::text

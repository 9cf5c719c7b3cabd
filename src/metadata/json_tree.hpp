/// JSON-LD as a tree that is never refused: pages carry broken JSON, so what can be read is read. Private to metadata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

enum class JsonKind : std::uint8_t { object, array, string, literal };

/// A value. Views the text it was read from.
struct JsonNode {
  JsonKind kind = JsonKind::literal;
  std::string_view key;  ///< of the member it is the value of, as written; empty in an array
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

  /// The next child of `parent` behind `child` (or the first one, for `child` == parent); the parent's end when none.
  [[nodiscard]] std::uint32_t next_child(std::uint32_t parent, std::uint32_t child) const noexcept {
    return child == parent ? parent + 1 : nodes[child].end;
  }

  /// The member `key` of an object; -1 when it has none.
  [[nodiscard]] std::int32_t member(std::uint32_t object, std::string_view key) const noexcept;

  /// A string with its escapes decoded, or a literal as it stands.
  [[nodiscard]] std::string text(std::uint32_t node) const;
};

}  // namespace pith::metadata

/// Lexer: where the tokens of HTML end, by the tokenizer rules of the HTML standard. Pure functions over valid UTF-8;
/// any thread. All are linear in what they pass over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "text/ascii.hpp"

namespace pith::html {

/// What begins at a '<'.
enum class MarkupKind : std::uint8_t {
  text,  ///< just a '<'
  start_tag,
  end_tag,
  comment,  ///< also what the standard calls a bogus comment: <?...>, </ ...>, <!x>
  doctype,
  cdata,  ///< <![CDATA[: a comment in HTML, text in SVG and MathML
};

[[nodiscard]] MarkupKind markup_kind(std::string_view html, std::size_t less_than) noexcept;

/// One past the '>' of the comment or doctype at `less_than`; html.size() when it never ends.
[[nodiscard]] std::size_t comment_end(std::string_view html, std::size_t less_than) noexcept;

/// A start or end tag. Not complete: the page ends within it, then no browser shows any of it.
struct TagToken {
  std::size_t end = 0;  ///< one past the '>'
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
  bool complete = false;
  bool self_closing = false;
  std::uint32_t attribute_count = 0;
};
[[nodiscard]] TagToken read_tag(std::string_view html, std::size_t less_than, MarkupKind kind) noexcept;

/// Where the name of the tag ends that begins at `name_begin`.
[[nodiscard]] std::size_t tag_name_end(std::string_view html, std::size_t name_begin) noexcept;

/// An attribute within a tag, as written.
struct AttributeToken {
  std::string_view name;
  std::string_view value;  ///< without quotes
};

/// Walks over the attributes of a complete tag: `position` starts at TagToken::name_end. False at the end of the tag,
/// with `position` at its '>'.
[[nodiscard]] bool next_attribute(std::string_view html, std::size_t& position, AttributeToken& out) noexcept;

/// Where "</name" stands that ends a raw text element (`name` in lower case) whose content begins at `begin`;
/// html.size() when there is none.
[[nodiscard]] std::size_t raw_text_end(std::string_view html, std::size_t begin, std::string_view name) noexcept;

/// The same for a script, with its escaped states ("<!--" and "<script" within).
[[nodiscard]] std::size_t script_end(std::string_view html, std::size_t begin) noexcept;

}  // namespace pith::html

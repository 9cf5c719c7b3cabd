/// Lexer: where the tokens of HTML end, by the tokenizer rules of the HTML standard. Pure functions over valid UTF-8;
/// any thread. All are linear in what they pass over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "html/tag_lexer.hpp"
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

/// The next '<' from `position` on; npos when there is none. Tags often follow each other, which spares a call.
[[nodiscard]] inline std::size_t next_less_than(std::string_view html, std::size_t position) noexcept {
  return position < html.size() && html[position] == '<' ? position : html.find('<', position);
}

[[nodiscard]] MarkupKind markup_kind(std::string_view html, std::size_t less_than) noexcept;

/// One past the '>' of the comment or doctype at `less_than`; html.size() when it never ends.
[[nodiscard]] std::size_t comment_end(std::string_view html, std::size_t less_than) noexcept;

/// The tag at `less_than`.
[[nodiscard]] TagToken read_tag(std::string_view html, std::size_t less_than, MarkupKind kind) noexcept;

/// Where the name of the tag ends that begins at `name_begin`.
[[nodiscard]] std::size_t tag_name_end(std::string_view html, std::size_t name_begin) noexcept;

/// Where "</name" stands that ends a raw text element (`name` in lower case) whose content begins at `begin`;
/// html.size() when there is none.
[[nodiscard]] std::size_t raw_text_end(std::string_view html, std::size_t begin, std::string_view name) noexcept;

/// The same for a script, with its escaped states ("<!--" and "<script" within).
[[nodiscard]] std::size_t script_end(std::string_view html, std::size_t begin) noexcept;

/// The same for any of these elements: scripts by their rules, others by theirs.
[[nodiscard]] std::size_t raw_content_end(std::string_view html, std::size_t begin, std::string_view name) noexcept;

}  // namespace pith::html

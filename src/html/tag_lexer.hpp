/// TagLexer: what a tag is made of, by the tokenizer rules of the HTML standard. Inline, for the loops that look at
/// every byte of every tag. Pure functions over valid UTF-8; any thread. All are linear in what they pass over.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pith::html {

/// A start or end tag. Not complete: the page ends within it, then no browser shows any of it.
struct TagToken {
  std::size_t end = 0;  ///< one past the '>'
  std::size_t name_begin = 0;
  std::size_t name_end = 0;
  bool complete = false;
  bool self_closing = false;
  std::uint32_t attribute_count = 0;
};

/// An attribute within a tag, as written.
struct AttributeToken {
  std::string_view name;
  std::string_view value;  ///< without quotes
};

namespace tag_bytes {

/// What a byte is within a tag: a bit for each question that is asked of every byte there.
enum Question : std::uint8_t {
  blank = 1,
  ends_name = 2,       ///< of a tag
  ends_attribute = 4,  ///< its name
  parts = 8,           ///< attributes from each other
  ends_unquoted = 16,  ///< a value without quotes
};

inline constexpr std::array<std::uint8_t, 256> table = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (const char letter : {' ', '\n', '\t', '\r', '\f'}) {
    bytes[static_cast<unsigned char>(letter)] = blank | ends_name | ends_attribute | parts | ends_unquoted;
  }
  bytes['/'] = ends_name | ends_attribute | parts;
  bytes['>'] = ends_name | ends_attribute | ends_unquoted;
  bytes['='] = ends_attribute;
  return bytes;
}();

[[nodiscard]] inline bool is(char letter, Question question) noexcept {
  return (table[static_cast<unsigned char>(letter)] & question) != 0;
}

[[nodiscard]] inline std::size_t skip_white_space(std::string_view html, std::size_t position) noexcept {
  while (position < html.size() && is(html[position], blank)) ++position;
  return position;
}

/// Past the value that begins after a '='; html.size() when it never ends.
[[nodiscard]] inline std::size_t read_value(std::string_view html, std::size_t position,
                                            std::string_view& value) noexcept {
  position = skip_white_space(html, position);
  if (position >= html.size()) return html.size();
  const char quote = html[position];
  if (quote == '"' || quote == '\'') {
    const std::size_t end = html.find(quote, position + 1);
    if (end == std::string_view::npos) return html.size();
    value = html.substr(position + 1, end - position - 1);
    return end + 1;
  }
  const std::size_t begin = position;
  while (position < html.size() && !is(html[position], ends_unquoted)) ++position;
  value = html.substr(begin, position - begin);
  return position;
}

}  // namespace tag_bytes

/// Walks over the attributes of a complete tag: `position` starts at TagToken::name_end. False at the end of the tag,
/// with `position` at its '>'.
[[nodiscard]] inline bool next_attribute(std::string_view html, std::size_t& position, AttributeToken& out) noexcept {
  while (position < html.size() && tag_bytes::is(html[position], tag_bytes::parts)) ++position;
  if (position >= html.size() || html[position] == '>') return false;
  const std::size_t name_begin = position++;  // a '=' in front belongs to the name
  while (position < html.size() && !tag_bytes::is(html[position], tag_bytes::ends_attribute)) ++position;
  out.name = html.substr(name_begin, position - name_begin);
  out.value = {};
  const std::size_t after = tag_bytes::skip_white_space(html, position);
  if (after < html.size() && html[after] == '=') position = tag_bytes::read_value(html, after + 1, out.value);
  return true;
}

/// Reads the tag whose name ends at `name_end`, and calls use(attribute) for each of its attributes.
template <typename Use>
[[nodiscard]] TagToken read_tag_attributes(std::string_view html, std::size_t name_begin, std::size_t name_end,
                                           Use use) {
  TagToken tag;
  tag.name_begin = name_begin;
  tag.name_end = name_end;
  std::size_t position = name_end;
  AttributeToken attribute;
  std::size_t last_end = position;  // a '/' within an unquoted value closes nothing
  while (next_attribute(html, position, attribute)) {
    ++tag.attribute_count;
    last_end = position;
    use(attribute);
  }
  tag.complete = position < html.size();
  tag.self_closing = tag.complete && position > last_end && html[position - 1] == '/';
  tag.end = tag.complete ? position + 1 : html.size();
  return tag;
}

}  // namespace pith::html

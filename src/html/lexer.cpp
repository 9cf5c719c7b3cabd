#include "html/lexer.hpp"

#include <algorithm>
#include <array>

#include "core/wide_bytes.hpp"

namespace pith::html {
namespace {

/// What a byte is within a tag: a bit for each question that is asked of every byte there.
enum TagByte : std::uint8_t {
  blank = 1,
  ends_name = 2,       ///< of a tag
  ends_attribute = 4,  ///< its name
  parts = 8,           ///< attributes from each other
  ends_unquoted = 16,  ///< a value without quotes
};

constexpr std::array<std::uint8_t, 256> tag_bytes = [] {
  std::array<std::uint8_t, 256> bytes{};
  for (const char letter : {' ', '\n', '\t', '\r', '\f'}) {
    bytes[static_cast<unsigned char>(letter)] = blank | ends_name | ends_attribute | parts | ends_unquoted;
  }
  bytes['/'] = ends_name | ends_attribute | parts;
  bytes['>'] = ends_name | ends_attribute | ends_unquoted;
  bytes['='] = ends_attribute;
  return bytes;
}();

bool is(char letter, TagByte question) noexcept {
  return (tag_bytes[static_cast<unsigned char>(letter)] & question) != 0;
}

std::size_t skip_white_space(std::string_view html, std::size_t position) noexcept {
  while (position < html.size() && is(html[position], blank)) ++position;
  return position;
}

bool ends_tag_name(char letter) noexcept {
  return is(letter, ends_name);
}

/// Past the value that begins after a '='; html.size() when it never ends.
std::size_t read_value(std::string_view html, std::size_t position, std::string_view& value) noexcept {
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

/// One past a real comment, "<!--" at `less_than`.
std::size_t marked_comment_end(std::string_view html, std::size_t less_than) noexcept {
  std::size_t position = less_than + 4;
  if (html.substr(position, 1) == ">") return position + 1;
  if (html.substr(position, 2) == "->") return position + 2;
  while ((position = core::find_word(html, "--", position)) != std::string_view::npos) {
    position += 2;
    while (position < html.size() && html[position] == '-') ++position;
    if (position >= html.size()) break;
    if (html[position] == '>') return position + 1;
    if (html[position] != '!') continue;
    ++position;
    if (position < html.size() && html[position] == '>') return position + 1;
  }
  return html.size();
}

/// States of a script that contains "<!--".
enum class ScriptState : std::uint8_t { plain, escaped, double_escaped };

bool is_tag_at(std::string_view html, std::size_t position, std::string_view opening) noexcept {
  const std::string_view rest = html.substr(position);
  return text::starts_with_ignoring_case(rest, opening) && rest.size() > opening.size() &&
         ends_tag_name(rest[opening.size()]);
}

std::size_t escaped_script_end(std::string_view html, std::size_t position) noexcept {
  ScriptState state = ScriptState::plain;
  // find_first_of() would call a function for every byte.
  const auto is_special = [](char c) { return c == '<' || c == '-'; };
  for (;;) {
    while (position < html.size() && !is_special(html[position])) ++position;
    if (position >= html.size()) return html.size();
    if (html[position] == '-') {
      if (html.substr(position, 3) == "-->") state = ScriptState::plain;
    } else if (state != ScriptState::double_escaped && is_tag_at(html, position, "</script")) {
      return position;
    } else if (state == ScriptState::double_escaped && is_tag_at(html, position, "</script")) {
      state = ScriptState::escaped;
    } else if (state == ScriptState::escaped && is_tag_at(html, position, "<script")) {
      state = ScriptState::double_escaped;
    } else if (state == ScriptState::plain && html.substr(position, 4) == "<!--") {
      state = ScriptState::escaped;
      ++position;  // its dashes may be those of "-->"
    }
    ++position;
  }
}

}  // namespace

MarkupKind markup_kind(std::string_view html, std::size_t less_than) noexcept {
  if (less_than + 1 >= html.size()) return MarkupKind::text;
  const char next = html[less_than + 1];
  if (text::is_ascii_letter(next)) return MarkupKind::start_tag;
  if (next == '/') {
    if (less_than + 2 >= html.size()) return MarkupKind::text;
    return text::is_ascii_letter(html[less_than + 2]) ? MarkupKind::end_tag : MarkupKind::comment;
  }
  if (next == '?') return MarkupKind::comment;
  if (next != '!') return MarkupKind::text;
  const std::string_view rest = html.substr(less_than + 2);
  if (text::starts_with_ignoring_case(rest, "doctype")) return MarkupKind::doctype;
  return rest.substr(0, 7) == "[CDATA[" ? MarkupKind::cdata : MarkupKind::comment;
}

std::size_t comment_end(std::string_view html, std::size_t less_than) noexcept {
  if (html.substr(less_than, 4) == "<!--") return marked_comment_end(html, less_than);
  const std::size_t end = html.find('>', less_than + 2);
  return end == std::string_view::npos ? html.size() : end + 1;
}

bool next_attribute(std::string_view html, std::size_t& position, AttributeToken& out) noexcept {
  while (position < html.size() && is(html[position], parts)) ++position;
  if (position >= html.size() || html[position] == '>') return false;
  const std::size_t name_begin = position++;  // a '=' in front belongs to the name
  while (position < html.size() && !is(html[position], ends_attribute)) ++position;
  out.name = html.substr(name_begin, position - name_begin);
  out.value = {};
  const std::size_t after = skip_white_space(html, position);
  if (after < html.size() && html[after] == '=') position = read_value(html, after + 1, out.value);
  return true;
}

std::size_t tag_name_end(std::string_view html, std::size_t name_begin) noexcept {
  while (name_begin < html.size() && !ends_tag_name(html[name_begin])) ++name_begin;
  return name_begin;
}

TagToken read_tag(std::string_view html, std::size_t less_than, MarkupKind kind) noexcept {
  TagToken tag;
  tag.name_begin = less_than + (kind == MarkupKind::end_tag ? 2 : 1);
  std::size_t position = tag_name_end(html, tag.name_begin);
  tag.name_end = position;
  AttributeToken attribute;
  std::size_t last_end = position;  // a '/' within an unquoted value closes nothing
  while (next_attribute(html, position, attribute)) {
    ++tag.attribute_count;
    last_end = position;
  }
  tag.complete = position < html.size();
  tag.self_closing = tag.complete && position > last_end && html[position - 1] == '/';
  tag.end = tag.complete ? position + 1 : html.size();
  return tag;
}

std::size_t raw_text_end(std::string_view html, std::size_t begin, std::string_view name) noexcept {
  std::size_t position = begin;
  while ((position = core::find_word(html, "</", position)) != std::string_view::npos) {
    const std::string_view rest = html.substr(position + 2);
    if (text::starts_with_ignoring_case(rest, name) && rest.size() > name.size() && ends_tag_name(rest[name.size()])) {
      return position;
    }
    position += 2;
  }
  return html.size();
}

std::size_t script_end(std::string_view html, std::size_t begin) noexcept {
  const std::size_t end = raw_text_end(html, begin, "script");
  const bool may_be_escaped = core::find_word(html.substr(begin, end - begin), "<!--") != std::string_view::npos;
  return may_be_escaped ? escaped_script_end(html, begin) : end;
}

}  // namespace pith::html

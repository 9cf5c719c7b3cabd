#include "html/lexer.hpp"

#include "core/wide_bytes.hpp"

namespace pith::html {
namespace {

bool ends_tag_name(char letter) noexcept {
  return tag_bytes::is(letter, tag_bytes::ends_name);
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

/// Of the script from its "<!--" on.
std::size_t escaped_script_end(std::string_view html, std::size_t position) noexcept {
  ScriptState state = ScriptState::plain;
  std::size_t from = 0;  // where the next "-->" may stand, which makes the script a plain one
  for (; (position = html.find('<', position)) != std::string_view::npos; ++position) {
    const bool has_arrow =
        state != ScriptState::plain && core::find_word(html.substr(0, position), "-->", from) != std::string_view::npos;
    if (has_arrow) state = ScriptState::plain;
    from = position;
    if (is_tag_at(html, position, "</script")) {
      if (state != ScriptState::double_escaped) return position;
      state = ScriptState::escaped;
    } else if (state == ScriptState::escaped && is_tag_at(html, position, "<script")) {
      state = ScriptState::double_escaped;
    } else if (state == ScriptState::plain && html.substr(position, 4) == "<!--") {
      state = ScriptState::escaped;
      from = position + 2;  // its dashes may be those of "-->"
    }
  }
  return html.size();
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

std::size_t tag_name_end(std::string_view html, std::size_t name_begin) noexcept {
  while (name_begin < html.size() && !ends_tag_name(html[name_begin])) ++name_begin;
  return name_begin;
}

TagToken read_tag(std::string_view html, std::size_t less_than, MarkupKind kind) noexcept {
  const std::size_t name_begin = less_than + (kind == MarkupKind::end_tag ? 2 : 1);
  return read_tag_attributes(html, name_begin, tag_name_end(html, name_begin), [](const AttributeToken&) {});
}

std::size_t raw_text_end(std::string_view html, std::size_t begin, std::string_view name) noexcept {
  for (std::size_t position = begin; (position = html.find('<', position)) != std::string_view::npos; ++position) {
    if (html.substr(position, 2) == "</" && is_tag_at(html, position + 2, name)) return position;
  }
  return html.size();
}

std::size_t script_end(std::string_view html, std::size_t begin) noexcept {
  for (std::size_t position = begin; (position = html.find('<', position)) != std::string_view::npos; ++position) {
    const char next = position + 1 < html.size() ? html[position + 1] : '\0';
    if (next == '/' && is_tag_at(html, position, "</script")) return position;
    if (next == '!' && html.substr(position, 4) == "<!--") return escaped_script_end(html, position);
  }
  return html.size();
}

std::size_t raw_content_end(std::string_view html, std::size_t begin, std::string_view name) noexcept {
  return name == "script" ? script_end(html, begin) : raw_text_end(html, begin, name);
}

}  // namespace pith::html

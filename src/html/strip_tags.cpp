#include <algorithm>
#include <string>

#include "html/entities.hpp"
#include "html/html.hpp"
#include "html/lexer.hpp"

namespace pith::html {
namespace {

/// The lower-case name of a tag, cut off at a length that no known name has.
class TagName {
 public:
  TagName(std::string_view html, const TagToken& tag) noexcept {
    const std::string_view name = html.substr(tag.name_begin, tag.name_end - tag.name_begin);
    for (const char letter : name.substr(0, sizeof(letters_))) letters_[size_++] = text::to_lower_ascii(letter);
  }
  [[nodiscard]] std::string_view view() const noexcept { return {letters_, size_}; }

 private:
  char letters_[16];
  std::size_t size_ = 0;
};

void append_text(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    out.append(text.substr(0, ampersand));
    text.remove_prefix(ampersand);
    if (text.empty()) return;
    const CharacterReference reference = read_reference(text, ReferencePlace::text);
    if (reference.length == 0) {
      out.push_back('&');
      text.remove_prefix(1);
      continue;
    }
    text::append_utf8(out, reference.first);
    if (reference.second != 0) text::append_utf8(out, reference.second);
    text.remove_prefix(reference.length);
  }
}

void end_line(std::string& out) {
  if (!out.empty() && out.back() != '\n') out.push_back('\n');
}

bool is_hidden_raw_text(Tag tag) {
  return tag == Tag::script || tag == Tag::style || tag == Tag::iframe || tag == Tag::noframes ||
         tag == Tag::textarea || tag == Tag::title;
}

/// Past the content that is not shown of the element whose start tag ends at `begin`.
std::size_t skip_hidden(std::string_view html, std::size_t begin, Tag tag) {
  return is_hidden_raw_text(tag) ? raw_content_end(html, begin, name_of(tag)) : begin;
}

/// Past the markup at `less_than`.
std::size_t strip_markup(std::string_view html, std::size_t less_than, std::string& out) {
  const MarkupKind kind = markup_kind(html, less_than);
  if (kind == MarkupKind::text) {
    out.push_back('<');
    return less_than + 1;
  }
  if (kind != MarkupKind::start_tag && kind != MarkupKind::end_tag) return comment_end(html, less_than);
  const TagToken tag = read_tag(html, less_than, kind);
  const Tag name = tag_of(TagName(html, tag).view());
  if (!is_inline(name) || name == Tag::br) end_line(out);
  return kind == MarkupKind::start_tag ? skip_hidden(html, tag.end, name) : tag.end;
}

}  // namespace

void strip_tags(std::string_view utf8, std::string& out) {
  std::size_t position = 0;
  while (position < utf8.size()) {
    const std::size_t less_than = std::min(utf8.find('<', position), utf8.size());
    append_text(utf8.substr(position, less_than - position), out);
    if (less_than == utf8.size()) return;
    position = strip_markup(utf8, less_than, out);
  }
}

}  // namespace pith::html

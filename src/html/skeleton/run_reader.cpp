#include "html/skeleton/run_reader.hpp"

#include <algorithm>

#include "html/attributes.hpp"
#include "html/entities.hpp"
#include "html/skeleton/foreign.hpp"
#include "html/skeleton/nesting.hpp"

namespace pith::html {
namespace {

std::size_t end_tag_end(std::string_view utf8, std::size_t less_than) {
  std::size_t position = less_than + 2;
  while (position < utf8.size() && text::is_ascii_letter(utf8[position])) ++position;
  const bool is_bare = position < utf8.size() && utf8[position] == '>';
  return is_bare ? position + 1 : read_tag(utf8, less_than, MarkupKind::end_tag).end;
}

/// After the end tag.
std::size_t raw_text_element_end(std::string_view utf8, const TagToken& start, Tag tag) {
  const std::size_t end =
      tag == Tag::script ? script_end(utf8, start.end) : raw_text_end(utf8, start.end, name_of(tag));
  return read_tag(utf8, end, MarkupKind::end_tag).end;
}

}  // namespace

void RunReader::read(std::size_t begin, std::size_t end) {
  held_blank_ = {};
  after_block_ = false;
  std::size_t less_than = begin;
  while ((less_than = utf8_.find('<', less_than)) < end) {
    const MarkupKind kind = markup_kind(utf8_, less_than);
    if (kind == MarkupKind::text) {
      ++less_than;
      continue;
    }
    text(begin, less_than);
    less_than = begin = read_markup(less_than, kind);
  }
  text(begin, end);
  pass_blank(false);
}

void RunReader::text(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  const std::string_view source = utf8_.substr(begin, end - begin);
  if (after_block_ && std::all_of(source.begin(), source.end(), text::is_ascii_space)) {
    held_blank_ = source;
    return;
  }
  pass_blank(false);
  builder_.text(decoded(source, ReferencePlace::text));
}

std::string_view RunReader::decoded(std::string_view source, ReferencePlace place) {
  const bool is_as_written = is_plain_ && source.find('&') == std::string_view::npos;
  return is_as_written ? source : decode_references(source, place, page_.storage);
}

void RunReader::pass_blank(bool before_block) {
  if (!held_blank_.empty() && !before_block)
    builder_.text(held_blank_.find_first_of("\r\n") < held_blank_.size() ? "\n" : " ");
  held_blank_ = {};
  after_block_ = before_block;
}

/// Where reading goes on.
std::size_t RunReader::read_markup(std::size_t less_than, MarkupKind kind) {
  if (kind == MarkupKind::start_tag) return read_start_tag(less_than);
  if (kind != MarkupKind::end_tag) return comment_end(utf8_, less_than);
  if (!builder_.is_muted()) pass_blank(ends_paragraph(builder_.innermost(), TableParts::counted));
  builder_.close();
  return end_tag_end(utf8_, less_than);
}

std::size_t RunReader::read_start_tag(std::size_t less_than) {
  const std::size_t name_end = tag_name_end(utf8_, less_than + 1);
  const Tag tag = tag_of(utf8_.substr(less_than + 1, name_end - less_than - 1));
  const bool has_content = !is_void({tag, 0, false});
  const bool is_raw = is_raw_text(tag);
  if (tag == Tag::svg || is_raw || (!has_content && is_ignored(tag))) return read_closed_element(less_than, tag);
  pass_blank(ends_paragraph(tag, TableParts::ignored));
  builder_.open(tag);
  const std::size_t end = builder_.takes_attributes() ? read_attributes(name_end, tag) : tag_end(name_end);
  if (!has_content) builder_.close();
  return end;
}

/// Elements whose content is nothing to look into, or that have none and are not shown.
std::size_t RunReader::read_closed_element(std::size_t less_than, Tag tag) {
  const TagToken token = read_tag(utf8_, less_than, MarkupKind::start_tag);
  const bool is_raw = is_raw_text(tag);
  if (tag == Tag::svg || (is_raw && is_kept_empty(tag))) {
    pass_blank(ends_paragraph(tag, TableParts::ignored));
    builder_.open(tag);
    static_cast<void>(read_attributes(token.name_end, tag));
    builder_.close();
  }
  if (is_raw) return raw_text_element_end(utf8_, token, tag);
  return tag == Tag::svg && !token.self_closing ? plain_island_end(utf8_, token.end, ForeignLanguage::svg) : token.end;
}

std::size_t RunReader::tag_end(std::size_t name_end) const noexcept {
  std::size_t position = name_end;
  AttributeToken attribute;
  while (next_attribute(utf8_, position, attribute)) {
  }
  return position + 1;
}

std::size_t RunReader::read_attributes(std::size_t name_end, Tag tag) {
  std::size_t position = name_end;
  AttributeToken attribute;
  while (next_attribute(utf8_, position, attribute)) {
    const auto name = attribute_of(tag == Tag::svg ? local_name(attribute.name) : attribute.name);
    if (!name) continue;
    builder_.attribute(*name, decoded(attribute.value, ReferencePlace::attribute));
  }
  return position + 1;
}

}  // namespace pith::html

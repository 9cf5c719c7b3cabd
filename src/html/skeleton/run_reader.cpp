#include "html/skeleton/run_reader.hpp"

#include <algorithm>

#include "html/entities.hpp"
#include "html/skeleton/nesting.hpp"

namespace pith::html {

void RunReader::read(std::size_t begin, std::size_t end) {
  held_blank_ = {};
  after_block_ = false;
  next_note_ = notes_.first_from(begin, next_note_);
  for (; next_note_ < notes_.size() && notes_[next_note_].begin < end; ++next_note_) {
    text(begin, notes_[next_note_].begin);
    read_markup(next_note_);
    begin = notes_[next_note_].end;
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
    builder_.text(held_blank_.find_first_of("\r\n") < held_blank_.size() ? "\n" : held_blank_);
  held_blank_ = {};
  after_block_ = before_block;
}

void RunReader::read_markup(std::size_t note) {
  const MarkupKind kind = notes_[note].kind;
  if (kind == MarkupKind::start_tag) return read_start_tag(note);
  if (kind != MarkupKind::end_tag) return;
  if (!builder_.is_muted()) pass_blank(ends_paragraph(builder_.innermost(), TableParts::counted));
  builder_.close();
}

void RunReader::read_start_tag(std::size_t note) {
  const Tag tag = notes_[note].tag;
  // Nobody looks into them: the note ends where they do.
  const bool is_closed = tag == Tag::svg || tag == Tag::select || is_raw_text(tag);
  const bool has_content = !is_closed && !is_void({tag, 0, false});
  if (!has_content && !is_kept_empty(tag) && (is_closed || is_ignored(tag))) return;
  pass_blank(ends_paragraph(tag, TableParts::ignored));
  builder_.open(tag);
  if (builder_.takes_attributes()) read_attributes(note);
  if (!has_content) builder_.close();
}

void RunReader::read_attributes(std::size_t note) {
  for (const AttributeNote& attribute : notes_.attributes_of(note)) {
    const std::string_view value = utf8_.substr(attribute.begin, attribute.end - attribute.begin);
    builder_.attribute(attribute.name, decoded(value, ReferencePlace::attribute));
  }
}

}  // namespace pith::html

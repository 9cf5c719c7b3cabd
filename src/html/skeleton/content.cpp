#include <algorithm>

#include "html/attributes.hpp"
#include "html/entities.hpp"
#include "html/skeleton/foreign.hpp"
#include "html/skeleton/options.hpp"
#include "html/skeleton/writer.hpp"

namespace pith::html {

namespace {

/// Raw text of which nothing comes into the page.
bool is_never_read(Tag tag) noexcept {
  return tag == Tag::iframe || tag == Tag::style;
}

}  // namespace

void SkeletonWriter::raw_text() {
  // A table may move a title out of it; in a template it hangs on what else stands there whether it is one.
  const bool may_be_none = out_.nesting.moves_content() || out_.nesting.is_open(Tag::template_);
  if (element_.tag == Tag::title && may_be_none) return give_up();
  const std::size_t content = tag_.end;
  const std::string_view name = out_.name.empty() ? name_of(element_.tag) : std::string_view(out_.name);
  const std::size_t content_end = raw_content_end(utf8_, content, name);
  TagToken end;
  if (content_end < utf8_.size()) {
    end = read_tag(utf8_, content_end, MarkupKind::end_tag);
  } else if (is_never_read(element_.tag)) {
    end = {.end = content_end, .complete = true};  // it takes the rest of the page with it
  }
  // A NUL shows in a title as U+FFFD.
  const bool has_nul = has_nul_ && utf8_.substr(content, content_end - content).find('\0') != std::string_view::npos;
  if (!end.complete || has_nul) return bail();
  out_.notes.close(end.end);
  if (element_.tag == Tag::xmp) return verbatim_element(end.end);
  const std::size_t begin = position_;
  set_raw_text_aside(utf8_.substr(content, content_end - content));
  const bool is_head_data = element_.tag == Tag::script || element_.tag == Tag::style || element_.tag == Tag::title;
  position_ = end.end;
  if (is_head_data && may_leave_out_head_data()) {
    leave_out();
    return;
  }
  const std::size_t depth = out_.nesting.depth();
  const bool folds = element_.tag == Tag::iframe && may_fold_here();
  if (!is_head_data && !out_.nesting.start(element_, false, 0)) return leave_out_tag();
  pass_blank(false);
  if (folds && out_.nesting.depth() == depth + 1) {
    static_cast<void>(out_.nesting.end(element_));
    return fold(place_before(begin));
  }
  if (!is_head_data && element_.tag != Tag::textarea) out_.folding.give_up();
  write_start_tag();
  out_.html += "></";
  out_.html += written_name();
  out_.html += '>';
  if (!is_head_data) static_cast<void>(out_.nesting.end(element_));
  is_head_data ? note_tag() : note_start(element_.tag);
  began_ = true;
  left_out_ = false;
}

/// In tables it parts text from text; before the doctype it means that there is none. In a <noscript> of the head,
/// <base>, <script> and <title> end that one.
bool SkeletonWriter::may_leave_out_head_data() const noexcept {
  const bool ends_noscript = !in_body_ && out_.nesting.is_open(Tag::noscript) && element_.tag != Tag::meta &&
                             element_.tag != Tag::link && element_.tag != Tag::style;
  return began_ && !in_table() && !ends_noscript && ends_with_ != Tail::preformatted_tag;
}

void SkeletonWriter::set_raw_text_aside(std::string_view content) {
  if (element_.tag == Tag::title) set_aside_in_table_ = set_aside_in_table_ || in_table();
  if (element_.tag == Tag::title && page_.title.empty()) {
    page_.title = decode_references(content, ReferencePlace::text, page_.storage);
  }
  if (element_.tag != Tag::script || content.empty()) return;
  out_.named.clear();
  if (tag_.attribute_count > 0) name_attributes(utf8_, tag_, page_.storage, out_.named);
  set_script_aside(out_.named, content, page_);
}

void SkeletonWriter::head_element() {
  if (out_.nesting.moves_content()) return give_up();
  name_attributes(utf8_, tag_, page_.storage, out_.named);
  set_aside(element_.tag, out_.named, page_);
  set_aside_in_table_ = set_aside_in_table_ || in_table();
  position_ = tag_.end;
  if (may_leave_out_head_data()) {
    leave_out();
    return;
  }
  pass_blank(false);
  write_start_tag();
  out_.html += '>';
  note_tag();
  began_ = true;
  left_out_ = false;
}

void SkeletonWriter::foreign() {
  if (tag_.self_closing) return ordinary_start_tag();
  const bool is_svg = element_.tag == Tag::svg;
  const std::size_t end = plain_island_end(utf8_, tag_.end, is_svg ? ForeignLanguage::svg : ForeignLanguage::math);
  if (end == std::string_view::npos) return bail();
  if (!is_svg) return verbatim_element(end);
  out_.notes.close(end);
  pass_blank(false);
  const std::size_t begin = position_;
  position_ = end;
  if (may_fold_here()) return fold(place_before(begin));
  static_cast<void>(out_.nesting.start(element_, true, 0));  // it may reopen formatting
  out_.folding.give_up();
  write_start_tag();
  out_.html += "></svg>";
  note_start(element_.tag);
}

/// One with options alone is to the parser what an empty one is. False: nothing was done.
bool SkeletonWriter::plain_select() {
  if (has_nul_ || maybe_in_select_ || !out_.nesting.takes_inline()) return false;
  const std::size_t end = plain_select_end(utf8_, tag_.end);
  if (end == std::string_view::npos) return false;
  out_.notes.close(end);
  pass_blank(false);
  const std::size_t begin = position_;
  position_ = end;
  if (may_fold_here()) {
    fold(place_before(begin));
    return true;
  }
  out_.folding.give_up();
  write_start_tag();
  out_.html += "></select>";
  note_start(element_.tag);
  maybe_in_select_ = false;
  return true;
}

/// As written, up to `end`, which closes it.
void SkeletonWriter::verbatim_element(std::size_t end) {
  if (may_hold_run_numbers(utf8_.substr(tag_.end, end - tag_.end))) return bail();
  if (out_.nesting.start(element_, true, 0) && element_.tag == Tag::xmp) static_cast<void>(out_.nesting.end(element_));
  pass_blank(false);
  out_.folding.give_up();
  append(position_, end);
  position_ = end;
  note_start(element_.tag);
}

}  // namespace pith::html

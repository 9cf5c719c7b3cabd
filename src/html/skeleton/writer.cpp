#include "html/skeleton/writer.hpp"

#include <algorithm>

#include "html/entities.hpp"
#include "html/skeleton/skeleton.hpp"
#include "html/skeleton/verbatim.hpp"

namespace pith::html {
namespace {

/// Whether a character reference at the start of `text` is white space.
bool starts_with_blank_reference(std::string_view text) noexcept {
  if (text.empty() || text.front() != '&') return false;
  const CharacterReference reference = read_reference(text, ReferencePlace::text);
  return reference.length != 0 && reference.first < 0x80 && text::is_ascii_space(static_cast<char>(reference.first));
}

std::size_t next_markup(std::string_view html, std::size_t position) noexcept {
  while ((position = next_less_than(html, position)) != std::string_view::npos) {
    if (markup_kind(html, position) != MarkupKind::text) return position;
    ++position;
  }
  return html.size();
}

}  // namespace

std::size_t SkeletonWriter::write() {
  while (position_ < utf8_.size() && !bailed_ && !is_full()) step();
  pass_blank(false);
  if (!bailed_ && position_ < utf8_.size()) leave_out_rest();
  if (bailed_ && out_.nesting.is_open(Tag::form)) part_from_tag();  // the rest may begin with what the parser ignores
  // The parser compares formatting elements by all attributes: hashes must not stand beside what they stand for. And it
  // moves head data out of tables, to before what was set aside of them.
  return bailed_ && (hashed_ || set_aside_in_table_) ? 0 : position_;
}

/// Whether the tags so far take as much memory as a page is worth: some hundred bytes for each block that is read of
/// it.
bool SkeletonWriter::is_full() const noexcept {
  constexpr std::uint64_t bytes_of_a_block = 384;
  constexpr std::uint64_t free_bytes = std::uint64_t{12} << 20U;
  constexpr std::uint64_t parser_bytes_per_byte = 20;  // of the skeleton; half of it for the tree, the rest for names
  const std::uint64_t taken = out_.notes.bytes() + parser_bytes_per_byte * out_.html.size();
  return taken > free_bytes + bytes_of_a_block * max_blocks_;
}

void SkeletonWriter::leave_out_rest() {
  while ((position_ = next_markup(utf8_, position_)) < utf8_.size()) {
    const std::size_t name = ++position_;
    const Tag tag = tag_of(utf8_.substr(name, tag_name_end(utf8_, name) - name));
    if (tag != Tag::unknown && !page::is_inline(tag)) ++out_.left_out;
  }
}

void SkeletonWriter::step() {
  const std::size_t markup = next_markup(utf8_, position_);
  if (markup > position_) text(position_, markup);
  position_ = markup;
  if (markup == utf8_.size()) return;
  const MarkupKind kind = markup_kind(utf8_, markup);
  switch (kind) {
    case MarkupKind::doctype:
      doctype();
      break;
    case MarkupKind::comment:
    case MarkupKind::cdata:
      position_ = comment_end(utf8_, markup);
      out_.notes.pass(markup, position_);
      if (utf8_.substr(markup, 3) != "</>") leave_out();  // of which parsers make nothing at all
      break;
    case MarkupKind::start_tag:
      read_tag_at(kind);
      tag_.complete ? start_tag() : static_cast<void>(position_ = utf8_.size());
      break;
    case MarkupKind::end_tag:
      read_tag_at(kind);
      tag_.complete ? end_tag() : static_cast<void>(position_ = utf8_.size());
      break;
    case MarkupKind::text:
      break;
  }
}

void SkeletonWriter::doctype() {
  const std::size_t begin = position_;
  position_ = comment_end(utf8_, begin);
  out_.notes.pass(begin, position_);
  pass_blank(false);
  append(begin, position_);
  // To the parser, text goes on after one that it ignores.
  began_ ? static_cast<void>(ends_with_ = Tail::tag) : note_tag();
}

void SkeletonWriter::read_tag_at(MarkupKind kind) {
  tag_ = out_.notes.read(utf8_, position_, kind);
  const std::string_view name = written_name();
  const ElementName* const innermost = kind == MarkupKind::end_tag ? out_.folding.innermost(name) : nullptr;
  if (innermost != nullptr) {
    element_ = *innermost;
    return;
  }
  out_.name.clear();
  element_ = {.tag = kind == MarkupKind::start_tag ? out_.notes.last().tag : tag_of(name)};
  if (element_.tag != Tag::unknown && element_.tag != Tag::custom) return;
  if (kind == MarkupKind::start_tag && name.starts_with(paper_prefix)) out_.notes.note_name(name.size());
  out_.name.assign(name);
  std::transform(name.begin(), name.end(), out_.name.begin(), text::to_lower_ascii);
  element_ = element_name(out_.name);
}

// Text.

void SkeletonWriter::text(std::size_t begin, std::size_t end) {
  // In tables it counts whether a run is all white space, and after <pre> whether it begins with a newline.
  const bool splits = in_table() || ends_with_ == Tail::preformatted_tag;
  if (left_out_ && splits && (ends_with_ != Tail::tag || !held_blank_.empty())) {
    pass_blank(false);
    out_.html += "<!---->";
    note_tag();
  }
  if (ends_with_ == Tail::preformatted_tag) begin = newline_of_preformatted(begin, end);
  std::size_t position = begin;
  while (position < end) {
    const std::size_t nul = has_nul_ ? utf8_.find('\0', position) : std::string_view::npos;
    const std::size_t piece_end = std::min(nul, end);
    if (piece_end > position) text_piece(position, piece_end);
    position = piece_end;
    if (position == end) break;
    pass_blank(false);
    out_.html += '\0';  // for all in a row: parsers ignore them one by one
    ends_with_ = Tail::text;
    while (position < end && utf8_[position] == '\0') ++position;
  }
  left_out_ = false;
}

/// Parsers drop a newline after <pre>: it is left for Gumbo to see.
std::size_t SkeletonWriter::newline_of_preformatted(std::size_t begin, std::size_t end) {
  std::size_t size = 0;
  if (utf8_[begin] == '\n' || utf8_[begin] == '\r') size = utf8_.substr(begin, 2) == "\r\n" ? 2 : 1;
  const std::string_view text = utf8_.substr(begin, end - begin);
  if (starts_with_blank_reference(text)) size = read_reference(text, ReferencePlace::text).length;
  pass_blank(false);
  append(begin, begin + size);
  return begin + size;
}

void SkeletonWriter::text_piece(std::size_t begin, std::size_t end) {
  std::size_t black = begin;
  while (black < end && text::is_ascii_space(utf8_[black])) ++black;
  if (black == end) return blank(begin, end);
  if (!in_body_ || in_table()) {
    const bool stays_outside = !in_body_ || columns_;
    if (black > begin && stays_outside) blank(begin, black);
    if (!stays_outside) black = begin;
    const std::string_view rest = utf8_.substr(black, end - black);
    if (starts_with_blank_reference(rest.substr(rest.find_first_not_of(" \t\n\r\f"))) && !may_hold_run_numbers(rest)) {
      pass_blank(false);
      append(black, end);
      ends_with_ = Tail::text;
      return;
    }
    begin = black;
  }
  run(begin, end);
}

void SkeletonWriter::blank(std::size_t begin, std::size_t end) {
  if (ends_with_ == Tail::blank && left_out_ && !in_table()) return;
  if (preformatted_ != 0) {
    append(begin, end);
  } else {
    // As it is, where it may be the indentation of code that stands outside of <pre>.
    const std::string_view space = utf8_.substr(begin, end - begin);
    const bool breaks = std::any_of(space.begin(), space.end(), [](char c) { return c == '\n' || c == '\r'; });
    const std::string_view written = breaks ? "\n" : space;
    if (after_block_ && in_body_ && !out_.nesting.reopens()) {
      held_blank_ = written;
      held_blank_end_ = end;
      return;
    }
    if (goes_on_with_run() && in_body_ && !in_table()) {
      out_.runs.back().end = static_cast<std::uint32_t>(end);
      return;
    }
    out_.html += written;
  }
  ends_with_ = Tail::blank;
  out_.nesting.text();
}

/// White space between the tags of blocks is not shown, and costs the parser a node. It has been held back after such
/// a tag until now.
void SkeletonWriter::pass_blank(bool before_block) {
  if (!held_blank_.empty() && !before_block) {
    if (goes_on_with_run() && !in_table()) {
      out_.runs.back().end = static_cast<std::uint32_t>(held_blank_end_);
    } else {
      out_.html += held_blank_;
    }
  }
  held_blank_ = {};
  after_block_ = before_block;
}

void SkeletonWriter::run(std::size_t begin, std::size_t end) {
  pass_blank(false);
  if (goes_on_with_run()) {
    out_.runs.back().end = static_cast<std::uint32_t>(end);
  } else {
    append_run_number(static_cast<std::uint32_t>(out_.runs.size()), out_.html);
    out_.runs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    run_end_ = out_.html.size();
  }
  ends_with_ = Tail::text;
  began_ = true;
  if (!in_body_) enter_body();
  out_.nesting.text();
}

void SkeletonWriter::enter_body() {
  if (out_.nesting.is_open(Tag::template_)) return;
  in_body_ = true;
  out_.nesting.enter_body();
}

namespace {

void clear(Skeleton& out, const Limits& limits) {
  out.html.clear();
  out.runs.clear();
  out.tags.clear();
  out.notes.clear();
  out.flattened = 0;
  out.left_out = 0;
  out.has_unparsed_text = false;
  out.raw_text_ends.clear();
  out.nesting.reset(limits.max_depth);
  out.folding.reset();
}

void forget_head(Page& page) {
  page.title = page.base_url = page.canonical_url = {};
  page.meta.clear();
  page.links.clear();
  page.style_sheets.clear();
  page.json_ld.clear();
  page.scripts.clear();
}

}  // namespace

bool write_skeleton(std::string_view utf8, const Limits& limits, HtmlReading reading, Page& page, Skeleton& out) {
  clear(out, limits);
  forget_head(page);
  out.notes.reserve(utf8.size());
  std::size_t covered = reading == HtmlReading::plain ? 0 : SkeletonWriter(utf8, limits, page, out).write();
  // What stands for runs must not be mixed with the page's own characters.
  if (covered < utf8.size() && !out.runs.empty() && may_hold_run_numbers(utf8.substr(covered))) covered = 0;
  const auto append_all = [&] {
    clear(out, limits);
    forget_head(page);
    return append_verbatim(utf8, 0, out);
  };
  Verbatim rest = covered == 0 ? append_all() : append_verbatim(utf8, covered, out);
  if (rest.has_frameset && covered != 0) rest = append_all();
  out.flattened = out.nesting.dropped();
  return rest.is_affordable;
}

}  // namespace pith::html

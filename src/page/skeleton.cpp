#include "page/skeleton.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "page/entities.hpp"
#include "page/foreign.hpp"
#include "page/inline_run.hpp"
#include "page/raw_attributes.hpp"
#include "page/verbatim.hpp"

namespace pith::page {
namespace {

/// What the skeleton ends with, as far as text cares.
enum class Last : std::uint8_t { tag, preformatted_tag, text, blank };

/// Content that the tokenizer does not look into, but for the end tag.
bool is_raw_text(Tag tag, std::string_view name) noexcept {
  return tag == Tag::script || tag == Tag::style || tag == Tag::xmp || tag == Tag::iframe || tag == Tag::noframes ||
         tag == Tag::title || tag == Tag::textarea || name == "noembed";
}

/// Tags after which only the parser knows where it is.
bool is_uncertain(std::string_view name) noexcept {
  return name == "plaintext" || name == "isindex";
}

/// Tags that <select> ignores, and with them that what follows has rules of its own.
bool is_uncertain_in_select(Tag tag, std::string_view name) noexcept {
  return (is_raw_text(tag, name) && tag != Tag::script && tag != Tag::textarea) || tag == Tag::template_ ||
         tag == Tag::svg || tag == Tag::math || tag == Tag::meta || tag == Tag::link || tag == Tag::base;
}

/// Whether white space beside its tags is not shown. The parser may ignore some of the others, and takes all unknown
/// elements for one.
bool parts_text(Tag tag, bool in_table) noexcept {
  if (tag == Tag::html || tag == Tag::body || tag == Tag::form || tag <= Tag::unknown || tag == Tag::custom)
    return false;
  const bool table_part = tag >= Tag::caption && tag <= Tag::col;
  return !is_inline(tag) && !is_ignored(tag) && (in_table || !table_part);
}

bool is_preformatted(Tag tag) noexcept {
  return tag == Tag::pre || tag == Tag::listing;
}

/// Whether a character reference at the start of `text` is white space.
bool starts_with_blank_reference(std::string_view text) noexcept {
  if (text.empty() || text.front() != '&') return false;
  const CharacterReference reference = read_reference(text, ReferencePlace::text);
  return reference.length != 0 && reference.first < 0x80 && is_white_space(static_cast<char>(reference.first));
}

class SkeletonWriter {
 public:
  SkeletonWriter(std::string_view utf8, Page& page, Skeleton& out) : utf8_(utf8), page_(page), out_(out) {}

  /// Where the rest begins that the skeleton does not cover: utf8.size() when there is none, 0 for all of the page.
  std::size_t write() {
    while (position_ < utf8_.size() && !bailed_) step();
    pass_blank(false);
    // The parser compares formatting elements by all attributes: hashes must not stand beside what they stand for.
    return bailed_ && hashed_ ? 0 : position_;
  }

 private:
  void step();
  void text(std::size_t begin, std::size_t end);
  void text_piece(std::size_t begin, std::size_t end);
  void blank(std::size_t begin, std::size_t end);
  void pass_blank(bool before_block);
  void run(std::size_t begin, std::size_t end);
  [[nodiscard]] std::size_t newline_of_preformatted(std::size_t begin, std::size_t end);
  void start_tag();
  [[nodiscard]] bool fold_inline_run();
  void part_from_form_end();
  void ordinary_start_tag();
  void end_tag();
  void raw_text();
  void set_raw_text_aside(std::string_view content);
  void head_element();
  void foreign();
  void verbatim_element(std::size_t end);
  void note_start(Tag tag);
  void write_start_tag();
  void write_parser_attributes();
  void read_tag_at(MarkupKind kind);
  void keep_attributes();
  void append(std::size_t begin, std::size_t end) { out_.html.append(utf8_, begin, end - begin); }
  void bail() { bailed_ = true; }
  /// For pages of frames: whether there is a body at all hangs on what was left out.
  void give_up() {
    bailed_ = true;
    position_ = 0;
  }
  [[nodiscard]] bool in_table() const noexcept { return tables_ != 0; }
  [[nodiscard]] std::string_view written_name() const noexcept {
    return utf8_.substr(tag_.name_begin, tag_.name_end - tag_.name_begin);
  }

  std::string_view utf8_;
  Page& page_;
  Skeleton& out_;
  std::size_t position_ = 0;
  TagToken tag_;
  ElementName element_;
  std::uint32_t tables_ = 0;        // start tags seen without end tag
  std::uint32_t preformatted_ = 0;  // the same
  Last last_ = Last::tag;
  bool after_block_ = false;  // the skeleton ends with a tag of a block
  char held_blank_ = 0;       // white space that may still have to be written
  bool left_out_ = false;     // something between the end of the skeleton and position_
  bool began_ = false;        // a tag or text was written: no doctype counts any more
  bool in_body_ = false;      // white space no longer has rules of its own
  bool columns_ = false;      // a <colgroup> was seen, which keeps white space
  bool maybe_in_select_ = false;
  bool hashed_ = false;  // formatting elements have a hash for their attributes
  bool bailed_ = false;
  std::size_t element_end_ = 0;  // of the last inline run: one past its last element
  std::size_t tried_until_ = 0;  // no inline run that begins before here can be folded
};

std::size_t next_markup(std::string_view html, std::size_t position) noexcept {
  while ((position = html.find('<', position)) != std::string_view::npos) {
    if (markup_kind(html, position) != MarkupKind::text) return position;
    ++position;
  }
  return html.size();
}

void SkeletonWriter::step() {
  const std::size_t markup = next_markup(utf8_, position_);
  if (markup > position_) text(position_, markup);
  position_ = markup;
  if (markup == utf8_.size()) return;
  const MarkupKind kind = markup_kind(utf8_, markup);
  switch (kind) {
    case MarkupKind::doctype:
      position_ = comment_end(utf8_, markup);
      pass_blank(false);
      append(markup, position_);
      last_ = Last::tag;
      break;
    case MarkupKind::comment:
    case MarkupKind::cdata:
      position_ = comment_end(utf8_, markup);
      left_out_ = true;
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

void SkeletonWriter::read_tag_at(MarkupKind kind) {
  tag_ = read_tag(utf8_, position_, kind);
  const std::string_view name = written_name();
  out_.name.assign(name);
  std::transform(name.begin(), name.end(), out_.name.begin(), to_lower_ascii);
  element_ = element_name(out_.name);
}

// Text.

void SkeletonWriter::text(std::size_t begin, std::size_t end) {
  // In tables it counts whether a run is all white space, and after <pre> whether it begins with a newline.
  const bool splits = in_table() || last_ == Last::preformatted_tag;
  if (left_out_ && splits && (last_ != Last::tag || held_blank_ != 0)) {
    pass_blank(false);
    out_.html += "<!---->";
    last_ = Last::tag;
  }
  if (last_ == Last::preformatted_tag) begin = newline_of_preformatted(begin, end);
  std::size_t position = begin;
  while (position < end) {
    const auto* const nul = static_cast<const char*>(std::memchr(utf8_.data() + position, 0, end - position));
    const std::size_t piece_end = nul == nullptr ? end : static_cast<std::size_t>(nul - utf8_.data());
    if (piece_end > position) text_piece(position, piece_end);
    position = piece_end;
    if (nul == nullptr) break;
    pass_blank(false);
    out_.html += '\0';  // for all in a row: parsers ignore them one by one
    while (position < end && utf8_[position] == '\0') ++position;
  }
  left_out_ = false;
}

/// Parsers drop a newline behind <pre>: it is left for Gumbo to see.
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
  while (black < end && is_white_space(utf8_[black])) ++black;
  if (black == end) return blank(begin, end);
  if (!in_body_ || in_table()) {
    const bool stays_behind = !in_body_ || columns_;
    if (black > begin && stays_behind) blank(begin, black);
    if (!stays_behind) black = begin;
    const std::string_view rest = utf8_.substr(black, end - black);
    if (starts_with_blank_reference(rest.substr(rest.find_first_not_of(" \t\n\r\f"))) && !may_hold_run_numbers(rest)) {
      pass_blank(false);
      append(black, end);
      last_ = Last::text;
      return;
    }
    begin = black;
  }
  run(begin, end);
}

void SkeletonWriter::blank(std::size_t begin, std::size_t end) {
  if (last_ == Last::blank && left_out_ && !in_table()) return;
  if (preformatted_ != 0) {
    append(begin, end);
  } else {
    const bool breaks = utf8_.substr(begin, end - begin).find_first_of("\r\n") != std::string_view::npos;
    const char written = breaks ? '\n' : ' ';
    if (after_block_ && in_body_ && !out_.nesting.reopens()) {
      held_blank_ = written;
      return;
    }
    out_.html += written;
  }
  last_ = Last::blank;
  out_.nesting.text();
}

/// White space between the tags of blocks is not shown, and costs the parser a node. It has been held back behind such
/// a tag until now.
void SkeletonWriter::pass_blank(bool before_block) {
  if (held_blank_ != 0 && !before_block) {
    out_.html += held_blank_;
    out_.nesting.text();
  }
  held_blank_ = 0;
  after_block_ = before_block;
}

void SkeletonWriter::run(std::size_t begin, std::size_t end) {
  pass_blank(false);
  append_run_number(static_cast<std::uint32_t>(out_.runs.size()), out_.html);
  out_.runs.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  last_ = Last::text;
  began_ = true;
  in_body_ = in_body_ || !out_.nesting.is_open(Tag::template_);
  out_.nesting.text();
}

// Tags.

void SkeletonWriter::start_tag() {
  const Tag tag = element_.tag;
  // Parsers disagree about a NUL within a tag.
  if (std::memchr(utf8_.data() + position_, 0, tag_.end - position_) != nullptr) return bail();
  if (tag == Tag::frameset) return give_up();
  if (fold_inline_run()) return;
  if (is_uncertain(out_.name) || (maybe_in_select_ && is_uncertain_in_select(tag, out_.name))) return bail();
  if (is_raw_text(tag, out_.name)) return raw_text();
  if (tag == Tag::meta || tag == Tag::link || tag == Tag::base) return head_element();
  if (tag == Tag::svg || tag == Tag::math) return foreign();
  ordinary_start_tag();
}

/// Where text would be inserted as it stands, a whole inline run can stand for it.
bool SkeletonWriter::fold_inline_run() {
  if (position_ < tried_until_ || !in_body_ || maybe_in_select_ || last_ == Last::preformatted_tag) return false;
  if (!(is_plain_inline(element_.tag) || element_.tag == Tag::svg) || !out_.nesting.takes_inline()) return false;
  const InlineRun found = inline_run(utf8_, position_);
  tried_until_ = std::max(found.end, found.examined);
  if (found.end == position_) return false;
  const bool goes_on = last_ == Last::text && !out_.runs.empty() && out_.runs.back().end == position_;
  if (goes_on) {
    out_.runs.back().end = static_cast<std::uint32_t>(found.end);
  } else {
    run(position_, found.end);
  }
  left_out_ = false;
  element_end_ = found.element_end;
  position_ = found.end;
  return true;
}

void SkeletonWriter::ordinary_start_tag() {
  const bool hashed = is_formatting(element_.tag) && element_.tag != Tag::a && tag_.attribute_count != 0;
  const std::uint32_t hash = hashed ? attributes_hash(utf8_, tag_, page_.storage) : 0;
  const std::size_t begin = position_;
  position_ = tag_.end;
  if (!out_.nesting.start(element_, tag_.self_closing, hash)) {
    left_out_ = true;
    return;
  }
  pass_blank(parts_text(element_.tag, out_.nesting.is_open(Tag::table)));
  if (element_.tag == Tag::html || element_.tag == Tag::body) {
    append(begin, tag_.end);  // the parser merges the attributes of several
  } else {
    write_start_tag();
    if (hash != 0) append_hash(hash, out_.html);
    hashed_ = hashed_ || hash != 0;
    if (element_.tag == Tag::input) write_parser_attributes();
    const bool foreign = element_.tag == Tag::svg || element_.tag == Tag::math;
    out_.html += foreign && tag_.self_closing ? "/>" : ">";
  }
  note_start(element_.tag);
}

/// "<name" and, aside, its attributes.
void SkeletonWriter::write_start_tag() {
  const auto place = static_cast<std::uint32_t>(out_.html.size());
  const auto first = static_cast<std::uint32_t>(out_.attributes.size());
  out_.html += '<';
  out_.html += written_name();
  if (tag_.attribute_count == 0 || (is_ignored(element_.tag) && !is_kept_empty(element_.tag))) return;
  keep_attributes();
  const auto count = static_cast<std::uint32_t>(out_.attributes.size()) - first;
  if (count != 0) out_.tags.push_back({place, first, count});
}

void SkeletonWriter::keep_attributes() {
  std::uint64_t seen = 0;  // bits by AttributeName: the first of a name counts
  std::size_t position = tag_.name_end;
  AttributeToken token;
  while (next_attribute(utf8_, position, token)) {
    const auto name = attribute_of_source(element_.tag == Tag::svg ? local_name(token.name) : token.name);
    if (!name) continue;
    const std::uint64_t bit = std::uint64_t{1} << static_cast<unsigned>(*name);
    if ((seen & bit) != 0) continue;
    seen |= bit;
    const std::size_t begin = token.value.empty() ? 0 : static_cast<std::size_t>(token.value.data() - utf8_.data());
    out_.attributes.push_back(
        {*name, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + token.value.size())}});
  }
}

/// The one attribute that the tree depends on: in tables, hidden fields stay where they are.
void SkeletonWriter::write_parser_attributes() {
  std::size_t position = tag_.name_end;
  AttributeToken token;
  while (next_attribute(utf8_, position, token)) {
    if (attribute_of_source(token.name) != AttributeName::type) continue;
    constexpr std::string_view hidden = "hidden";
    const std::string_view value = decode_references(token.value, ReferencePlace::attribute, page_.storage);
    if (std::equal(value.begin(), value.end(), hidden.begin(), hidden.end(),
                   [](char letter, char wanted) { return to_lower_ascii(letter) == wanted; })) {
      out_.html += " type=hidden";
    }
    return;
  }
}

void SkeletonWriter::note_start(Tag tag) {
  began_ = true;
  left_out_ = false;
  last_ = is_preformatted(tag) ? Last::preformatted_tag : Last::tag;
  if (tag == Tag::select) maybe_in_select_ = true;
  if (tag == Tag::table) ++tables_;
  if (tag == Tag::colgroup) columns_ = true;
  if (is_preformatted(tag)) ++preformatted_;
  const bool may_precede_body = tag == Tag::html || tag == Tag::head || tag == Tag::noscript || tag == Tag::template_;
  in_body_ = in_body_ || (!may_precede_body && !out_.nesting.is_open(Tag::template_));
}

void SkeletonWriter::end_tag() {
  position_ = tag_.end;
  const Tag tag = element_.tag;
  if (tag == Tag::select) maybe_in_select_ = false;
  if (tag == Tag::table && tables_ != 0) --tables_;
  if (is_preformatted(tag) && preformatted_ != 0) --preformatted_;
  const bool was_open = out_.nesting.is_open(tag);
  if (!out_.nesting.end(element_)) {
    left_out_ = true;
    return;
  }
  pass_blank(was_open && parts_text(tag, true));
  if (tag == Tag::form) part_from_form_end();
  out_.html += "</";
  out_.html += written_name();
  out_.html += '>';
  left_out_ = false;
  last_ = Last::tag;
  began_ = true;
}

/// Gumbo 0.10 puts text right before </form> behind the form, but not elements: a comment parts them.
void SkeletonWriter::part_from_form_end() {
  if (last_ != Last::text || out_.runs.empty() || element_end_ <= out_.runs.back().begin) return;
  const std::size_t end = out_.runs.back().end;
  out_.runs.back().end = static_cast<std::uint32_t>(element_end_);
  out_.html += "<!---->";
  const std::string_view rest = utf8_.substr(element_end_, end - element_end_);
  if (!std::all_of(rest.begin(), rest.end(), is_white_space)) run(element_end_, end);
}

// Elements whose content is not markup.

void SkeletonWriter::raw_text() {
  const std::size_t content = tag_.end;
  const std::size_t content_end =
      element_.tag == Tag::script ? script_end(utf8_, content) : raw_text_end(utf8_, content, out_.name);
  if (content_end == utf8_.size()) return bail();
  const TagToken end = read_tag(utf8_, content_end, MarkupKind::end_tag);
  // A NUL shows in a title as U+FFFD.
  const bool has_nul = utf8_.substr(content, content_end - content).find('\0') != std::string_view::npos;
  if (!end.complete || has_nul) return bail();
  if (element_.tag == Tag::xmp) return verbatim_element(end.end);
  set_raw_text_aside(utf8_.substr(content, content_end - content));
  const bool is_head_data = element_.tag == Tag::script || element_.tag == Tag::style || element_.tag == Tag::title;
  position_ = end.end;
  // In tables they part text from text; before the doctype they mean that there is none.
  if (is_head_data && began_ && !in_table() && last_ != Last::preformatted_tag) {
    left_out_ = true;
    return;
  }
  if (!is_head_data && !out_.nesting.start(element_, false, 0)) {
    left_out_ = true;
    return;
  }
  pass_blank(false);
  write_start_tag();
  out_.html += "></";
  out_.html += written_name();
  out_.html += '>';
  if (!is_head_data) static_cast<void>(out_.nesting.end(element_));
  is_head_data ? static_cast<void>(last_ = Last::tag) : note_start(element_.tag);
  began_ = true;
  left_out_ = false;
}

void SkeletonWriter::set_raw_text_aside(std::string_view content) {
  if (element_.tag == Tag::title && page_.title.empty()) {
    page_.title = decode_references(content, ReferencePlace::text, page_.storage);
  }
  if (element_.tag != Tag::script || tag_.attribute_count == 0) return;
  name_attributes(utf8_, tag_, page_.storage, out_.named);
  if (is_json_ld(out_.named)) page_.json_ld.push_back(content);
}

void SkeletonWriter::head_element() {
  name_attributes(utf8_, tag_, page_.storage, out_.named);
  set_aside(element_.tag, out_.named, page_);
  position_ = tag_.end;
  if (began_ && !in_table() && last_ != Last::preformatted_tag) {
    left_out_ = true;
    return;
  }
  pass_blank(false);
  write_start_tag();
  out_.html += '>';
  last_ = Last::tag;
  began_ = true;
  left_out_ = false;
}

void SkeletonWriter::foreign() {
  if (tag_.self_closing) return ordinary_start_tag();
  const bool is_svg = element_.tag == Tag::svg;
  const std::size_t end = plain_island_end(utf8_, tag_.end, is_svg ? ForeignLanguage::svg : ForeignLanguage::math);
  if (end == std::string_view::npos) return bail();
  if (!is_svg) return verbatim_element(end);
  pass_blank(false);
  write_start_tag();
  out_.html += "></svg>";
  position_ = end;
  note_start(element_.tag);
}

/// As written, up to `end`, which closes it.
void SkeletonWriter::verbatim_element(std::size_t end) {
  if (may_hold_run_numbers(utf8_.substr(tag_.end, end - tag_.end))) return bail();
  if (out_.nesting.start(element_, true, 0) && element_.tag == Tag::xmp) static_cast<void>(out_.nesting.end(element_));
  pass_blank(false);
  append(position_, end);
  position_ = end;
  note_start(element_.tag);
}

void clear(Skeleton& out, const Limits& limits) {
  out.html.clear();
  out.runs.clear();
  out.attributes.clear();
  out.tags.clear();
  out.flattened = 0;
  out.nesting.reset(limits.max_depth);
}

void forget_head(Page& page) {
  page.title = page.base_url = page.canonical_url = {};
  page.meta.clear();
  page.json_ld.clear();
}

}  // namespace

bool write_skeleton(std::string_view utf8, const Limits& limits, HtmlReading reading, Page& page, Skeleton& out) {
  clear(out, limits);
  std::size_t covered = reading == HtmlReading::plain ? 0 : SkeletonWriter(utf8, page, out).write();
  // What stands for runs must not be mixed with the page's own characters.
  if (covered < utf8.size() && !out.runs.empty() && may_hold_run_numbers(utf8.substr(covered))) covered = 0;
  if (covered == 0) {
    clear(out, limits);
    forget_head(page);
  }
  const bool affordable = append_verbatim(utf8, covered, out);
  out.flattened = out.nesting.dropped();
  return affordable;
}

}  // namespace pith::page

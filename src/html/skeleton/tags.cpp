#include <algorithm>

#include "html/attributes.hpp"
#include "html/entities.hpp"
#include "html/skeleton/inline_run.hpp"
#include "html/skeleton/nesting_rules.hpp"
#include "html/skeleton/writer.hpp"

namespace pith::html {
namespace {

/// Content that the tokenizer does not look into, but for the end tag.
bool is_raw_text(Tag tag, std::string_view name) noexcept {
  return is_raw_text(tag) || name == "noembed";
}

/// Tags after which only the parser knows where it is.
bool is_uncertain(std::string_view name) noexcept {
  return name == "plaintext" || name == "isindex" || name == "menuitem" || name == "dir";
}

/// Tags that <select> ignores, and with them that what follows has rules of its own.
bool is_uncertain_in_select(Tag tag, std::string_view name) noexcept {
  return (is_raw_text(tag, name) && tag != Tag::script && tag != Tag::textarea) || tag == Tag::template_ ||
         tag == Tag::svg || tag == Tag::math || tag == Tag::meta || tag == Tag::link || tag == Tag::base;
}

}  // namespace

void SkeletonWriter::start_tag() {
  const Tag tag = element_.tag;
  // Parsers disagree about a NUL within a tag.
  if (has_nul_ && utf8_.substr(position_, tag_.end - position_).find('\0') != std::string_view::npos) return bail();
  out_.note_start_tag(utf8_, {tag, position_, tag_.end});
  if (tag == Tag::frameset) return give_up();
  // A template that begins as columns do holds nothing else: neither <meta> nor <title>.
  if (tag == Tag::col && out_.nesting.top() == Tag::template_) return give_up();
  if (fold_inline_run()) return;
  if (is_uncertain(out_.name) || (maybe_in_select_ && is_uncertain_in_select(tag, out_.name))) return bail();
  if (is_raw_text(tag, out_.name)) return raw_text();
  if (tag == Tag::meta || tag == Tag::link || tag == Tag::base) return head_element();
  if (tag == Tag::svg || tag == Tag::math) return foreign();
  if (tag == Tag::select && plain_select()) return;
  ordinary_start_tag();
}

/// Where text would be inserted as it stands, a whole inline run can stand for it.
bool SkeletonWriter::fold_inline_run() {
  if (has_nul_ || position_ < tried_until_ || !in_body_ || maybe_in_select_ || ends_with_ == Tail::preformatted_tag)
    return false;
  if (!(nesting_rules::is_plain_inline(element_.tag) || element_.tag == Tag::svg) || !out_.nesting.takes_inline())
    return false;
  const InlineRun found = inline_run(utf8_, tag_, out_.notes, out_.nesting.formatting_room());
  tried_until_ = std::max(found.end, found.examined);
  if (found.end == position_) return false;
  run(position_, found.end);
  left_out_ = false;
  note_inserted(found.element_end);
  position_ = found.end;
  return true;
}

void SkeletonWriter::ordinary_start_tag() {
  const bool hashed = is_formatting(element_.tag) && element_.tag != Tag::a && tag_.attribute_count != 0;
  const std::uint32_t hash = hashed ? attributes_hash(utf8_, tag_, page_.storage) : 0;
  const std::size_t begin = position_;
  position_ = tag_.end;
  const std::size_t depth = out_.nesting.depth();
  const bool has_content = !is_void(element_);
  const bool folds = element_.tag != Tag::select && may_fold_here();  // a plain one was told before
  const bool is_ignored = out_.nesting.ignores(element_.tag);
  if (!out_.nesting.start(element_, tag_.self_closing, hash)) return leave_out_tag();
  pass_blank(
      ends_paragraph(element_.tag, out_.nesting.is_open(Tag::table) ? TableParts::counted : TableParts::ignored));
  if (leaves_text_pending(element_.tag)) part_from_tag();
  if (!folds || out_.nesting.depth() != depth + (has_content ? 1 : 0)) {
    out_.folding.give_up();
  } else if (!has_content) {
    return fold(place_before(begin));
  } else {
    out_.folding.open(element_, written_name(), place_before(begin));
  }
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
  const std::size_t tag_end = tag_end_;
  note_start(element_.tag);
  // To the parser, text goes on after a tag that it ignores.
  if (is_ignored) tag_end_ = tag_end;
}

bool SkeletonWriter::may_fold_here() const noexcept {
  return !has_nul_ && in_body_ && !maybe_in_select_ && preformatted_ == 0 && ends_with_ != Tail::preformatted_tag &&
         may_fold(element_, out_.nesting);
}

SkeletonPlace SkeletonWriter::place_before(std::size_t source) const noexcept {
  return {out_.html.size(), out_.runs.size(), out_.tags.size(), run_end_, tag_end_, source};
}

/// Takes back what was written of the element that ends at position_: it becomes part of a run.
void SkeletonWriter::fold(const SkeletonPlace& place) {
  out_.html.resize(place.html);
  out_.runs.resize(place.runs);
  out_.tags.resize(place.tags);
  run_end_ = place.run_end;
  tag_end_ = place.tag_end;
  held_blank_ = {};
  run(place.source, position_);
  note_inserted(position_);
  left_out_ = false;
  after_block_ = ends_paragraph(element_.tag, TableParts::counted);
}

/// The parser must not see this tag, and no run may hold it.
void SkeletonWriter::leave_out_tag() {
  out_.folding.give_up();
  run_end_ = 0;
  left_out_ = true;
}

/// "<name" and, aside, its attributes.
void SkeletonWriter::write_start_tag() {
  const auto place = static_cast<std::uint32_t>(out_.html.size());
  out_.html += '<';
  out_.html += written_name();
  if (tag_.attribute_count == 0 || (is_ignored(element_.tag) && !is_kept_empty(element_.tag))) return;
  out_.tags.push_back({place, static_cast<std::uint32_t>(out_.notes.size() - 1)});
}

/// The one attribute that the tree depends on: in tables, hidden fields stay where they are.
void SkeletonWriter::write_parser_attributes() {
  std::size_t position = tag_.name_end;
  AttributeToken token;
  while (next_attribute(utf8_, position, token)) {
    if (attribute_of(token.name) != AttributeName::type) continue;
    const std::string_view value = decode_references(token.value, ReferencePlace::attribute, page_.storage);
    if (text::equals_ignoring_case(value, "hidden")) out_.html += " type=hidden";
    return;
  }
}

void SkeletonWriter::note_start(Tag tag) {
  began_ = true;
  left_out_ = false;
  note_tag();
  if (drops_first_newline(tag)) ends_with_ = Tail::preformatted_tag;
  if (tag == Tag::select) maybe_in_select_ = true;
  if (tag == Tag::table) ++tables_;
  if (tag == Tag::colgroup || tag == Tag::col) columns_ = true;
  if (drops_first_newline(tag)) ++preformatted_;
  const bool may_precede_body =
      tag == Tag::html || tag == Tag::head || tag == Tag::noscript || tag == Tag::template_ || tag == Tag::noframes;
  if (!in_body_ && !may_precede_body) enter_body();
}

void SkeletonWriter::end_tag() {
  position_ = tag_.end;
  const Tag tag = element_.tag;
  if (tag == Tag::select) maybe_in_select_ = false;
  if (tag == Tag::table && tables_ != 0) --tables_;
  if (drops_first_newline(tag) && preformatted_ != 0) --preformatted_;
  const bool was_open = out_.nesting.is_open(tag);
  const std::size_t depth = out_.nesting.depth();
  if (!out_.nesting.end(element_)) return leave_out_tag();
  const bool closes = out_.nesting.depth() < depth;  // not where a table stands between the tags
  pass_blank(was_open && closes && ends_paragraph(tag, TableParts::counted));
  SkeletonPlace place;
  if (out_.folding.close(element_, place) && out_.nesting.depth() + 1 == depth && !out_.nesting.reopens()) {
    return fold(place);
  }
  if (tag == Tag::form || leaves_text_pending(tag)) part_from_tag();
  out_.html += "</";
  out_.html += written_name();
  out_.html += '>';
  left_out_ = false;
  // To the parser, text goes on after an end tag that it ignores.
  const bool is_ignored_end = !closes && tag != Tag::p && tag != Tag::br;
  is_ignored_end ? static_cast<void>(ends_with_ = Tail::tag) : note_tag();
  began_ = true;
}

/// Where the formatting element that a tag ends stays open, the text before the tag is still pending.
bool SkeletonWriter::leaves_text_pending(Tag tag) const noexcept {
  return out_.nesting.stays_open() && is_formatting(tag);
}

/// Gumbo 0.10 puts the text that is pending before </form> after the form, but not elements: a comment parts them.
void SkeletonWriter::part_from_tag() {
  if (last_inserted_.html <= tag_end_) return;
  ByteRange& run = out_.runs[last_inserted_.run];
  const auto parting = static_cast<std::uint32_t>(std::clamp<std::size_t>(last_inserted_.source, run.begin, run.end));
  const ByteRange pending{parting, run.end};
  const std::string_view rest = utf8_.substr(pending.begin, pending.end - pending.begin);
  run.end = parting;
  std::string parted = "<!---->";
  if (!std::all_of(rest.begin(), rest.end(), text::is_ascii_space)) {
    append_run_number(static_cast<std::uint32_t>(out_.runs.size()), parted);
    out_.runs.push_back(pending);
  } else if (!rest.empty()) {
    parted += ' ';
  }
  out_.html.insert(last_inserted_.html, parted);
  last_inserted_ = {};  // once is enough, however many such tags follow
  run_end_ = 0;
}

}  // namespace pith::html

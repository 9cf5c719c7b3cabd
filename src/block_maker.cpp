#include "block_maker.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "block_spans.hpp"
#include "blocks/code_lines.hpp"
#include "blocks/images.hpp"
#include "blocks/tasks.hpp"
#include "metadata/metadata.hpp"
#include "text/ascii.hpp"

namespace pith {
namespace {

using page::AttributeName;

/// Of an attribute that readers see: what stands on several lines there is one.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text::trim(text)) {
    const bool is_space = text::is_ascii_space(c);
    const bool is_control = !is_space && static_cast<unsigned char>(c) < ' ';
    if (!is_control && (!is_space || !(out.empty() || out.ends_with(' ')))) out += is_space ? ' ' : c;
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// As browsers write an address: line breaks and tabs are no part of it, other spaces are encoded.
std::string without_spaces(std::string address) {
  if (std::none_of(address.begin(), address.end(), text::is_ascii_space)) return address;
  std::string out;
  for (const char c : address) {
    if (!text::is_ascii_space(c)) out += c;
    if (c == ' ') out += "%20";
  }
  return out;
}

/// What stands in a caption stands before the table: HTML has nothing but cells and the caption's text in it.
void leave_table(Block& block) {
  if (!block.frames.empty() && block.frames.back().kind == FrameKind::table) block.frames.pop_back();
}

/// Whether all of it is code that goes on over several lines: a block of its own, though the page has no <pre> for it.
bool is_code_in_lines(const Block& block) {
  return block.spans.size() == 1 && block.spans[0].kind == SpanKind::code && block.spans[0].begin == 0 &&
         block.spans[0].end == block.text.size() && block.text.find('\n') != std::string::npos;
}

/// Level of an element that is no heading by its tag, but by its role; 0: it is none.
int told_level(const page::Page& page, std::uint32_t node) {
  if (page.attribute(node, AttributeName::role) != "heading") return 0;
  const std::string_view level = page.attribute(node, AttributeName::aria_level);
  return level.size() == 1 && level[0] >= '1' && level[0] <= '6' ? level[0] - '0' : 2;
}

/// Whether the reference is part of the text that is kept.
bool is_kept_reference(const Analysis& analysis, const select::Selection& selection, const blocks::Note& note) {
  const select::Choice& choice = selection.choices[note.block];
  const blocks::InlineSpan& span = analysis.blocks.spans[note.span];
  return choice.kept && static_cast<std::int32_t>(note.block) != selection.title_block &&
         span.begin >= choice.cut_begin && span.end <= choice.cut_end;
}

/// Notes without text that is kept are none, nor are those that nothing refers to.
std::vector<blocks::Note> kept_notes(const Analysis& analysis, const select::Selection& selection) {
  std::vector<blocks::Note> notes = blocks::find_notes(analysis.page, analysis.blocks, analysis.url);
  std::erase_if(notes, [&](const blocks::Note& note) {
    if (!is_kept_reference(analysis, selection, note)) return true;
    const blocks::Container& container = analysis.blocks.containers[note.container];
    for (std::uint32_t b = container.first_block; b < container.end_block; ++b) {
      if (selection.choices[b].kept && analysis.blocks.blocks[b].kind != BlockKind::code) return false;
    }
    return true;
  });
  return notes;
}

/// Pages that begin to count anew get "1-2" for their second "1".
std::vector<std::string> labels_of(const std::vector<blocks::Note>& notes) {
  std::unordered_map<std::string_view, int> counts;
  std::vector<std::string> labels;
  for (const blocks::Note& note : notes) {
    const int count = ++counts[note.label];
    labels.push_back(std::string(note.label) + (count > 1 ? "-" + std::to_string(count) : ""));
  }
  return labels;
}

/// A part of a block's text that is left out.
struct CutPart {
  std::uint32_t begin;
  std::uint32_t end;
  std::uint32_t cut_before;  // bytes, by the parts before it
};

/// Where a place of the text is when the parts are out.
std::uint32_t moved(std::uint32_t at, const std::vector<CutPart>& parts) {
  const auto after = std::lower_bound(parts.begin(), parts.end(), at,
                                      [](const CutPart& part, std::uint32_t place) { return part.begin < place; });
  if (after == parts.begin()) return at;
  const CutPart& part = *(after - 1);
  const std::uint32_t kept_after = at - std::min(at, part.end);
  return part.begin - part.cut_before + kept_after;
}

/// Leaves out the pieces that the selection cut from within the kept text.
void erase_inner_cuts(const select::Selection& selection, std::uint32_t index, std::uint32_t kept_from, Block& block) {
  const auto before = [](const select::InnerCut& cut, std::uint32_t place) { return cut.block < place; };
  auto cut = std::lower_bound(selection.inner_cuts.begin(), selection.inner_cuts.end(), index, before);
  std::vector<CutPart> parts;
  std::string text;
  std::uint32_t copied = 0;
  for (; cut != selection.inner_cuts.end() && cut->block == index; ++cut) {
    if (cut->begin < kept_from || cut->end - kept_from > block.text.size()) continue;
    const CutPart part{cut->begin - kept_from, cut->end - kept_from, copied - static_cast<std::uint32_t>(text.size())};
    text.append(block.text, copied, part.begin - copied);
    copied = part.end;
    parts.push_back(part);
  }
  if (parts.empty()) return;
  block.text = text.append(block.text, copied);
  for (Span& span : block.spans) {
    span.begin = moved(span.begin, parts);
    span.end = moved(span.end, parts);
  }
  std::erase_if(block.spans, [](const Span& span) { return span.begin >= span.end && span.kind != SpanKind::image; });
}

/// An image stands before the space beside it, unless something begins after the space that it stands in.
std::uint32_t place_of_image(std::string_view text, const std::vector<Span>& spans, std::uint32_t at) {
  if (at == 0 || text[at - 1] != ' ') return at;
  const auto next = std::lower_bound(spans.begin(), spans.end(), at,
                                     [](const Span& span, std::uint32_t place) { return span.begin < place; });
  return next != spans.end() && next->begin == at ? at : at - 1;
}

}  // namespace

BlockMaker::BlockMaker(const Analysis& analysis, const select::Selection& selection)
    : analysis_(analysis),
      selection_(selection),
      base_url_(metadata::base_url_of(analysis.page, analysis.url)),
      notes_(kept_notes(analysis, selection)),
      labels_(labels_of(notes_)),
      back_links_(blocks::find_back_links(analysis.page, analysis.blocks, notes_, analysis.url)),
      frames_(analysis.page, analysis.blocks, notes_) {
  for (const blocks::Note& note : notes_) {
    const std::vector<Frame> frames = frames_.around(note.container);
    const bool is_told = !frames.empty() && frames.back().kind == FrameKind::note && frames.back().id == note.container;
    if (!is_told) continue;  // it stands too deep for a frame: what refers to it is a link
    // A mark that is no link has no target, which would be that of links to the page itself.
    if (!target_of(note).empty()) notes_by_target_.push_back({target_of(note), &note});
    notes_by_span_[note.span] = &note;
  }
  std::stable_sort(notes_by_target_.begin(), notes_by_target_.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::string_view BlockMaker::target_of(const blocks::Note& note) const {
  return analysis_.blocks.spans[note.span].target;
}

const std::string& BlockMaker::label_of(const blocks::Note& note) const {
  return labels_[static_cast<std::size_t>(&note - notes_.data())];
}

std::string BlockMaker::resolved(std::string_view address) const {
  return without_spaces(metadata::resolve_url(base_url_, text::trim(address)));
}

const blocks::Note* BlockMaker::note_of(std::uint32_t index, std::string_view text) const {
  const blocks::InlineSpan& span = analysis_.blocks.spans[index];
  const bool is_raised = span.kind == SpanKind::superscript;
  if (notes_.empty() || (span.kind != SpanKind::link && !is_raised)) return nullptr;
  const auto mark = notes_by_span_.find(index);
  if (is_raised) return mark == notes_by_span_.end() ? nullptr : mark->second;
  const auto found = std::lower_bound(notes_by_target_.begin(), notes_by_target_.end(), span.target,
                                      [](const auto& one, std::string_view target) { return one.first < target; });
  const bool is_reference =
      found != notes_by_target_.end() && found->first == span.target && !blocks::note_label(text).empty();
  return is_reference ? found->second : nullptr;
}

Span BlockMaker::make_span(std::uint32_t span) {
  const blocks::InlineSpan& from = analysis_.blocks.spans[span];
  Span made;
  made.kind = from.kind;
  std::string& target = from.kind == SpanKind::abbreviation ? made.detail : made.target;
  target = from.kind == SpanKind::link ? resolved(from.target) : one_line(from.target);
  return made;
}

/// The spans inside [begin, end) of the block's text, moved to start at 0.
std::vector<Span> BlockMaker::make_spans(std::size_t index, std::uint32_t begin, std::uint32_t end) {
  const blocks::TextBlock& block = analysis_.blocks.blocks[index];
  std::vector<Span> spans;
  bool has_note = false;
  std::uint32_t link_end = 0;  // of the last link
  for (std::uint32_t s = block.first_span; s < block.first_span + block.span_count; ++s) {
    const blocks::InlineSpan& from = analysis_.blocks.spans[s];
    if (from.begin >= end || from.end <= begin) continue;
    const blocks::Note* const note = note_of(s, block.text.substr(from.begin, from.end - from.begin));
    // Headings link to themselves, so that readers can copy their address.
    const bool is_of_heading = block.kind == BlockKind::heading && from.kind == SpanKind::link;
    if (is_of_heading && note == nullptr && from.target.starts_with('#')) continue;
    // No reader knows links within links, which tables in links have.
    if (from.kind == SpanKind::link && from.begin < link_end) continue;
    if (from.kind == SpanKind::link) link_end = from.end;
    Span span = make_span(s);
    if (note != nullptr) {
      span.kind = SpanKind::note;
      span.target = label_of(*note);
      has_note = true;
    }
    span.begin = std::max(from.begin, begin) - begin;
    span.end = std::min(from.end, end) - begin;
    if (span.kind == SpanKind::note && from.is_attached) take_space(block.text.substr(begin), spans, span);
    // A long form of control characters alone says nothing.
    const bool says_nothing = span.kind == SpanKind::abbreviation && span.detail.empty();
    if (span.begin < span.end && !says_nothing) spans.push_back(std::move(span));
  }
  if (has_note) settle_notes(block.text.substr(begin, end - begin), spans);
  join_spans(spans);
  add_images(index, begin, end, spans);
  return spans;
}

void BlockMaker::add_images(std::size_t index, std::uint32_t begin, std::uint32_t end, std::vector<Span>& spans) {
  const auto& insets = analysis_.blocks.insets;
  const auto before = [](const blocks::Inset& inset, std::size_t block) { return inset.block < block; };
  auto inset = std::lower_bound(insets.begin(), insets.end(), index, before);
  std::vector<Span> images;
  for (; inset != insets.end() && inset->block == index; ++inset) {
    const bool is_kept = selection_.kept_insets[static_cast<std::size_t>(inset - insets.begin())];
    if (inset->kind != BlockKind::image || !is_kept || inset->offset <= begin || inset->offset >= end) continue;
    const std::uint32_t at =
        place_of_image(analysis_.blocks.blocks[index].text.substr(begin), spans, inset->offset - begin);
    images.push_back({SpanKind::image, at, at, resolved(blocks::image_address(analysis_.page, inset->node)),
                      one_line(analysis_.page.attribute(inset->node, AttributeName::alt))});
  }
  if (!images.empty()) spans = with_images(std::move(spans), std::move(images));
}

/// Whether a block of the same explanation was made before.
bool BlockMaker::continues_definition(std::uint32_t container) {
  const auto& containers = analysis_.blocks.containers;
  while (containers[container].tag != page::Tag::dd && containers[container].parent > 0)
    container = static_cast<std::uint32_t>(containers[container].parent);
  return !definitions_.insert(container).second;
}

/// To the first block of a note that is kept, but for those whose details are something else.
void BlockMaker::add_note_label(std::uint32_t container, Block& block) {
  const blocks::Note* const note = frames_.note_around(container);
  if (note == nullptr || note->container == labelled_note_ || !notes_by_span_.contains(note->span)) return;
  labelled_note_ = note->container;
  block.detail = label_of(*note);
}

bool BlockMaker::is_label_of_note(std::size_t index) const {
  const blocks::TextBlock& block = analysis_.blocks.blocks[index];
  const blocks::Note* const note = frames_.note_around(block.container);
  if (note == nullptr) return false;
  const blocks::TextPart shown = shown_part(index);
  if (shown.begin >= shown.end) return true;
  std::string_view text = block.text.substr(shown.begin, shown.end - shown.begin);
  while (text.ends_with('.') || text.ends_with(':')) text.remove_suffix(1);
  const bool may_be_label = block.fragment_links > 0 || note->container != labelled_note_;
  return may_be_label && blocks::note_label(text) == note->label;
}

bool BlockMaker::is_heading_of_notes(std::size_t index) const {
  const auto& blocks = analysis_.blocks.blocks;
  const bool is_unseen =
      blocks[index].kind == BlockKind::heading && (blocks[index].hidden & blocks::screen_reader) != 0;
  return is_unseen && index + 1 < blocks.size() && frames_.note_around(blocks[index + 1].container) != nullptr;
}

blocks::TextPart BlockMaker::shown_part(std::size_t index) const {
  const blocks::TextBlock& block = analysis_.blocks.blocks[index];
  const select::Choice& choice = selection_.choices[index];
  if (!choice.kept) return {0, static_cast<std::uint32_t>(block.text.size())};
  const std::size_t sign = blocks::shown_sign_bytes(analysis_.blocks, index);
  const blocks::TextPart kept{std::max(choice.cut_begin, static_cast<std::uint32_t>(sign)), choice.cut_end};
  const blocks::Note* const note = block.preformatted ? nullptr : frames_.note_around(block.container);
  if (note == nullptr) return kept;
  const bool is_first = note->container != labelled_note_;
  const blocks::TextPart part = blocks::text_of_note(analysis_.blocks, block, note->label, back_links_, is_first);
  const std::uint32_t begin = std::max(kept.begin, part.begin);
  return {begin, std::max(begin, std::min(kept.end, part.end))};
}

Block BlockMaker::text_block(std::size_t index) {
  const blocks::TextBlock& from = analysis_.blocks.blocks[index];
  const select::Choice& choice = selection_.choices[index];
  const auto [begin, end] = shown_part(index);
  Block block;
  block.kind = from.kind;
  block.level = from.level;
  block.index = static_cast<std::uint32_t>(index);
  block.score = choice.score;
  block.category = choice.category;
  block.reason = choice.decided_by;
  block.text = from.text.substr(begin, end - begin);
  block.spans = make_spans(index, begin, end);
  if (choice.kept) erase_inner_cuts(selection_, static_cast<std::uint32_t>(index), begin, block);
  block.frames = frames_.around(from.container);
  if (from.kind != BlockKind::caption) leave_table(block);
  const blocks::Container& container = analysis_.blocks.containers[from.container];
  if (choice.kept && from.kind == BlockKind::definition && continues_definition(from.container))
    block.kind = BlockKind::paragraph;
  if (from.kind == BlockKind::math) block.spans.clear();
  settle_kind(from, block);
  if (block.kind == BlockKind::code) {
    block.detail = blocks::code_language(analysis_.page, container.node);
    if (block.detail.empty()) block.detail = blocks::labelled_language(analysis_.blocks, index);
  } else if (choice.kept) {
    add_note_label(from.container, block);
  }
  return block;
}

/// What the elements around a block say of it beside its kind, which the scores know.
void BlockMaker::settle_kind(const blocks::TextBlock& from, Block& block) {
  const blocks::Container& container = analysis_.blocks.containers[from.container];
  const FrameKind frame = block.frames.empty() ? FrameKind::note : block.frames.back().kind;
  // HTML has no headings in a <dt>, Markdown none in a <summary>.
  const bool is_term = frame == FrameKind::definitions && stands_in(page::Tag::dt, from.container, page::Tag::dl);
  const bool is_summary =
      frame == FrameKind::details && selection_.choices[block.index].kept && begins_summary(from.container);
  if (block.kind == BlockKind::heading && (is_term || is_summary)) {
    block.kind = is_term ? BlockKind::term : BlockKind::caption;
    block.level = 0;
  }
  if ((block.kind == BlockKind::paragraph || block.kind == BlockKind::caption) && !is_summary &&
      is_code_in_lines(block)) {
    block.kind = BlockKind::code;
    block.spans.clear();
  }
  if (block.kind != BlockKind::paragraph) return;
  if (is_summary) {
    block.kind = BlockKind::caption;
  } else if (!block.frames.empty() && block.frames.back().kind == FrameKind::figure &&
             frames_.is_caption_of_box(from.container)) {
    block.kind = BlockKind::caption;
  } else if (const int level = told_level(analysis_.page, container.node); level > 0) {
    block.kind = BlockKind::heading;
    block.level = static_cast<std::uint8_t>(level);
  }
}

/// Whether no block of the same <summary> was made before: there is one to each <details>.
bool BlockMaker::begins_summary(std::uint32_t container) {
  if (!stands_in(page::Tag::summary, container, page::Tag::details)) return false;
  const auto& containers = analysis_.blocks.containers;
  while (containers[container].tag != page::Tag::summary)
    container = static_cast<std::uint32_t>(containers[container].parent);
  return std::exchange(last_summary_, container) != container;
}

/// Whether the container is or stands in an element of that name, with none of the name `outside` between.
bool BlockMaker::stands_in(page::Tag tag, std::uint32_t container, page::Tag outside) const {
  const auto& containers = analysis_.blocks.containers;
  for (auto c = static_cast<std::int32_t>(container); c > 0; c = containers[static_cast<std::size_t>(c)].parent) {
    const page::Tag here = containers[static_cast<std::size_t>(c)].tag;
    if (here == tag || here == outside) return here == tag;
  }
  return false;
}

Block BlockMaker::inset_block(std::size_t index) {
  const blocks::Inset& inset = analysis_.blocks.insets[index];
  Block block;
  block.kind = inset.kind;
  block.index = inset.block;
  block.reason = "insets";
  const page::Page& page = analysis_.page;
  const bool has_caption = inset.block < selection_.choices.size() && selection_.choices[inset.block].kept;
  block.frames = has_caption ? frames_.around(inset) : frames_.around(inset.container);
  leave_table(block);
  if (inset.kind == BlockKind::image) {
    block.text = one_line(page.attribute(inset.node, AttributeName::alt));
    block.detail = resolved(blocks::image_address(page, inset.node));
  } else if (inset.kind == BlockKind::embed) {
    block.text = one_line(page.attribute(inset.node, AttributeName::title));
    block.detail = resolved(blocks::embed_address(page, inset.node));
  }
  return block;
}

}  // namespace pith

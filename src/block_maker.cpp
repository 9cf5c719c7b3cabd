#include "block_maker.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include "blocks/code_lines.hpp"
#include "blocks/images.hpp"
#include "metadata/metadata.hpp"
#include "text/ascii.hpp"

namespace pith {
namespace {

using page::AttributeName;

// Bytes. Longer than any address that a browser follows; each link of the page would carry it.
constexpr std::size_t longest_base_url = 4096;

std::string base_url_of(const Analysis& analysis) {
  if (analysis.page.base_url.empty() || analysis.page.base_url.size() > longest_base_url) return analysis.url;
  return metadata::resolve_url(analysis.url, analysis.page.base_url);
}

/// Of an attribute that readers see: what stands on several lines there is one.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text::trim(text)) {
    const bool is_space = text::is_ascii_space(c);
    const bool is_control = !is_space && static_cast<unsigned char>(c) < ' ';
    if (!is_control && (!is_space || !out.ends_with(' '))) out += is_space ? ' ' : c;
  }
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
void erase_inner_cuts(const select::Selection& selection, std::uint32_t index, Block& block) {
  const std::uint32_t kept_from = selection.choices[index].cut_begin;
  const auto before = [](const select::InnerCut& cut, std::uint32_t place) { return cut.block < place; };
  auto cut = std::lower_bound(selection.inner_cuts.begin(), selection.inner_cuts.end(), index, before);
  std::vector<CutPart> parts;
  std::string text;
  std::uint32_t copied = 0;
  for (; cut != selection.inner_cuts.end() && cut->block == index; ++cut) {
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

/// A reference takes the brackets around it, and the raising: they are how the page shows it. Of other marks on them
/// nothing is left. `spans`: by their begin.
void settle_notes(std::string_view text, std::vector<Span>& spans) {
  std::vector<std::uint32_t> begins;
  for (const Span& span : spans) begins.push_back(span.begin);
  for (Span& note : spans) {
    if (note.kind != SpanKind::note) continue;
    const bool in_brackets =
        note.begin > 0 && note.end < text.size() && text[note.begin - 1] == '[' && text[note.end] == ']';
    if (in_brackets) {
      --note.begin;
      ++note.end;
    }
    const auto first = std::lower_bound(begins.begin(), begins.end(), note.begin) - begins.begin();
    for (auto k = static_cast<std::size_t>(first); k < spans.size() && begins[k] <= note.end; ++k) {
      const bool is_its_own = spans[k].kind != SpanKind::note && spans[k].end <= note.end;
      if (is_its_own) spans[k].end = spans[k].begin;
    }
  }
  std::erase_if(spans, [](const Span& span) { return span.begin >= span.end; });
}

/// Images in their places: in links and emphasis that begin there, before formulas, notes and code. Both in order.
std::vector<Span> with_images(std::vector<Span> spans, std::vector<Span> images) {
  const auto is_written_whole = [](const Span& span) {
    return span.kind == SpanKind::math || span.kind == SpanKind::note || span.kind == SpanKind::code;
  };
  std::vector<Span> out;
  auto image = images.begin();
  for (Span& span : spans) {
    for (; image != images.end(); ++image) {
      const bool stands_before = image->begin < span.begin || (image->begin == span.begin && is_written_whole(span));
      if (!stands_before) break;
      out.push_back(std::move(*image));
    }
    out.push_back(std::move(span));
  }
  std::move(image, images.end(), std::back_inserter(out));
  return out;
}

}  // namespace

BlockMaker::BlockMaker(const Analysis& analysis, const select::Selection& selection)
    : analysis_(analysis),
      selection_(selection),
      base_url_(base_url_of(analysis)),
      notes_(kept_notes(analysis, selection)),
      labels_(labels_of(notes_)),
      frames_(analysis.page, analysis.blocks, notes_) {
  for (const blocks::Note& note : notes_) notes_by_target_.push_back({target_of(note), &note});
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

const blocks::Note* BlockMaker::note_of(const blocks::InlineSpan& span, std::string_view text) const {
  if (notes_.empty() || span.kind != SpanKind::link) return nullptr;
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
  for (std::uint32_t s = block.first_span; s < block.first_span + block.span_count; ++s) {
    const blocks::InlineSpan& from = analysis_.blocks.spans[s];
    if (from.begin >= end || from.end <= begin) continue;
    Span span = make_span(s);
    if (const auto* note = note_of(from, block.text.substr(from.begin, from.end - from.begin))) {
      span.kind = SpanKind::note;
      span.target = label_of(*note);
      has_note = true;
    }
    span.begin = std::max(from.begin, begin) - begin;
    span.end = std::min(from.end, end) - begin;
    if (span.begin < span.end) spans.push_back(std::move(span));
  }
  if (has_note) settle_notes(block.text.substr(begin, end - begin), spans);
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
    const std::uint32_t at = inset->offset - begin;
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
  return std::exchange(last_definition_, container) == container;
}

/// To the first block of a note that is kept, but for those whose details are something else.
void BlockMaker::add_note_label(std::uint32_t container, Block& block) {
  const blocks::Note* const note = frames_.note_around(container);
  if (note == nullptr || note->container == labelled_note_) return;
  labelled_note_ = note->container;
  block.detail = label_of(*note);
}

bool BlockMaker::is_label_of_note(std::size_t index) const {
  const blocks::TextBlock& block = analysis_.blocks.blocks[index];
  if (block.fragment_links == 0) return false;
  const blocks::Note* const note = frames_.note_around(block.container);
  return note != nullptr && blocks::note_label(block.text) == note->label;
}

Block BlockMaker::text_block(std::size_t index) {
  const blocks::TextBlock& from = analysis_.blocks.blocks[index];
  const select::Choice& choice = selection_.choices[index];
  const std::uint32_t begin = choice.kept ? choice.cut_begin : 0;
  const auto end = choice.kept ? choice.cut_end : static_cast<std::uint32_t>(from.text.size());
  Block block;
  block.kind = from.kind;
  block.level = from.level;
  block.index = static_cast<std::uint32_t>(index);
  block.score = choice.score;
  block.category = choice.category;
  block.reason = choice.decided_by;
  block.text = from.text.substr(begin, end - begin);
  block.spans = make_spans(index, begin, end);
  if (choice.kept) erase_inner_cuts(selection_, static_cast<std::uint32_t>(index), block);
  block.frames = frames_.around(from.container);
  if (from.kind != BlockKind::caption) leave_table(block);
  const blocks::Container& container = analysis_.blocks.containers[from.container];
  if (choice.kept && from.kind == BlockKind::definition && continues_definition(from.container))
    block.kind = BlockKind::paragraph;
  if (from.kind == BlockKind::math) block.spans.clear();
  settle_kind(from, block);
  if (block.kind == BlockKind::code) {
    block.detail = blocks::code_language(analysis_.page, container.node);
  } else if (choice.kept) {
    add_note_label(from.container, block);
  }
  return block;
}

/// What the elements around a block say of it beside its kind, which the scores know.
void BlockMaker::settle_kind(const blocks::TextBlock& from, Block& block) {
  const blocks::Container& container = analysis_.blocks.containers[from.container];
  if (from.kind == BlockKind::heading && stands_in_term(from.container, block)) {
    block.kind = BlockKind::term;
    block.level = 0;
  }
  if (block.kind != BlockKind::paragraph) return;
  if (container.tag == page::Tag::summary) {
    block.kind = BlockKind::caption;
  } else if (is_code_in_lines(block)) {
    block.kind = BlockKind::code;
    block.spans.clear();
  } else if (!block.frames.empty() && block.frames.back().kind == FrameKind::figure &&
             frames_.is_caption_of_box(from.container)) {
    block.kind = BlockKind::caption;
  } else if (const int level = told_level(analysis_.page, container.node); level > 0) {
    block.kind = BlockKind::heading;
    block.level = static_cast<std::uint8_t>(level);
  }
}

/// Whether a heading names what is explained below it: HTML has no headings in a <dt>.
bool BlockMaker::stands_in_term(std::uint32_t container, const Block& block) const {
  if (block.frames.empty() || block.frames.back().kind != FrameKind::definitions) return false;
  const auto& containers = analysis_.blocks.containers;
  for (auto c = static_cast<std::int32_t>(container); c > 0; c = containers[static_cast<std::size_t>(c)].parent) {
    const page::Tag tag = containers[static_cast<std::size_t>(c)].tag;
    if (tag == page::Tag::dt || tag == page::Tag::dl) return tag == page::Tag::dt;
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

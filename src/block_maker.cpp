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
    if (!is_space || !out.ends_with(' ')) out += is_space ? ' ' : c;
  }
  return out;
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
  std::vector<blocks::Note> notes = blocks::find_notes(analysis.page, analysis.blocks);
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
  return metadata::resolve_url(base_url_, text::trim(address));
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
  if (from.kind == SpanKind::link) {
    target = resolved(from.target);
  } else {
    target = one_line(from.target);
  }
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
  const blocks::Container& container = analysis_.blocks.containers[from.container];
  if (choice.kept && from.kind == BlockKind::definition && continues_definition(from.container))
    block.kind = BlockKind::paragraph;
  if (from.kind == BlockKind::code) {
    block.detail = blocks::code_language(analysis_.page, container.node);
  } else if (choice.kept) {
    add_note_label(from.container, block);
  }
  if (from.kind == BlockKind::math) block.spans.clear();
  if (from.kind == BlockKind::paragraph && container.tag == page::Tag::summary) block.kind = BlockKind::caption;
  return block;
}

Block BlockMaker::inset_block(std::size_t index) {
  const blocks::Inset& inset = analysis_.blocks.insets[index];
  Block block;
  block.kind = inset.kind;
  block.index = inset.block;
  block.reason = "insets";
  const page::Page& page = analysis_.page;
  block.frames = frames_.around(inset.container);
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

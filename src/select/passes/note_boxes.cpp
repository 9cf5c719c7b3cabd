// The pass that keeps boxes of notes, tips and warnings in the middle of the text, and the titles of those that were
// kept. Programs that write manuals name them like advertisements ("callout"), and their titles are a word.

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

bool is_note_box(const PassState& state, const blocks::Container& box) {
  constexpr std::uint32_t most_blocks = 12;
  const bool may_be = box.tag == page::Tag::div || box.tag == page::Tag::aside || box.tag == page::Tag::figure;
  const std::uint32_t count = box.end_block - box.first_block;
  return may_be && count > 0 && count <= most_blocks &&
         state.in.page.has_class(box.node, text::WordList::note_box_class);
}

/// Whether nothing but the model's doubts speaks against the block, or the name of its box.
bool may_be_of_note(PassState& state, std::uint32_t b) {
  const bool is_button = state.in.blocks.containers[state.block(b).container].tag == page::Tag::button;
  return state.is_left_to_score(b) && !is_button && state.block(b).hidden == 0 &&
         sign_of_boilerplate(state, b) == Category::content;
}

/// Whether the whole box may stay although none of it was kept.
bool may_be_note(PassState& state, const blocks::Container& box) {
  constexpr float least_score = 0.2F;
  if (!may_be_text(state, box, {least_score}) || !stands_within_text(state, box)) return false;
  for (std::uint32_t b = box.first_block; b < box.end_block; ++b) {
    if (!may_be_of_note(state, b)) return false;
  }
  return true;
}

void keep_parts_of_note(PassState& state, const blocks::Container& box) {
  constexpr std::uint32_t longest = 150;  // letters of what is no note by itself
  std::uint64_t letters = 0;
  for (std::uint32_t b = box.first_block; b < box.end_block; ++b) letters += state.block(b).letters;
  const std::uint64_t kept = state.kept_letters(box.first_block, box.end_block);
  if (kept == letters || (kept * 2 < letters && (kept != 0 || !may_be_note(state, box)))) return;
  for (std::uint32_t b = box.first_block; b < box.end_block; ++b) {
    const blocks::TextBlock& block = state.block(b);
    // A picture has no words.
    if (state.out.choices[b].kept || block.word_count == 0 || block.linked_letters * 2 > block.letters) continue;
    if ((kept == 0 || block.letters <= longest) && may_be_of_note(state, b)) state.keep(b);
  }
}

}  // namespace

void keep_note_boxes(PassState& state) {
  if (!state.in.blocks.has_note_boxes || state.page_type == Verdict::listing ||
      state.options.leaning == Leaning::precise)
    return;
  for (const blocks::Container& box : state.in.blocks.containers) {
    if (is_note_box(state, box)) keep_parts_of_note(state, box);
  }
}

}  // namespace pith::select

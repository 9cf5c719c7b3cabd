// Sentences beside the kept prose, in the same element or one next to it: a closing wish, a first paragraph, loose text
// between two elements. By itself a short sentence scores like a caption or a notice; its place says that it belongs to
// what is around it.

#include <string_view>

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

bool reads_as_sentence(const PassState& state, std::size_t i) {
  return state.block(i).word_count >= 4 && text::ends_with_mark(state.text(i), text::ends_of_short_blocks);
}

/// Whether the two blocks stand in one container, in neighbours that share a parent, or one beside the other's box.
bool stand_together(const PassState& state, std::size_t a, std::size_t b) {
  const auto& containers = state.in.blocks.containers;
  const auto of = [&](std::size_t i) { return static_cast<std::int32_t>(state.block(i).container); };
  const auto above = [&](std::int32_t c) { return containers[static_cast<std::size_t>(c)].parent; };
  const std::int32_t box_a = above(of(a));
  const std::int32_t box_b = above(of(b));
  if (box_a < 0 || box_b < 0) return of(a) == of(b);
  return of(a) == of(b) || box_a == box_b || box_a == of(b) || of(a) == box_b || box_a == above(box_b) ||
         above(box_a) == box_b;
}

bool may_be_kept(PassState& state, std::size_t i) {
  constexpr float least_score = 0.08F;  // of the model: below, it saw more than a short line
  const Choice& choice = state.out.choices[i];
  const blocks::TextBlock& block = state.block(i);
  if (!state.is_left_to_score(i) && !state.is_decided_by(i, by_spared_sentences)) return false;  // one spoke against it
  return !choice.kept && choice.model_score >= least_score && block.hidden == 0 && block.linked_letters == 0 &&
         block.kind == BlockKind::paragraph && reads_as_sentence(state, i) && !has_image_beside(state, i, i + 1) &&
         !stands_in(state, i, foreign_groups) && sign_of_boilerplate(state, i) == Category::content;
}

bool is_kept_prose(const PassState& state, std::size_t i) {
  return state.out.choices[i].kept && state.is_prose(i);
}

void keep_beside(PassState& state, std::size_t i, std::size_t neighbour) {
  if (state.out.choices[i].kept || !is_kept_prose(state, neighbour) || !stand_together(state, i, neighbour) ||
      !may_be_kept(state, i))
    return;
  state.keep(i);
}

/// Whether block `i` may be one of the last sentences of plain text.
bool may_close(PassState& state, std::size_t i, float least_score) {
  return state.out.choices[i].model_score >= least_score &&
         text::ends_with_mark(state.text(i), text::ends_of_short_blocks) &&
         (state.is_left_to_score(i) || state.is_decided_by(i, by_spared_sentences)) && !state.out.choices[i].kept &&
         sign_of_boilerplate(state, i) == Category::content;
}

/// In plain text: the last sentence, right below prose that is kept, and one or two very short ones below it, where the
/// model is sure of what follows that it is none of the text.
void keep_closing_sentences(PassState& state, std::size_t first) {
  constexpr std::size_t most = 3;
  constexpr float least_of_first = 0.2F;
  constexpr float least_of_others = 0.12F;
  constexpr float surely_boilerplate = 0.1F;
  constexpr float longest_of_several = 5;  // weighted words; longer ones are often a comment or a teaser
  if (!is_kept_prose(state, first - 1) || !may_close(state, first, least_of_first)) return;
  const auto is_short = [&](std::size_t i) { return state.block(i).weighted_words() <= longest_of_several; };
  std::size_t end = first + 1;
  while (is_short(first) && end < state.size() && end - first < most && is_short(end) &&
         may_close(state, end, least_of_others))
    ++end;
  const bool ends_text =
      end == state.size() || state.out.choices[end].model_score < surely_boilerplate || heads_list(state, end);
  if (!ends_text) return;
  if (end == first + 1 && !may_be_kept(state, first)) return;
  for (std::size_t i = first; i < end; ++i) state.keep(i);
}

}  // namespace

void keep_adjacent_sentences(PassState& state) {
  if (state.page_type == Verdict::forum || state.page_type == Verdict::product) return;
  if (state.options.leaning == Leaning::precise) return;
  if (state.is_text()) {
    for (std::size_t i = 1; i < state.size(); ++i) keep_closing_sentences(state, i);
    return;
  }
  for (std::size_t i = 1; i < state.size(); ++i) keep_beside(state, i, i - 1);
  for (std::size_t i = state.size(); i-- > 1;) keep_beside(state, i - 1, i);
}

}  // namespace pith::select

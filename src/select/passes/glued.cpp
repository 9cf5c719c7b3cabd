// Paragraphs with a credit, a source or an end mark glued to their end: the words of the credit speak against the whole
// paragraph, though only they are cut off (residue). Such a paragraph gets the score of the prose next to it.

#include "select/passes/passes.hpp"

namespace pith::select {

void lift_glued_paragraphs(PassState& state) {
  constexpr float certain = 0.6F;  // of the neighbour
  constexpr float share = 0.9F;    // of its score that the paragraph gets
  for (std::size_t i = 1; i < state.size(); ++i) {
    const Choice& choice = state.out.choices[i];
    const float neighbour = state.out.choices[i - 1].score;
    if (neighbour < certain || choice.score >= share * neighbour || choice.category != Category::content) continue;
    if (!state.is_prose(i) || !state.is_prose(i - 1)) continue;
    if (state.block(i).hidden != state.block(i - 1).hidden || !has_residue(state, i)) continue;
    state.lift(i, share * neighbour, "glued credits");
  }
}

}  // namespace pith::select

// Sentences next to the main segment: what the segment's bounds cut off though it reads on. The main segment keeps
// comments and lists of other texts away from the article; a closing sentence or a first paragraph with a weak score is
// neither.

#include <algorithm>
#include <string_view>

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

bool is_outside(const PassState& state, std::size_t i) {
  return state.is_decided_by(i, by_main_segment);
}

bool is_sentence(const PassState& state, std::size_t i) {
  return state.is_prose(i) || text::ends_with_mark(state.text(i), text::before_residue);
}

/// Gives block `i` back what its model gave it, when it reads on from `neighbour`.
void spare(PassState& state, std::size_t i, std::size_t neighbour) {
  constexpr float least_score = 0.15F;  // of the model: below, it saw more than the place
  const Choice& choice = state.out.choices[i];
  if (!is_outside(state, i) || is_outside(state, neighbour) || choice.model_score < least_score) return;
  if (!is_sentence(state, i) || !is_sentence(state, neighbour)) return;
  if (sign_of_boilerplate(state, i) != Category::content) return;
  state.lift(i, std::max(choice.score, choice.model_score));
}

}  // namespace

void spare_sentences(PassState& state) {
  for (std::size_t i = 1; i < state.size(); ++i) spare(state, i, i - 1);
  for (std::size_t i = state.size(); i-- > 1;) spare(state, i - 1, i);
}

}  // namespace pith::select

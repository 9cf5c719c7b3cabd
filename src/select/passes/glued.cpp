// What is glued to the text of a line. Menus, a breadcrumb or a date before its first sentence, cut off by the reader
// of plain text, are known by the words between their blanks: a few are entries of menus or labels. Paragraphs with a
// credit, a source or an end mark glued to their end: the words of the credit speak against the whole paragraph, though
// only they are cut off (residue). Such a paragraph gets the score of the prose next to it.

#include <algorithm>
#include <string>
#include <string_view>

#include "measure/phrase_category.hpp"
#include "select/passes/signs.hpp"
#include "text/ascii.hpp"

namespace pith::select {
namespace {

/// Whether two and more of the words between the blanks of the line are named, and a third of them all.
bool is_head(PassState& state, std::string_view line) {
  constexpr std::size_t fewest = 2;
  const NamedWords words = named_words(state, line);
  return words.named >= fewest && 3 * words.named >= words.all;
}

}  // namespace

void drop_glued_head(PassState& state) {
  if (!state.is_text() || state.size() < 2) return;
  if (state.block(0).continues_previous || !state.block(1).continues_previous || state.is_prose(0)) return;
  if (!is_head(state, state.text(0))) return;
  state.exclude(0, Category::navigation);
}

void lift_glued_paragraphs(PassState& state) {
  constexpr float certain = 0.6F;  // of the neighbour
  constexpr float share = 0.9F;    // of its score that the paragraph gets
  for (std::size_t i = 1; i < state.size(); ++i) {
    const Choice& choice = state.out.choices[i];
    const float neighbour = state.out.choices[i - 1].score;
    if (neighbour < certain || choice.score >= share * neighbour || choice.category != Category::content) continue;
    if (!state.is_prose(i) || !state.is_prose(i - 1)) continue;
    if (state.block(i).hidden != state.block(i - 1).hidden || !has_residue(state, i)) continue;
    state.lift(i, share * neighbour);
  }
}

}  // namespace pith::select

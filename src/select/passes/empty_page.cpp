// Pages of which nothing was kept though a run of prose stands there: below a long table of contents, in a list of
// definitions. An empty article helps nobody: the run is the best there is.

#include <algorithm>

#include "measure/greatest_run.hpp"
#include "select/passes/signs.hpp"

namespace pith::select {

void keep_prose_of_empty_page(PassState& state) {
  // 120 words in five paragraphs: fewer are the teasers and the policy of a page without an article.
  constexpr double least_words = 120;
  constexpr std::size_t least_blocks = 4;
  const auto is_kept = [](const Choice& choice) { return choice.kept; };
  if (std::any_of(state.out.choices.begin(), state.out.choices.end(), is_kept)) return;
  const auto is_text = [&](std::size_t i) {
    return state.block(i).hidden == 0 && state.is_prose(i) && state.block(i).linked_letters == 0 &&
           state.out.choices[i].category == Category::content;
  };
  const auto value = [&](std::size_t i) {
    const double words = static_cast<double>(state.block(i).weighted_words());
    return is_text(i) ? words : -4.0 - words;
  };
  const auto run = measure::greatest_run(state.size(), value, 0.0);
  std::size_t paragraphs = 0;
  for (std::size_t i = run.begin; i < run.end; ++i) paragraphs += is_text(i) ? 1 : 0;
  if (run.sum < least_words || paragraphs < least_blocks) return;
  for (std::size_t i = run.begin; i < run.end; ++i) {
    if (sign_of_boilerplate(state, i) == Category::content) state.keep(i);
  }
}

}  // namespace pith::select

// What only repeats: the headline once more, and a deck that the first paragraphs say again.

#include <algorithm>
#include <functional>

#include "select/passes/passes.hpp"

namespace pith::select {

void drop_title_repeats(PassState& state) {
  if (state.out.title_block < 0) return;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  if (state.block(title).word_count < 2) return;
  for (std::size_t i = 0; i < state.size(); ++i) {
    if (i != title && state.folded(i) == state.folded(title)) state.exclude(i, Category::duplicate);
  }
}

void drop_deck_repeats(PassState& state) {
  if (state.out.title_block < 0 || (state.is_text() && state.is_undisputed)) return;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  // A deck follows the title within a few lines; what it repeats follows within a few more.
  constexpr std::size_t deck_reach = 6;
  constexpr std::size_t repeated_reach = 6;
  constexpr std::size_t least_bytes = 24;
  std::string& following = state.out.scratch.text;
  for (std::size_t i = title + 1; i < std::min(state.size(), title + 1 + deck_reach); ++i) {
    const std::string_view deck = state.folded(i);
    if (deck.size() < least_bytes) continue;
    following.clear();
    for (std::size_t j = i + 1; j < std::min(state.size(), i + 1 + repeated_reach); ++j) {
      // A copy that no reader sees (print version, modal) repeats nothing: the one that is shown stays.
      if (state.block(j).hidden != 0 || state.folded(j) == state.folded(title)) continue;
      following += state.folded(j);
    }
    const std::boyer_moore_horspool_searcher repeated(deck.begin(), deck.end());
    if (std::search(following.begin(), following.end(), repeated) != following.end())
      state.exclude(i, Category::duplicate);
  }
}

}  // namespace pith::select

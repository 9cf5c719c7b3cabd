// The deck: the sentence or two between the headline and the text that say what it is about. It stands in the page's
// head, beside dates, bylines and buttons to share, and scores as they do; what the page declares as its description
// tells it from them.

#include <algorithm>
#include <string>
#include <string_view>

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

/// Whether the page describes itself by these words, from their first on: descriptions are cut, and decks are.
bool is_description(std::string_view deck, std::string_view description) noexcept {
  constexpr std::size_t least_bytes = 40;
  const std::size_t shared = static_cast<std::size_t>(
      std::mismatch(deck.begin(), deck.end(), description.begin(), description.end()).first - deck.begin());
  return shared >= least_bytes && shared * 10 >= std::min(deck.size(), description.size()) * 8;
}

bool may_be_deck(PassState& state, std::size_t i, std::string_view description) {
  constexpr float fewest_words = 6;
  constexpr float most_words = 90;
  constexpr float least_declared = 0.05F;
  constexpr float least_score = 0.3F;
  const blocks::TextBlock& block = state.block(i);
  const bool may_be = block.hidden == 0 && block.linked_letters == 0 && state.is_left_to_score(i) &&
                      (block.kind == BlockKind::paragraph || block.kind == BlockKind::heading) &&
                      block.weighted_words() >= fewest_words && block.weighted_words() <= most_words;
  if (!may_be || sign_of_boilerplate(state, i) != Category::content) return false;
  const float score = state.out.choices[i].model_score;
  if (score >= least_declared && is_description(state.folded(i), description)) return true;
  return score >= least_score && text::ends_with_mark(state.text(i), text::ends_of_short_blocks);
}

}  // namespace

void keep_deck(PassState& state) {
  constexpr std::size_t reach = 8;
  const bool has_headline = state.out.title_block >= 0 && !state.is_text();
  if (!has_headline || state.page_type != Verdict::article || state.options.leaning == Leaning::precise) return;
  const auto title = static_cast<std::size_t>(state.out.title_block);
  std::string description;
  text::append_folded(state.in.facts.description, description);
  for (std::size_t i = title + 1; i < std::min(state.size(), title + 1 + reach); ++i) {
    if (state.out.choices[i].kept) return;
    if (!may_be_deck(state, i, description)) continue;
    state.keep(i);
    return;
  }
}

}  // namespace pith::select

// Section headings: a heading that was dropped by a hair comes back when the section below it was kept. Headings are
// short and score below their text; a text without them has lost its order.

#include <string_view>

#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

/// "Show this section", for who does not see the heading's arrow.
bool is_hidden_part_of_heading(const PassState& state, std::size_t i) {
  const blocks::TextBlock& block = state.block(i);
  return block.kind == BlockKind::heading && block.hidden != 0 && !state.out.choices[i].kept;
}

/// Whether the two blocks below heading `i` are kept text: a section.
bool heads_kept_section(const PassState& state, std::size_t i) {
  constexpr float fewest_words = 15;
  constexpr std::size_t looked_at = 2;
  float words = 0;
  std::size_t k = i;
  for (std::size_t seen = 0; seen < looked_at; ++seen) {
    do ++k;
    while (k < state.size() && is_hidden_part_of_heading(state, k));
    if (k == state.size()) return false;
    const blocks::TextBlock& block = state.block(k);
    if (!state.out.choices[k].kept || block.kind == BlockKind::heading || block.link_density() >= 0.5F) return false;
    words += block.weighted_words();
  }
  return words >= fewest_words;
}

bool was_left_to_score(const Choice& choice) {
  const std::string_view pass = choice.decided_by;
  return pass == by_score || pass == by_labelled_lines;
}

}  // namespace

void keep_section_headings(PassState& state) {
  constexpr float least_score = 0.3F;
  // Posts have "Re: ..." above them.
  if (state.page_type == Verdict::forum) return;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const Choice& choice = state.out.choices[i];
    const blocks::TextBlock& block = state.block(i);
    if (choice.kept || block.kind != BlockKind::heading || block.hidden != 0 || block.link_density() >= 0.5F) continue;
    if (choice.score < least_score || !was_left_to_score(choice) || !heads_kept_section(state, i)) continue;
    state.keep(i);
    state.out.choices[i].category = Category::content;
  }
}

}  // namespace pith::select

// What an article ends with: a table, a list, definitions or code right below the last paragraph, in the same element
// as the text. Nothing stands below it that would tell a model so, and what mostly stands at that place on pages is not
// of the article; but that has an element of its own, or is made of links.

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

bool is_unit(page::Tag tag) {
  return tag == page::Tag::table || tag == page::Tag::ul || tag == page::Tag::ol || tag == page::Tag::dl ||
         tag == page::Tag::pre;
}

/// The element around the last paragraph of the text, if most of the text stands in it; -1: there is none.
std::int32_t element_of_text(const PassState& state, std::size_t last) {
  constexpr double least_share = 0.6;  // of the kept letters
  const auto& containers = state.in.blocks.containers;
  std::int32_t c = static_cast<std::int32_t>(state.block(last).container);
  if (containers[static_cast<std::size_t>(c)].tag == page::Tag::p) c = containers[static_cast<std::size_t>(c)].parent;
  if (c <= 0) return -1;
  const blocks::Container& around = containers[static_cast<std::size_t>(c)];
  const auto inside = static_cast<double>(state.kept_letters(around.first_block, around.end_block));
  return inside >= least_share * static_cast<double>(state.kept_letters()) ? c : -1;
}

/// Whether nothing but the model's doubts speaks against the unit.
bool is_undisputed_unit(PassState& state, const blocks::Container& unit) {
  constexpr float least_score = 0.2F;
  constexpr std::uint32_t most_blocks = 60;
  if (unit.end_block - unit.first_block > most_blocks || !may_be_text(state, unit, least_score)) return false;
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
    if (stands_in(state, b, foreign_groups) || sign_of_boilerplate(state, b) != Category::content) return false;
    if (!state.out.choices[b].kept && !state.is_left_to_score(b)) return false;
  }
  return true;
}

}  // namespace

void keep_closing_units(PassState& state) {
  if (state.is_text() || state.page_type != Verdict::article || state.options.leaning == Leaning::precise) return;
  const ProseExtent prose = prose_extent(state);
  if (prose.first == state.size()) return;
  const std::int32_t around = element_of_text(state, prose.last);
  if (around < 0) return;
  std::size_t below = prose.last + 1;
  for (const blocks::Container& unit : state.in.blocks.containers) {
    if (unit.parent != around || !is_unit(unit.tag) || unit.first_block == unit.end_block) continue;
    // A heading or a line that announces it may stand between, if it is kept.
    while (below < unit.first_block && state.out.choices[below].kept) ++below;
    if (unit.first_block != below) continue;
    if (!is_undisputed_unit(state, unit)) return;
    for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
      if (!state.out.choices[b].kept) state.keep(b, "closing units");
    }
    below = unit.end_block;
  }
}

}  // namespace pith::select

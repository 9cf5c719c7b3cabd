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

/// The narrowest element around the last paragraph that most of the text stands in; -1: there is none.
std::int32_t element_of_text(const PassState& state, std::size_t last) {
  constexpr double least_share = 0.6;  // of the kept letters
  constexpr int highest = 3;           // the text may end within a section, or a list of definitions
  const auto& containers = state.in.blocks.containers;
  const auto all = static_cast<double>(state.kept_letters());
  std::int32_t c = static_cast<std::int32_t>(state.block(last).container);
  if (containers[static_cast<std::size_t>(c)].tag == page::Tag::p) c = containers[static_cast<std::size_t>(c)].parent;
  for (int up = 0; up <= highest && c > 0; ++up) {
    const blocks::Container& around = containers[static_cast<std::size_t>(c)];
    const auto inside = static_cast<double>(state.kept_letters(around.first_block, around.end_block));
    if (inside >= least_share * all) return c;
    c = around.parent;
  }
  return -1;
}

/// A few lines in an element of their own, without a link: a note of a manual, where an event takes place. Only in an
/// <article>, where what is not of the text is less common.
bool is_small_section(const PassState& state, const blocks::Container& unit) {
  constexpr std::uint32_t most_blocks = 4;
  constexpr std::uint32_t most_letters = 300;
  constexpr float least_score = 0.12F;       // of each line: controls have less
  constexpr std::uint32_t fewest_words = 4;  // fewer are a signature
  const bool is_box = unit.tag == page::Tag::div || unit.tag == page::Tag::section || unit.tag == page::Tag::aside;
  if (!is_box || unit.end_block - unit.first_block > most_blocks) return false;
  if (has_image_beside(state, unit.first_block, unit.end_block)) return false;
  std::uint32_t letters = 0;
  std::uint32_t words = 0;
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
    letters += state.block(b).letters;
    words += state.block(b).word_count;
    if (state.block(b).links > 0 || state.out.choices[b].score < least_score) return false;
    if (state.block(b).kind == BlockKind::caption) return false;
  }
  const auto& containers = state.in.blocks.containers;
  bool is_in_article = false;
  for (std::int32_t c = unit.parent; c > 0 && !is_in_article; c = containers[static_cast<std::size_t>(c)].parent) {
    const auto at = static_cast<std::size_t>(c);
    is_in_article = containers[at].tag == page::Tag::article || containers[at].tag == page::Tag::main ||
                    (state.in.matches.groups_by_name[at] & rules::attribute_group("main")) != 0;
  }
  return is_in_article && letters <= most_letters && words >= fewest_words;
}

/// Whether nothing but the model's doubts speaks against the unit.
bool is_undisputed_unit(PassState& state, const blocks::Container& unit) {
  constexpr float least_score = 0.15F;
  constexpr float least_of_section = 0.18F;
  constexpr std::uint32_t most_blocks = 60;
  // "note" is a class of legal notices, and of the notes of a manual.
  const rules::AttributeGroups foreign =
      is_unit(unit.tag) ? foreign_groups : foreign_groups & ~rules::attribute_group("legal");
  if (unit.end_block - unit.first_block > most_blocks ||
      !may_be_text(state, unit, {is_unit(unit.tag) ? least_score : least_of_section}))
    return false;
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
    if (stands_in(state, b, foreign) || sign_of_boilerplate(state, b) != Category::content) return false;
    if (!state.out.choices[b].kept && !state.is_left_to_score(b)) return false;
  }
  return true;
}

/// The units of the element right below `below`, the first block after the text; where the next block is then.
std::size_t keep_units_of(PassState& state, std::int32_t around, std::size_t below) {
  const auto& containers = state.in.blocks.containers;
  const blocks::Container& element = containers[static_cast<std::size_t>(around)];
  for (auto c = static_cast<std::uint32_t>(around) + 1; c < element.subtree_end; c = containers[c].subtree_end) {
    const blocks::Container& unit = containers[c];
    if (unit.first_block == unit.end_block || unit.end_block <= below) continue;
    if (!is_unit(unit.tag) && !is_small_section(state, unit)) continue;
    // A heading or a line that announces it may stand between, if it is kept.
    while (below < unit.first_block && state.out.choices[below].kept) ++below;
    if (unit.first_block != below) continue;
    if (!is_undisputed_unit(state, unit)) break;
    for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
      if (!state.out.choices[b].kept) state.keep(b);
    }
    below = unit.end_block;
  }
  return below;
}

/// Whether kept lines stand right above and below the unit, in the element that it stands in.
bool is_enclosed_by_text(const PassState& state, const blocks::Container& unit) {
  if (unit.parent < 0 || unit.first_block == unit.end_block || state.out.choices[unit.first_block].kept) return false;
  const blocks::Container& around = state.in.blocks.containers[static_cast<std::size_t>(unit.parent)];
  if (unit.first_block <= around.first_block || unit.end_block >= around.end_block) return false;
  const std::uint32_t above = unit.first_block - 1;
  return static_cast<std::int32_t>(above) != state.out.title_block && state.out.choices[above].kept &&
         state.out.choices[unit.end_block].kept;
}

/// Small sections that the text encloses: a note between the steps of a manual.
void keep_enclosed_sections(PassState& state) {
  for (const blocks::Container& unit : state.in.blocks.containers) {
    if (!is_enclosed_by_text(state, unit) || !is_small_section(state, unit) || !is_undisputed_unit(state, unit))
      continue;
    for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
      if (!state.out.choices[b].kept) state.keep(b);
    }
  }
}

}  // namespace

void keep_closing_units(PassState& state) {
  constexpr int most_levels = 3;
  const bool may_be = state.page_type == Verdict::article || state.page_type == Verdict::product;
  if (state.is_text() || !may_be || state.options.leaning == Leaning::precise) return;
  const ProseExtent prose = prose_extent(state);
  if (prose.first == state.size()) return;
  keep_enclosed_sections(state);
  const auto& containers = state.in.blocks.containers;
  std::int32_t around = element_of_text(state, prose.last);
  std::size_t below = prose.last + 1;
  for (int level = 0; level < most_levels && around > 0; ++level) {
    below = keep_units_of(state, around, below);
    const blocks::Container& element = containers[static_cast<std::size_t>(around)];
    while (below < element.end_block && state.out.choices[below].kept) ++below;
    // Where the text ends with its element, the units may stand beside that; but not beside an article.
    if (below != element.end_block || element.tag == page::Tag::article) return;
    around = element.parent;
  }
}

}  // namespace pith::select

// Section headings: a heading that was dropped by a hair comes back when the section below it was kept. Headings are
// short and score below their text; a text without them has lost its order. Above tables, code and definitions they
// score lower still: "Parameters" says nothing but what stands below it.

#include <string_view>

#include "blocks/tables.hpp"
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

/// Whether a table, code or definitions, which are kept, begin with the block below heading `i`, in the box that the
/// heading stands in.
bool heads_kept_unit(const PassState& state, std::size_t i) {
  const std::size_t below = i + 1;
  if (below >= state.size() || !state.out.choices[below].kept) return false;
  const auto& containers = state.in.blocks.containers;
  const std::int32_t box = containers[state.block(i).container].parent;
  bool is_unit = false;
  for (std::uint32_t c = state.block(below).container; c > 0 && containers[c].first_block == below;
       c = static_cast<std::uint32_t>(containers[c].parent)) {
    const page::Tag tag = containers[c].tag;
    is_unit = is_unit || tag == page::Tag::pre || tag == page::Tag::dl ||
              (tag == page::Tag::table && blocks::is_data_table(state.in.page, state.in.blocks, c));
    if (is_unit && containers[c].parent == box) return true;
  }
  return false;
}

}  // namespace

void keep_unit_headings(PassState& state) {
  constexpr float least_score = 0.2F;
  if (state.is_text() || state.page_type == Verdict::forum || state.page_type == Verdict::listing) return;
  for (std::size_t i = 1; i < state.size(); ++i) {
    const Choice& choice = state.out.choices[i];
    const blocks::TextBlock& block = state.block(i);
    if (choice.kept || block.kind != BlockKind::heading || block.hidden != 0 || block.links > 0) continue;
    if (choice.score < least_score || !was_left_to_score(choice) || !state.out.choices[i - 1].kept) continue;
    if (!heads_kept_unit(state, i)) continue;
    state.keep(i);
    state.out.choices[i].category = Category::content;
  }
}

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

// Units that the text encloses: code, tables, lists and definitions between two paragraphs or headings of one element,
// however many. The model knows running text; of cells, entries and lines of code it doubts most where a page has few
// of them.

#include <algorithm>
#include <vector>

#include "blocks/tables.hpp"
#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

/// But "app", which programs call what is around all that they make.
constexpr rules::AttributeGroups other_parts = foreign_groups & ~rules::attribute_groups({"app"});

/// Of an element by itself.
bool is_list(page::Tag tag) {
  return tag == page::Tag::ul || tag == page::Tag::ol;
}

/// What stands in a box with prompts or names of files beside it. Lists in boxes are mostly not the article's.
bool is_boxed_unit(const PassState& state, std::uint32_t container) {
  const page::Tag tag = state.in.blocks.containers[container].tag;
  if (tag == page::Tag::table) return blocks::is_data_table(state.in.page, state.in.blocks, container);
  return tag == page::Tag::pre || tag == page::Tag::dl;
}

/// Whether the block stands in a unit below the container `outside`.
bool stands_in_unit(const PassState& state, std::uint32_t block, std::uint32_t outside) {
  const auto& containers = state.in.blocks.containers;
  for (std::uint32_t c = state.block(block).container; c > outside;
       c = static_cast<std::uint32_t>(std::max(containers[c].parent, 0))) {
    if (is_boxed_unit(state, c)) return true;
  }
  return false;
}

/// Of what is made of units: whether the block is one's, not a label.
bool is_of_unit(const PassState& state, std::uint32_t block, std::uint32_t container) {
  return is_list(state.in.blocks.containers[container].tag) || stands_in_unit(state, block, container - 1);
}

bool is_box(page::Tag tag) {
  return tag == page::Tag::div || tag == page::Tag::figure || tag == page::Tag::section || tag == page::Tag::details ||
         tag == page::Tag::custom;
}

/// A unit, or a box of units and lines of a few letters.
bool is_made_of_units(const PassState& state, std::uint32_t container) {
  constexpr std::uint32_t longest_label = 30;  // letters
  const blocks::Container& here = state.in.blocks.containers[container];
  if (is_list(here.tag) || is_boxed_unit(state, container)) return true;
  if (!is_box(here.tag)) return false;
  bool has_unit = false;
  for (std::uint32_t b = here.first_block; b < here.end_block; ++b) {
    const bool is_of_unit = stands_in_unit(state, b, container);
    if (!is_of_unit && state.block(b).letters > longest_label) return false;
    has_unit = has_unit || is_of_unit;
  }
  return has_unit;
}

bool is_kept(const PassState& state, const blocks::Container& here) {
  for (std::uint32_t b = here.first_block; b < here.end_block; ++b) {
    if (!state.out.choices[b].kept) return false;
  }
  return true;
}

/// Whether nothing but the model's doubts speaks against what is not kept of it.
bool may_be_enclosed_unit(PassState& state, std::uint32_t container) {
  constexpr float least_score = 0.1F;
  constexpr float least_of_line = 0.08F;
  constexpr std::uint32_t most_blocks = 60;
  const blocks::Container& unit = state.in.blocks.containers[container];
  if (unit.end_block - unit.first_block > most_blocks || !is_made_of_units(state, container) ||
      !may_be_text(state, unit, {.least_score = least_score, .most_links = 0.5F}))
    return false;
  for (std::uint32_t b = unit.first_block; b < unit.end_block; ++b) {
    if (state.out.choices[b].kept) continue;
    const bool is_label = !is_of_unit(state, b, container);
    if (is_label && sign_of_boilerplate(state, b) == Category::pagination)
      continue;  // of a table that a script turns the pages of
    // Units that were dropped for the sake of wholeness are doubted, too; columns of numbers beside code are known.
    const bool is_free =
        state.is_left_to_score(b) || (state.is_decided_by(b, by_units) && state.block(b).kind != BlockKind::code);
    if (!is_free || state.out.choices[b].score < least_of_line) return false;
    if (state.block(b).kind == BlockKind::code) continue;
    if (!is_label && stands_in(state, b, other_parts)) return false;
    if (sign_of_boilerplate(state, b) != Category::content) return false;
  }
  return true;
}

/// A paragraph or a heading that the model is sure of.
bool is_sure_line(const PassState& state, const blocks::Container& here) {
  constexpr float sure_score = 0.7F;
  const bool may_be = here.tag == page::Tag::p || here.tag == page::Tag::div || here.tag == page::Tag::blockquote ||
                      page::heading_level(here.tag) > 0;
  return may_be && here.end_block - here.first_block == 1 && state.out.choices[here.first_block].kept &&
         state.out.choices[here.first_block].model_score >= sure_score;
}

/// What of the containers from `begin` to `end`, side by side, is of units; their labels are left to what other passes
/// know of them.
void keep_units_of_run(PassState& state, std::uint32_t begin, std::uint32_t end) {
  const auto& containers = state.in.blocks.containers;
  for (std::uint32_t c = begin; c < end; c = containers[c].subtree_end) {
    if (!is_kept(state, containers[c]) && !may_be_enclosed_unit(state, c)) return;
  }
  for (std::uint32_t c = begin; c < end; c = containers[c].subtree_end) {
    for (std::uint32_t b = containers[c].first_block; b < containers[c].end_block; ++b) {
      if (is_of_unit(state, b, c) && !state.out.choices[b].kept) state.keep(b);
    }
  }
}

void keep_units_between_lines(PassState& state, std::uint32_t element) {
  const auto& containers = state.in.blocks.containers;
  const blocks::Container& around = containers[element];
  std::uint32_t after_line = 0;  // the container right below the last line of text; 0: something else came since
  std::uint32_t next_block = around.first_block;
  for (std::uint32_t c = element + 1; c < around.subtree_end; c = containers[c].subtree_end) {
    const blocks::Container& here = containers[c];
    if (here.first_block != next_block) after_line = 0;  // text right in the element
    next_block = here.end_block;
    if (here.first_block == here.end_block || !is_sure_line(state, here)) continue;
    if (after_line != 0 && after_line != c) keep_units_of_run(state, after_line, c);
    after_line = here.subtree_end;
  }
}

/// The elements that hold kept lines above and what is not kept below them, and the boxes around these, in order.
std::vector<std::uint32_t> elements_with_gaps(const PassState& state) {
  constexpr int highest = 1;  // boxes of a tool around its code, of which some lines are kept
  const auto& containers = state.in.blocks.containers;
  std::vector<std::uint32_t> found;
  for (std::size_t i = 1; i < state.size(); ++i) {
    if (state.out.choices[i].kept || !state.out.choices[i - 1].kept) continue;
    auto c = static_cast<std::int32_t>(state.block(i).container);
    while (c > 0 && containers[static_cast<std::size_t>(c)].first_block == i)
      c = containers[static_cast<std::size_t>(c)].parent;
    for (int up = 0; up <= highest && c >= 0; ++up, c = containers[static_cast<std::size_t>(c)].parent)
      found.push_back(static_cast<std::uint32_t>(c));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace

void keep_enclosed_units(PassState& state) {
  // Manuals are made of units, which the model knows; shops show other things between the paragraphs.
  const bool may_be = state.page_type == Verdict::article || state.page_type == Verdict::forum;
  if (state.is_text() || !may_be || state.options.leaning == Leaning::precise) return;
  for (const std::uint32_t element : elements_with_gaps(state)) keep_units_between_lines(state, element);
}

}  // namespace pith::select

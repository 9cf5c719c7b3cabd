// Boxes that open, by their name, beside the element of the main text (<main>): help on keys, offers, dialogs. A style
// sheet hides them until then, and on a page of few words they may be most of what reads like a text.

#include <numeric>
#include <vector>

#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

constexpr std::size_t no_main = static_cast<std::size_t>(-1);

/// The page's only <main>, if it has one, and blocks stand in it.
std::size_t only_main(const blocks::BlockList& blocks) {
  std::size_t found = no_main;
  for (std::size_t c = 0; c < blocks.containers.size(); ++c) {
    if (blocks.containers[c].tag != page::Tag::main) continue;
    if (found != no_main) return no_main;
    found = c;
  }
  const bool has_blocks = found != no_main && blocks.containers[found].first_block < blocks.containers[found].end_block;
  return has_blocks ? found : no_main;
}

std::vector<std::uint32_t> blocks_of(const blocks::Container& box) {
  std::vector<std::uint32_t> blocks(box.end_block - box.first_block);
  std::iota(blocks.begin(), blocks.end(), box.first_block);
  return blocks;
}

}  // namespace

void lower_popups(PassState& state) {
  if (state.is_text()) return;
  const auto& containers = state.in.blocks.containers;
  const std::size_t main = only_main(state.in.blocks);
  if (main == no_main) return;
  std::uint32_t covered = 0;  // blocks before it are in such a box already
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const blocks::Container& box = containers[c];
    const bool is_popup = (state.in.matches.groups_by_name[c] & rules::attribute_group("popup")) != 0;
    const bool is_beside =
        box.end_block <= containers[main].first_block || box.first_block >= containers[main].end_block;
    if (!is_popup || !is_beside || box.first_block < covered) continue;
    covered = box.end_block;
    const std::vector<std::uint32_t> found = blocks_of(box);
    if (is_sure_text(state, found)) continue;
    for (const std::uint32_t i : found) {
      if (!state.is_left_to_score(i)) continue;
      state.lower(i, 0.1F);
      state.out.choices[i].category = Category::site_chrome;
    }
  }
}

}  // namespace pith::select

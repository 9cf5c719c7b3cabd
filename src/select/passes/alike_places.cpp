// Blocks that stand in alike places share a part of their fate: the paragraphs of a row of cards, the lines of a list,
// the posts of a thread are of the article together or not at all, though each is scored by itself.

#include <algorithm>
#include <span>

#include "measure/hashes.hpp"
#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

/// Of each block, a hash of the last three (tag, class) pairs above it.
void find_places(const measure::MeasureInput& in, std::vector<std::uint64_t>& places) {
  constexpr int pairs = 3;
  places.clear();
  for (const blocks::TextBlock& block : in.blocks.blocks) {
    std::uint64_t key = 0;
    auto c = static_cast<std::int32_t>(block.container);
    for (int k = 0; k < pairs && c >= 0; ++k) {
      key = measure::mix_hash(key, in.matches.shapes[static_cast<std::size_t>(c)]);
      c = in.blocks.containers[static_cast<std::size_t>(c)].parent;
    }
    places.push_back(key);
  }
}

void add_weights(const PassState& state, std::span<const std::uint32_t> rows, std::vector<AlikeBlocks>& alike) {
  constexpr std::uint32_t greatest_weight = 60;  // words: one long block must not decide for all
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double weight = std::min(state.block(i).word_count, greatest_weight) + 1;
    AlikeBlocks& row = alike[rows[i]];
    ++row.count;
    row.score += weight * static_cast<double>(state.out.choices[i].score);
    row.weight += weight;
  }
}

}  // namespace

void average_similar_blocks(PassState& state) {
  // .3: .2 and .4 do the same within noise, .7 costs articles and products what forums gain.
  constexpr float usual_part = 0.3F;
  constexpr float part_of_posts = 0.7F;
  const float common_part = state.expects(Expect::forum) ? part_of_posts : usual_part;
  // Two alike places are often a pair that differs: headline and byline, question and answer.
  constexpr std::uint32_t fewest = 3;
  if (state.is_text()) return;
  PassScratch& scratch = state.out.scratch;
  find_places(state.in, scratch.places);
  scratch.groups.find(scratch.places);
  const std::span<const std::uint32_t> rows = scratch.groups.numbers();
  scratch.alike.assign(scratch.groups.count(), {});
  add_weights(state, rows, scratch.alike);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const AlikeBlocks& row = scratch.alike[rows[i]];
    if (row.count < fewest) continue;
    float& score = state.out.choices[i].score;
    score += common_part * (static_cast<float>(row.score / row.weight) - score);
  }
}

}  // namespace pith::select

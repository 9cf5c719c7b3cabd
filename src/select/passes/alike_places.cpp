// Blocks that stand in alike places share a part of their fate: the paragraphs of a row of cards, the lines of a list,
// the posts of a thread are of the article together or not at all, though each is scored by itself.

#include <algorithm>
#include <span>
#include <vector>

#include "measure/hashes.hpp"
#include "select/passes/signs.hpp"

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

/// Numbers of the rows that the blocks stand in, by their places. Valid until the scratch is used again.
std::span<const std::uint32_t> find_rows(PassState& state) {
  PassScratch& scratch = state.out.scratch;
  find_places(state.in, scratch.places);
  scratch.groups.find(scratch.places);
  scratch.alike.assign(scratch.groups.count(), {});
  return scratch.groups.numbers();
}

/// A post that nothing but the model's doubts speaks against.
bool may_be_post(PassState& state, std::size_t i) {
  constexpr float least_score = 0.15F;
  const blocks::TextBlock& block = state.block(i);
  return !state.out.choices[i].kept && state.is_left_to_score(i) && state.out.choices[i].model_score >= least_score &&
         block.hidden == 0 && block.link_density() < 0.5F && state.is_prose(i) &&
         sign_of_boilerplate(state, i) == Category::content;
}

}  // namespace

void keep_alike_posts(PassState& state) {
  // Half of the row's letters: of what is added then seven in ten words are of the gold text.
  constexpr double least_share = 0.5;
  constexpr std::uint32_t fewest = 2;
  if (state.is_text() || state.page_type != Verdict::forum || state.options.leaning == Leaning::precise) return;
  const std::span<const std::uint32_t> rows = find_rows(state);
  std::vector<AlikeBlocks>& alike = state.out.scratch.alike;  // weight: letters; score: those that are kept
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const double letters = state.block(i).letters;
    ++alike[rows[i]].count;
    alike[rows[i]].weight += letters;
    if (state.out.choices[i].kept) alike[rows[i]].score += letters;
  }
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const AlikeBlocks& row = alike[rows[i]];
    const bool is_of_posts = row.count >= fewest && row.score >= least_share * row.weight;
    if (is_of_posts && may_be_post(state, i)) state.keep(i);
  }
}

void average_similar_blocks(PassState& state) {
  // .3: .2 and .4 do the same within noise, .7 costs articles and products what forums gain.
  constexpr float usual_part = 0.3F;
  constexpr float part_of_posts = 0.7F;
  const float common_part = state.expects(Expect::forum) ? part_of_posts : usual_part;
  // Two alike places are often a pair that differs: headline and byline, question and answer.
  constexpr std::uint32_t fewest = 3;
  if (state.is_text()) return;
  const std::span<const std::uint32_t> rows = find_rows(state);
  add_weights(state, rows, state.out.scratch.alike);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const AlikeBlocks& row = state.out.scratch.alike[rows[i]];
    if (row.count < fewest) continue;
    float& score = state.out.choices[i].score;
    score += common_part * (static_cast<float>(row.score / row.weight) - score);
  }
}

}  // namespace pith::select

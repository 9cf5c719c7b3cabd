// Blocks that stand in alike places share a part of their fate: the paragraphs of a row of cards, the lines of a list,
// the posts of a thread are of the article together or not at all, though each is scored by itself.

#include <algorithm>

#include "scoring/hashes.hpp"
#include "scoring/passes.hpp"

namespace pith::scoring {
namespace {

/// Hash of each container's tag and class.
void find_shapes(const MeasureInput& in, std::vector<std::uint64_t>& shapes) {
  // 60 bytes: what follows the first few classes is state, which differs between siblings.
  constexpr std::size_t class_bytes = 60;
  shapes.resize(in.blocks.containers.size());
  for (std::size_t c = 0; c < shapes.size(); ++c) {
    const blocks::Container& container = in.blocks.containers[c];
    std::string_view classes;
    if (!in.page.nodes.empty()) classes = in.page.attribute(container.node, page::AttributeName::class_);
    shapes[c] = mix_hash(hash_text(classes.substr(0, class_bytes)), static_cast<std::uint64_t>(container.tag));
  }
}

/// The last three (tag, class) pairs above each block, alike ones side by side.
using Places = std::vector<Fingerprint>;

void find_places(const MeasureInput& in, PassScratch& scratch) {
  constexpr int pairs = 3;
  find_shapes(in, scratch.shapes);
  const std::vector<std::uint64_t>& shapes = scratch.shapes;
  Places& places = scratch.fingerprints;
  places.clear();
  for (std::uint32_t i = 0; i < in.blocks.blocks.size(); ++i) {
    std::uint64_t key = 0;
    auto c = static_cast<std::int32_t>(in.blocks.blocks[i].container);
    for (int k = 0; k < pairs && c >= 0; ++k) {
      key = mix_hash(key, shapes[static_cast<std::size_t>(c)]);
      c = in.blocks.containers[static_cast<std::size_t>(c)].parent;
    }
    places.push_back({key, i});
  }
  std::sort(places.begin(), places.end(), [](const Fingerprint& a, const Fingerprint& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.block < b.block;
  });
}

/// Moves the scores of places [begin, end) towards their mean.
void draw_together(PassState& state, const Places& places, std::size_t begin, std::size_t end) {
  // .3: .2 and .4 do the same within noise, .7 costs articles and products what forums gain.
  constexpr float common_part = 0.3F;
  constexpr std::uint32_t longest_voice = 60;  // words; one long block must not decide for all
  double sum = 0;
  double weight = 0;
  for (std::size_t k = begin; k < end; ++k) {
    const double voice = std::min(state.block(places[k].block).word_count, longest_voice) + 1;
    sum += voice * static_cast<double>(state.out.choices[places[k].block].score);
    weight += voice;
  }
  const auto mean = static_cast<float>(sum / weight);
  for (std::size_t k = begin; k < end; ++k) {
    float& score = state.out.choices[places[k].block].score;
    score += common_part * (mean - score);
  }
}

}  // namespace

void draw_alike_together(PassState& state) {
  if (state.is_text()) return;
  find_places(state.in, state.out.scratch);
  const Places& places = state.out.scratch.fingerprints;
  for (std::size_t begin = 0; begin < places.size();) {
    std::size_t end = begin + 1;
    while (end < places.size() && places[end].hash == places[begin].hash) ++end;
    // Two alike places are often a pair that differs: headline and byline, question and answer.
    if (end - begin >= 3) draw_together(state, places, begin, end);
    begin = end;
  }
}

}  // namespace pith::scoring

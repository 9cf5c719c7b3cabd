// The decision: which blocks make the article, given each one's probability.
//
// The prefix of the blocks sorted by probability that maximises the expected F measure (scoring.md, "Decision"):
//   E = (1 + b^2) * sum_kept(p n) / (sum_kept(n) + b^2 * sum_all(p n)),  n = words, b = 1 when balanced.

#include <algorithm>
#include <span>

#include "scoring/passes.hpp"

namespace pith::scoring {
namespace {

/// b^2 of the F measure: below 1 precision counts more, above it recall.
float beta_squared(Leaning leaning) {
  switch (leaning) {
    case Leaning::balanced:
      return 1.0F;
    case Leaning::precise:
      return 0.25F;
    case Leaning::complete:
      return 4.0F;
  }
  return 1.0F;
}

/// Below this expected F1 an HTML page has no article (scoring.md: .2 is best; on plain text the rule only costs).
constexpr float least_expected_f1 = 0.2F;

struct Cut {
  std::size_t kept = 0;  // of the sorted blocks
  float expected = 0;
};

Cut best_cut(const PassState& state, std::span<const RankedBlock> order, float beta2) {
  double all = 0;
  for (const RankedBlock& ranked : order)
    all += ranked.score * static_cast<double>(state.block(ranked.block).word_count);
  Cut best;
  double found = 0;
  double size = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const double words = state.block(order[k].block).word_count;
    found += order[k].score * words;
    size += words;
    const double below = size + beta2 * all;
    const auto expected = static_cast<float>(below > 0 ? (1.0 + beta2) * found / below : 0.0);
    if (expected > best.expected) best = {k + 1, expected};
  }
  return best;
}

/// Expected F1 (b = 1) of keeping the first `kept` of `order`.
float expected_f1(const PassState& state, std::span<const RankedBlock> order, std::size_t kept) {
  double all = 0;
  double found = 0;
  double size = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const double words = state.block(order[k].block).word_count;
    const double expected_words = order[k].score * words;
    all += expected_words;
    if (k < kept) {
      found += expected_words;
      size += words;
    }
  }
  return size + all > 0 ? static_cast<float>(2 * found / (size + all)) : 0.0F;
}

}  // namespace

void decide(PassState& state) {
  std::vector<RankedBlock>& order = state.out.scratch.ranked;
  order.clear();
  for (std::uint32_t i = 0; i < state.size(); ++i) order.push_back({state.out.choices[i].score, i});
  std::sort(order.begin(), order.end(), [](const RankedBlock& a, const RankedBlock& b) {
    return a.score != b.score ? a.score > b.score : a.block < b.block;
  });
  const Cut cut = best_cut(state, order, beta_squared(state.options.leaning));
  const float f1 = expected_f1(state, order, cut.kept);
  state.out.expected_f1 = f1;
  if (!state.is_text() && best_cut(state, order, 1.0F).expected < least_expected_f1) return;
  for (std::size_t k = 0; k < cut.kept; ++k) state.out.choices[order[k].block].kept = true;
}

}  // namespace pith::scoring

// The decision: which blocks make the article, given each one's probability.
//
// The prefix of the blocks sorted by probability that maximises the expected F measure:
//   E = (1 + b^2) * sum_kept(p n) / (sum_kept(n) + b^2 * sum_all(p n)),  n = words, b = 1 when balanced.
// E treats blocks as independent. But blocks stand or fall together: on an HTML page that surely has an
// article, the doubtful ones are one section that is all of it or none. There E is averaged over pages that could be,
// each of which has the blocks above one level of probability, every level being equally likely.
// What is doubtful is judged by the page's type: on a listing it is rather text (a card), on an article rather not.

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "select/passes/passes.hpp"

namespace pith::select {
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

/// Below this expected F1 an HTML page has no article (.2 is the best of .05 to .4 on the development pages; on plain
/// text the rule only costs).
constexpr float least_expected_f1 = 0.2F;

struct Cut {
  std::size_t kept = 0;  // of the sorted blocks
  float expected = 0;
};

/// Levels of probability that stand for all: 16 choose the same blocks as 100.
constexpr std::size_t level_count = 16;

/// Words of the blocks above each level, the lowest level first.
std::array<double, level_count> words_above_levels(const PassState& state, std::span<const RankedBlock> order) {
  std::array<double, level_count> words{};
  double size = 0;
  std::size_t k = 0;
  for (std::size_t level = level_count; level-- > 0;) {
    const double probability = (static_cast<double>(level) + 0.5) / level_count;
    for (; k < order.size() && order[k].score > probability; ++k) size += state.block(order[k].block).word_count;
    words[level] = size;
  }
  return words;
}

/// Mean F over the pages that could be, when the kept blocks have `size` words.
double mean_over_levels(const std::array<double, level_count>& above, double size, double beta2) {
  double sum = 0;
  for (const double words : above) {
    const double below = size + beta2 * words;
    sum += below > 0 ? (1 + beta2) * std::min(size, words) / below : 0.0;
  }
  return sum / level_count;
}

/// `correlation`: how much the blocks stand or fall together, 0 (each by itself) to 1.
Cut best_cut(const PassState& state, std::span<const RankedBlock> order, float beta2, double correlation) {
  double all = 0;
  for (const RankedBlock& ranked : order)
    all += ranked.score * static_cast<double>(state.block(ranked.block).word_count);
  const auto above = correlation > 0 ? words_above_levels(state, order) : std::array<double, level_count>{};
  Cut best;
  double found = 0;
  double size = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const double words = state.block(order[k].block).word_count;
    found += order[k].score * words;
    size += words;
    const double below = size + beta2 * all;
    double value = below > 0 ? (1.0 + beta2) * found / below : 0.0;
    if (correlation > 0) value += correlation * (mean_over_levels(above, size, beta2) - value);
    const auto expected = static_cast<float>(value);
    if (expected > best.expected) best = {k + 1, expected};
  }
  return best;
}

/// How much the blocks of a page stand or fall together, 0 to 1, by the expected F1 of its best cut. On pages of
/// doubt, collections above all, each card is independent.
double block_correlation(float expected) {
  constexpr double none_below = 0.5;
  constexpr double full_from = 0.9;
  return std::clamp((static_cast<double>(expected) - none_below) / (full_from - none_below), 0.0, 1.0);
}

/// The power to which scores are raised before they are weighed, in eighths: 8 leaves them as they are. (On held-out
/// pages collections gain .012 by it, magic-article .009, daniel .002; 4 to 14 eighths were tried.)
int doubt_eighths(const PassState& state) {
  constexpr int rather_not = 11;
  constexpr int rather = 6;
  constexpr int as_it_is = 8;
  constexpr float sure = 0.97F;
  const Verdict type = state.out.verdict;
  if (type == Verdict::listing) return rather;
  if (state.is_text()) return as_it_is;
  if (type == Verdict::documentation) return rather;
  return type == Verdict::article && state.out.verdict_confidence >= sure ? rather_not : as_it_is;
}

/// By square roots, which are the same on every machine.
double raised(double score, int eighths) {
  if (eighths == 8) return score;
  const double root = std::sqrt(std::sqrt(std::sqrt(score)));
  double power = 1;
  for (int k = 0; k < eighths; ++k) power *= root;
  return power;
}

/// Expected F1 (b = 1) of keeping the first `kept` of `order`.
float expected_f1(const PassState& state, std::span<const RankedBlock> order, std::size_t kept) {
  double all = 0;
  double found = 0;
  double size = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const double words = state.block(order[k].block).word_count;
    const double expected_words = static_cast<double>(state.out.choices[order[k].block].score) * words;
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
  const int eighths = doubt_eighths(state);
  for (std::uint32_t i = 0; i < state.size(); ++i) {
    order.push_back({raised(static_cast<double>(state.out.choices[i].score), eighths), i});
  }
  std::sort(order.begin(), order.end(), [](const RankedBlock& a, const RankedBlock& b) {
    return a.score != b.score ? a.score > b.score : a.block < b.block;
  });
  const float alone = best_cut(state, order, 1.0F, 0).expected;
  const Cut cut =
      best_cut(state, order, beta_squared(state.options.leaning), state.is_text() ? 0 : block_correlation(alone));
  const float f1 = expected_f1(state, order, cut.kept);
  state.out.expected_f1 = f1;
  if (!state.is_text() && alone < least_expected_f1) return;
  for (std::size_t k = 0; k < cut.kept; ++k) state.out.choices[order[k].block].kept = true;
}

}  // namespace pith::select

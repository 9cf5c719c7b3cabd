#include "scoring/model.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace pith::scoring {
namespace {

constexpr double leaf_unit = 1.0 / (1 << 20);

/// e^x for |x| <= 700, to about 1e-15. Cody and Waite's range reduction, then the Taylor series.
double exponential(double x) noexcept {
  constexpr double log2_e = 1.4426950408889634;
  constexpr double ln2_high = 0.693147180369123816490;
  constexpr double ln2_low = 1.90821492927058770002e-10;
  const auto k = static_cast<std::int64_t>(x * log2_e + (x < 0 ? -0.5 : 0.5));
  const auto scale = static_cast<double>(k);
  const double r = (x - scale * ln2_high) - scale * ln2_low;
  double sum = 1.0;
  for (int term = 14; term >= 1; --term) sum = 1.0 + sum * r / term;
  const auto bits = static_cast<std::uint64_t>(k + 1023) << 52U;
  return sum * std::bit_cast<double>(bits);
}

/// Rows that walk a tree together: their walks do not wait for each other's memory.
constexpr std::size_t batch = 8;
using RowBatch = std::array<const float*, batch>;

/// The rows from `row` on; past the last one it is repeated.
RowBatch batch_of(const Features& features, std::size_t row, std::size_t rows) {
  RowBatch values{};
  for (std::size_t k = 0; k < batch; ++k) {
    values[k] = features.values.data() + std::min(row + k, rows - 1) * features.columns;
  }
  return values;
}

void add_tree(const Model& model, const Tree& tree, const RowBatch& values, std::array<std::int64_t, batch>& sums) {
  std::array<std::uint32_t, batch> at;
  at.fill(tree.root);
  for (std::uint32_t level = 0; level < tree.depth; ++level) {
    for (std::size_t k = 0; k < batch; ++k) {
      const TreeNode node = model.nodes[at[k]];
      // A mask instead of a branch: which way a block goes cannot be predicted, and a miss costs more than the walk.
      const auto below =
          static_cast<std::uint32_t>(-static_cast<std::int32_t>(values[k][node.column] < node.threshold));
      at[k] += (below & 1U) | (~below & node.right);
    }
  }
  for (std::size_t k = 0; k < batch; ++k) sums[k] += model.leaves[at[k]];
}

}  // namespace

double logistic(double x) noexcept {
  const double bounded = x < -40 ? -40 : (x > 40 ? 40 : x);
  return 1.0 / (1.0 + exponential(-bounded));
}

void score_by_model(const Model& model, const Features& features, Scores& out) {
  const std::size_t rows = features.columns == 0 ? 0 : features.values.size() / features.columns;
  out.values.resize(rows);
  for (std::size_t row = 0; row < rows; row += batch) {
    const RowBatch values = batch_of(features, row, rows);
    std::array<std::int64_t, batch> sums{};
    for (const Tree& tree : model.trees) add_tree(model, tree, values, sums);
    for (std::size_t k = 0; k < batch && row + k < rows; ++k) {
      const double logit = model.base_logit + static_cast<double>(sums[k]) * leaf_unit;
      out.values[row + k] = static_cast<float>(logistic(logit));
    }
  }
}

page::PageKind page_kind_of(const Model& model) noexcept {
  return model.kind;
}
std::string_view provenance_of(const Model& model) noexcept {
  return model.provenance;
}

}  // namespace pith::scoring

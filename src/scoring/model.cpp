#include "scoring/model.hpp"

#include <bit>
#include <cmath>

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

}  // namespace

double logistic(double x) noexcept {
  const double bounded = x < -40 ? -40 : (x > 40 ? 40 : x);
  return 1.0 / (1.0 + exponential(-bounded));
}

void score_by_model(const Model& model, const Features& features, Scores& out) {
  const std::size_t rows = features.columns == 0 ? 0 : features.values.size() / features.columns;
  out.values.resize(rows);
  // Rows in the inner loop over a few of them: the trees stay in the cache, and no memory is needed for sums.
  for (std::size_t row = 0; row < rows; ++row) {
    const float* values = features.values.data() + row * features.columns;
    std::int64_t sum = 0;
    for (const std::uint32_t root : model.roots) {
      const TreeNode* node = &model.nodes[root];
      while (node->right != 0) {
        node = values[node->column] < node->threshold ? node + 1 : &model.nodes[static_cast<std::size_t>(node->right)];
      }
      sum += node->leaf;
    }
    out.values[row] = static_cast<float>(logistic(model.base_logit + static_cast<double>(sum) * leaf_unit));
  }
}

page::PageKind page_kind_of(const Model& model) noexcept {
  return model.kind;
}
std::string_view provenance_of(const Model& model) noexcept {
  return model.provenance;
}

}  // namespace pith::scoring

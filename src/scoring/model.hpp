/// Model: gradient-boosted trees as flat arrays. Private to scoring; see scoring.hpp for what others may do with one.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "scoring/scoring.hpp"

namespace pith::scoring {

/// A split: goes to the next node when value < threshold, else `right` nodes further. A leaf has a threshold that
/// nothing is below (NaN) and stays where it is (right == 0), so a walk may take more steps than the tree is deep.
struct TreeNode {
  float threshold = std::numeric_limits<float>::quiet_NaN();
  std::uint16_t column = 0;  ///< of the feature matrix
  std::uint16_t right = 0;   ///< distance to the right child
};

struct Tree {
  std::uint32_t root = 0;   ///< in Model::nodes
  std::uint32_t depth = 0;  ///< splits on the longest path
};

/// Leaves are whole numbers of 2^-20 logits, so their sum does not depend on order or rounding.
struct Model {
  page::PageKind kind = page::PageKind::html;
  std::string provenance;  ///< lines: sets, sizes, command, date, cross-validated scores
  double base_logit = 0;
  std::vector<std::uint16_t> columns;  ///< of the named features, in the file's order
  std::vector<Tree> trees;
  std::vector<TreeNode> nodes;       ///< preorder, tree after tree: 8 bytes each, so a model fits in the cache
  std::vector<std::int32_t> leaves;  ///< per node: its value in 2^-20 logits, 0 for a split
};

/// 1 / (1 + e^-x) from + - * / alone: the same bits on every IEEE machine, unlike std::exp.
[[nodiscard]] double logistic(double x) noexcept;

}  // namespace pith::scoring

/// Model: gradient-boosted trees as flat arrays. Private to scoring; see scoring.hpp for what others may do with one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scoring/scoring.hpp"

namespace pith::scoring {

/// A split (goes left when value < threshold, right otherwise) or a leaf.
struct TreeNode {
  float threshold = 0;     ///< of a split
  std::int32_t right = 0;  ///< of a split: its right child's index in Model::nodes, the left one is next; of a leaf: 0
  std::int32_t leaf = 0;   ///< of a leaf: its value in 2^-20 logits
  std::uint16_t column = 0;  ///< of a split: column of the feature matrix
};

/// Leaves are whole numbers of 2^-20 logits, so their sum does not depend on order or rounding.
struct Model {
  page::PageKind kind = page::PageKind::html;
  std::string provenance;  ///< lines: sets, sizes, command, date, cross-validated scores
  double base_logit = 0;
  std::vector<std::uint16_t> columns;  ///< of the named features, in the file's order
  std::vector<std::uint32_t> roots;    ///< of the trees, in Model::nodes
  std::vector<TreeNode> nodes;         ///< preorder, tree after tree
};

/// 1 / (1 + e^-x) from + - * / alone: the same bits on every IEEE machine, unlike std::exp.
[[nodiscard]] double logistic(double x) noexcept;

}  // namespace pith::scoring

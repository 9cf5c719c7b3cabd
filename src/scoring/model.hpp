/// Model: gradient-boosted trees as flat arrays. Private to scoring; see scoring.hpp for what others may do with one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scoring/scoring.hpp"

namespace pith::scoring {

/// A question that splits ask: is the value of this column below the threshold?
struct Question {
  std::uint16_t column = 0;  ///< of the feature matrix
  float threshold = 0;
};

/// A split goes to the next node where the answer to its question is yes, else `right` nodes further. A leaf has
/// right == 0.
struct TreeNode {
  std::int32_t value = 0;   ///< split: index in Model::questions; leaf: 2^-20 logits
  std::uint32_t right = 0;  ///< distance to the right child
};

/// Splits on the longest path of a tree, at most.
inline constexpr std::size_t deepest_tree = 64;

/// Leaves are whole numbers of 2^-20 logits, so their sum does not depend on order or rounding.
struct Model {
  page::PageKind kind = page::PageKind::html;
  std::string provenance;  ///< lines: sets, sizes, command, date, cross-validated scores
  double base_logit = 0;
  std::vector<std::uint16_t> columns;  ///< of the named features, in the file's order
  std::vector<Question> questions;     ///< distinct, ordered by column, then by threshold
  std::vector<std::uint32_t> roots;    ///< in `nodes`, one per tree
  std::vector<TreeNode> nodes;         ///< preorder, tree after tree: 8 bytes each, so a model fits in the cache
};

/// 1 / (1 + e^-x) from + - * / alone: the same bits on every IEEE machine, unlike std::exp.
[[nodiscard]] double logistic(double x) noexcept;

/// Bit k: values[k] < threshold. At most 64 values. Both do the same; the first with SSE2 where it is part of the
/// target.
[[nodiscard]] std::uint64_t bits_below(std::span<const float> values, float threshold) noexcept;
[[nodiscard]] std::uint64_t bits_below_portable(std::span<const float> values, float threshold) noexcept;

}  // namespace pith::scoring

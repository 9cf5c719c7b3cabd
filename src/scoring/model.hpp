/// Model: gradient-boosted trees as flat arrays. Private to scoring; see scoring.hpp for what others may do with one.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scoring/scoring.hpp"

namespace pith::scoring {

/// A split asks whether the value of a column is below a threshold. Where it is, it goes to the next node, else `right`
/// nodes further. A leaf has right == 0.
struct TreeNode {
  std::int32_t value = 0;   ///< split: index of its question in Model::thresholds; leaf: 2^-20 logits
  std::uint32_t right = 0;  ///< distance to the right child
};

/// Splits on the longest path of a tree, at most.
inline constexpr std::size_t deepest_tree = 64;

/// The questions about one column: [begin, end) of Model::thresholds.
struct ColumnQuestions {
  std::uint16_t column = 0;
  std::uint32_t begin = 0, end = 0;
};

/// Splits on the longest path of a tree that becomes a table: its leaves are found by one bit a level, in a byte.
inline constexpr std::size_t deepest_table = 8;
/// More than such a tree can have; as a child: a leaf, which needs no further look.
inline constexpr std::uint8_t no_split = 255;

struct TableSplit {
  std::uint32_t question = 0;
  std::uint8_t left = no_split, right = no_split;  ///< children, by their place among the tree's splits
  std::uint8_t level = 0;                          ///< splits above it
};

/// A tree that is evaluated without a branch (see model.cpp). Its leaves stand at the path that leads to them: bit k is
/// set where the path goes right at level k.
struct TreeTable {
  std::uint32_t first_split = 0;  ///< in Model::splits, parents before children
  std::uint32_t end_split = 0;
  std::uint32_t first_leaf = 0;  ///< in Model::leaves: 2^levels of them
  std::uint32_t levels = 0;
};

/// Leaves are whole numbers of 2^-20 logits, so their sum does not depend on order or rounding.
struct Model {
  page::PageKind kind = page::PageKind::html;
  std::string provenance;  ///< lines: sets, sizes, command, date, cross-validated scores
  double base_logit = 0;
  std::vector<std::uint16_t> columns;             ///< of the named features, in the file's order
  std::vector<float> thresholds;                  ///< of the distinct questions, by column, then in ascending order
  std::vector<std::uint8_t> wanted;               ///< per column of the feature set: whether it is asked about
  std::vector<ColumnQuestions> column_questions;  ///< the columns that are asked about
  std::vector<TreeTable> tables;
  std::vector<TableSplit> splits;
  std::vector<std::int32_t> leaves;
  std::vector<std::uint32_t> roots;  ///< in `nodes`, of the trees that are too deep for tables: none of ours is
  std::vector<TreeNode> nodes;       ///< preorder, tree after tree
};

/// Moves the trees that are not too deep from `nodes` to tables.
void make_tables(Model& model);

/// 1 / (1 + e^-x) from + - * / alone: the same bits on every IEEE machine, unlike std::exp.
[[nodiscard]] double logistic(double x) noexcept;

}  // namespace pith::scoring

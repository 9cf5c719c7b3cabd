/// Trees: a model as flat arrays. Private to this folder; model.hpp says what others may do with one.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "model/model.hpp"
#include "model/row_bits.hpp"

namespace pith::model {

/// A split asks whether the value of a column is below a threshold. Where it is, it goes to the next node, else `right`
/// nodes further. A leaf has right == 0.
struct TreeNode {
  std::int32_t value = 0;   ///< split: index of its question in Model::thresholds; leaf: 2^-20 logits
  std::uint32_t right = 0;  ///< distance to the right child
};

/// Logits that the number of a leaf counts.
inline constexpr double leaf_unit = 1.0 / (1 << 20);

/// Greatest depth of a tree, in splits.
inline constexpr std::size_t deepest_tree = 64;

/// The questions about one column: [begin, end) of Model::thresholds; none when it is not asked about.
struct ColumnQuestions {
  std::uint32_t begin = 0, end = 0;
};

/// A tree that is evaluated without a branch (see evaluate.cpp). Its leaves stand at the path that leads to them: bit k
/// is set where the path goes right at level k.
struct TreeTable {
  std::uint32_t first_split = 0;  ///< in Model::splits, level by level
  std::uint32_t first_leaf = 0;   ///< in Model::leaves: 2^levels of them
  std::uint32_t levels = 0;
  std::array<std::uint8_t, deepest_table> level_ends{};  ///< splits of the levels down to each, itself included
};

/// Leaves are whole numbers of 2^-20 logits, so their sum does not depend on order or rounding.
struct Model {
  std::size_t set = 0;  ///< index of its feature set
  double base_logit = 0;
  std::vector<std::uint16_t> columns;      ///< of the named features, in the file's order
  std::vector<float> thresholds;           ///< of the distinct questions, by column, then in ascending order
  std::vector<ColumnQuestions> questions;  ///< per column of the feature set
  std::vector<TreeTable> tables;
  std::vector<TableSplit> splits;
  std::vector<std::int32_t> leaves;
  std::vector<std::uint32_t> roots;  ///< in `nodes`, of the trees that are too deep for tables: none of ours is
  std::vector<TreeNode> nodes;       ///< preorder, tree after tree

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.set, self.base_logit, self.columns, self.thresholds, self.questions, self.tables, self.splits,
                    self.leaves, self.roots, self.nodes);
  }
};

/// Moves the trees that are not too deep from `nodes` to tables.
void make_tables(Model& model);

}  // namespace pith::model

/// Model: gradient-boosted trees as flat arrays. Private to scoring; see scoring.hpp for what others may do with one.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "scoring/row_bits.hpp"
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

/// The questions about one column: [begin, end) of Model::thresholds; none when it is not asked about.
struct ColumnQuestions {
  std::uint32_t begin = 0, end = 0;
};

/// A tree that is evaluated without a branch (see model.cpp). Its leaves stand at the path that leads to them: bit k is
/// set where the path goes right at level k.
struct TreeTable {
  std::uint32_t first_split = 0;  ///< in Model::splits, level by level
  std::uint32_t first_leaf = 0;   ///< in Model::leaves: 2^levels of them
  std::uint32_t levels = 0;
  std::array<std::uint8_t, deepest_table> level_ends{};  ///< splits of the levels down to each, itself included
};

/// Leaves are whole numbers of 2^-20 logits, so their sum does not depend on order or rounding.
struct Model {
  page::PageKind kind = page::PageKind::html;
  std::string provenance;  ///< lines: sets, sizes, command, date, cross-validated scores
  double base_logit = 0;
  std::vector<std::uint16_t> columns;      ///< of the named features, in the file's order
  std::vector<float> thresholds;           ///< of the distinct questions, by column, then in ascending order
  std::vector<ColumnQuestions> questions;  ///< per column of the feature set
  std::vector<TreeTable> tables;
  std::vector<TableSplit> splits;
  std::vector<std::int32_t> leaves;
  std::vector<std::uint32_t> roots;  ///< in `nodes`, of the trees that are too deep for tables: none of ours is
  std::vector<TreeNode> nodes;       ///< preorder, tree after tree
};

/// Moves the trees that are not too deep from `nodes` to tables.
void make_tables(Model& model);

/// Scores up to row_chunk rows at a time: it is given all columns that the model asks about, one by one, then says the
/// scores.
class RowScorer {
 public:
  /// `answers` is memory that it uses as long as it lives.
  RowScorer(const Model& model, std::vector<RowSet>& answers);

  [[nodiscard]] bool asks_about(std::size_t column) const noexcept;
  /// The next `rows` rows, 1 to row_chunk.
  void start(std::size_t rows) noexcept { rows_ = rows; }
  /// Where to write the values of these rows in one column, before answer(column).
  [[nodiscard]] std::span<float> values() noexcept { return std::span(values_).first(rows_); }
  void answer(std::size_t column) noexcept;
  /// The column has this value in all rows, also in those after the next start().
  void answer_all(std::size_t column, float value) noexcept;
  /// Of the rows since start().
  void write_scores(std::span<float> scores) const noexcept;

 private:
  [[nodiscard]] std::span<const float> thresholds_of(std::size_t column) const noexcept;

  const Model& model_;
  std::vector<RowSet>& answers_;  // by question
  const RowOperations& operations_ = fastest_operations();
  std::size_t rows_ = 0;
  std::array<float, row_chunk> values_{};
};

/// 1 / (1 + e^-x) from + - * / alone: the same bits on every IEEE machine, unlike std::exp.
[[nodiscard]] double logistic(double x) noexcept;

}  // namespace pith::scoring

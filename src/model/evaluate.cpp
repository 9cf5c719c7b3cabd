#include <algorithm>
#include <array>
#include <bit>

#include "core/exponential.hpp"
#include "model/row_bits.hpp"
#include "model/row_scorer.hpp"
#include "model/trees.hpp"

namespace pith::model {
namespace {

/// Of row_chunk rows; those beyond the last row are sums of nothing in particular.
using Sums = std::array<std::int64_t, row_chunk>;

/// Adds a tree's leaves to the sums of some eights of rows. At every split the rows that come to it are parted by
/// operations on words, and those that turn right are noted by level: these notes, read row by row, are the paths to
/// the leaves. No branch depends on the answers, so none is mispredicted; a walk down the tree spends most of its time
/// on mispredictions.
void add_table(const Model& model, const RowOperations& operations, const TreeTable& tree,
               std::span<const RowSet> answers, std::span<std::int64_t> sums) {
  RowsTurningRight turning_right;
  const std::span<const std::uint8_t> level_ends = std::span(tree.level_ends).first(tree.levels);
  operations.route_rows(model.splits.data() + tree.first_split, level_ends, answers, turning_right);
  RowBytes paths;
  operations.transpose(turning_right, sums.size(), paths);
  operations.add_leaves(&model.leaves[tree.first_leaf], paths, sums);
}

/// The same for one word of rows and a tree that is too deep for a table: a walk.
void add_deep_tree(const TreeNode* node, std::span<const RowSet> answers, std::size_t word, std::uint64_t rows,
                   Sums& sums) {
  struct Waiting {
    const TreeNode* node;
    std::uint64_t rows;
  };
  std::array<Waiting, deepest_tree> waiting;  // right children, the innermost last
  std::size_t count = 0;
  while (true) {
    while (node->right != 0) {
      const std::uint64_t left = rows & answers[static_cast<std::size_t>(node->value)].words[word];
      const std::uint64_t right = rows ^ left;
      if (left == 0) {
        node += node->right;
        continue;
      }
      if (right != 0) waiting[count++] = {node + node->right, right};
      rows = left;
      ++node;
    }
    for (; rows != 0; rows &= rows - 1) {
      sums[word * word_rows + static_cast<std::size_t>(std::countr_zero(rows))] += node->value;
    }
    if (count == 0) return;
    --count;
    node = waiting[count].node;
    rows = waiting[count].rows;
  }
}

constexpr RowSet all_rows = [] {
  RowSet all{};
  all.words.fill(~std::uint64_t{0});
  return all;
}();

}  // namespace

double logistic(double x) noexcept {
  const double bounded = x < -40 ? -40 : (x > 40 ? 40 : x);
  return 1.0 / (1.0 + core::exponential(-bounded));
}

RowScorer::RowScorer(const Model& model, std::vector<RowSet>& answers) : model_(model), answers_(answers) {
  answers_.resize(model.thresholds.size());
}

bool RowScorer::asks_about(std::size_t column) const noexcept {
  return model_.questions[column].begin < model_.questions[column].end;
}

std::span<const float> RowScorer::thresholds_of(std::size_t column) const noexcept {
  const ColumnQuestions asked = model_.questions[column];
  return std::span(model_.thresholds).subspan(asked.begin, asked.end - asked.begin);
}

/// On most pages most columns are the same in all rows, or nearly: only thresholds between the least and the greatest
/// value need a look at each row.
void RowScorer::answer(std::size_t column) noexcept {
  const std::size_t whole_words = (rows_ + word_rows - 1) / word_rows * word_rows;
  std::fill(&values_[rows_], values_.data() + whole_words, values_[0]);
  const RowValues values = std::span(values_).first(whole_words);
  const Bounds bounds = operations_.bounds(values);
  const std::span<const float> thresholds = thresholds_of(column);  // in ascending order
  const auto asked =
      std::partition_point(thresholds.begin(), thresholds.end(), [=](float t) { return t <= bounds.least; });
  const auto end = std::partition_point(asked, thresholds.end(), [=](float t) { return !(t > bounds.greatest); });
  RowSet* const answers = &answers_[model_.questions[column].begin];
  RowSet* const first = answers + (asked - thresholds.begin());
  std::fill(answers, first, RowSet{});
  operations_.bits_below(values, {asked, end}, first);
  std::fill(first + (end - asked), answers + thresholds.size(), all_rows);
}

void RowScorer::answer_all(std::size_t column, float value) noexcept {
  RowSet* answer = &answers_[model_.questions[column].begin];
  for (const float threshold : thresholds_of(column)) {
    (answer++)->words.fill(value < threshold ? ~std::uint64_t{0} : 0);
  }
}

void RowScorer::write_scores(std::span<float> scores) const noexcept {
  Sums sums{};
  const auto whole_eights = std::span(sums).first((rows_ + 7) / 8 * 8);
  for (const TreeTable& tree : model_.tables) add_table(model_, operations_, tree, answers_, whole_eights);
  for (const std::uint32_t root : model_.roots) {
    for (std::size_t first = 0; first < rows_; first += word_rows) {
      add_deep_tree(&model_.nodes[root], answers_, first / word_rows, ~std::uint64_t{0}, sums);
    }
  }
  for (std::size_t k = 0; k < rows_; ++k) {
    const double logit = model_.base_logit + static_cast<double>(sums[k]) * leaf_unit;
    scores[k] = static_cast<float>(logistic(logit));
  }
}

std::vector<float> FeatureMatrix::row(std::size_t block) const {
  std::vector<float> copy(columns);
  for (std::size_t c = 0; c < columns; ++c) copy[c] = column(c)[block];
  return copy;
}

void score(const Model& model, const FeatureMatrix& features, Scores& out) {
  out.values.resize(features.rows);
  RowScorer scorer(model, out.answers);
  for (std::size_t row = 0; row < features.rows; row += row_chunk) {
    const std::size_t count = std::min(row_chunk, features.rows - row);
    scorer.start(count);
    for (std::size_t c = 0; c < features.columns; ++c) {
      if (!scorer.asks_about(c)) continue;
      const auto values = features.column(c).subspan(row, count);
      std::copy(values.begin(), values.end(), scorer.values().begin());
      scorer.answer(c);
    }
    scorer.write_scores(std::span(out.values).subspan(row, count));
  }
}

std::size_t feature_set_of(const Model& model) noexcept {
  return model.set;
}

}  // namespace pith::model

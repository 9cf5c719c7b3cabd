#include "scoring/model.hpp"

#include <algorithm>
#include <array>
#include <bit>

#include "scoring/row_bits.hpp"

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

/// Answers the questions of one column. On most pages most columns are the same in all rows, or nearly: only
/// thresholds between the least and the greatest value need a look at each row.
void answer_column(const RowOperations& operations, std::span<const float> thresholds, RowValues values,
                   std::uint64_t* answers) {
  const auto [least, greatest] = operations.bounds(values);
  std::size_t q = 0;
  while (q < thresholds.size() && thresholds[q] <= least) answers[q++] = 0;
  while (q < thresholds.size() && thresholds[q] <= greatest) {
    answers[q] = operations.bits_below(values, thresholds[q]);
    ++q;
  }
  while (q < thresholds.size()) answers[q++] = ~std::uint64_t{0};
}

void answer_all_alike(std::span<const float> thresholds, float value, std::uint64_t* answers) {
  for (const float threshold : thresholds) *answers++ = value < threshold ? ~std::uint64_t{0} : 0;
}

/// Answers of up to 64 rows from `row` on: bit k of answers[q] is that of row + k. Those beyond repeat the first row.
void answer(const Model& model, const Features& features, std::size_t row, std::vector<std::uint64_t>& answers) {
  const RowOperations& operations = fastest_operations();
  const std::size_t count = std::min(row_chunk, features.rows - row);
  answers.resize(model.thresholds.size());
  std::array<float, row_chunk> few;
  for (const ColumnQuestions& asked : model.column_questions) {
    const bool is_uniform = features.uniform[asked.column] != 0;
    if (is_uniform && row > 0) continue;  // answered for all rows
    const std::span<const float> column = features.column(asked.column).subspan(row, count);
    const std::span thresholds = std::span(model.thresholds).subspan(asked.begin, asked.end - asked.begin);
    if (is_uniform) {
      answer_all_alike(thresholds, column.front(), &answers[asked.begin]);
      continue;
    }
    if (count < row_chunk) {
      std::copy(column.begin(), column.end(), few.begin());
      std::fill(few.begin() + static_cast<std::ptrdiff_t>(count), few.end(), column.front());
    }
    const RowValues values(count < row_chunk ? few.data() : column.data(), row_chunk);
    answer_column(operations, thresholds, values, &answers[asked.begin]);
  }
}

/// Rows that are scored together.
struct Chunk {
  std::size_t count = 0;
  std::span<const std::uint64_t> answers = {};  ///< per question, a bit for every row
  const RowOperations& operations = fastest_operations();
  std::array<std::int64_t, row_chunk> sums{};
};

/// Adds a tree's leaves to the sums of all rows. At every split the rows that come to it are parted by two operations
/// on words, and those that turn right are noted by level: these notes, read row by row, are the paths to the leaves.
/// Nothing depends on the answers but the data, so nothing is mispredicted; walks spend most of their time on that.
void add_table(const Model& model, const TreeTable& tree, Chunk& chunk) {
  std::array<std::uint64_t, no_split + 1> rows;  // that come to each split
  std::array<std::uint64_t, deepest_table> turns{};
  rows[0] = ~std::uint64_t{0};
  const std::uint64_t* at = rows.data();
  for (const TableSplit& split : std::span(model.splits).subspan(tree.first_split, tree.end_split - tree.first_split)) {
    const std::uint64_t left = *at & chunk.answers[split.question];
    const std::uint64_t right = *at++ ^ left;
    rows[split.left] = left;
    rows[split.right] = right;
    turns[split.level] |= right;
  }
  const std::int32_t* const leaves = &model.leaves[tree.first_leaf];
  RowBytes paths;
  chunk.operations.transpose(std::span(turns).first(tree.levels), paths);
  for (std::size_t k = 0; k < chunk.count; ++k) chunk.sums[k] += leaves[paths[k]];
}

/// The same for a tree that is too deep for a table: a walk.
void add_deep_tree(const TreeNode* node, Chunk& chunk) {
  struct Waiting {
    const TreeNode* node;
    std::uint64_t rows;
  };
  std::uint64_t rows = ~std::uint64_t{0};
  std::array<Waiting, deepest_tree> waiting;  // right children, the innermost last
  std::size_t count = 0;
  while (true) {
    while (node->right != 0) {
      const std::uint64_t left = rows & chunk.answers[static_cast<std::size_t>(node->value)];
      const std::uint64_t right = rows ^ left;
      if (left == 0) {
        node += node->right;
        continue;
      }
      if (right != 0) waiting[count++] = {node + node->right, right};
      rows = left;
      ++node;
    }
    for (; rows != 0; rows &= rows - 1) chunk.sums[static_cast<std::size_t>(std::countr_zero(rows))] += node->value;
    if (count == 0) return;
    --count;
    node = waiting[count].node;
    rows = waiting[count].rows;
  }
}

}  // namespace

double logistic(double x) noexcept {
  const double bounded = x < -40 ? -40 : (x > 40 ? 40 : x);
  return 1.0 / (1.0 + exponential(-bounded));
}

void score_by_model(const Model& model, const Features& features, Scores& out) {
  out.values.resize(features.rows);
  for (std::size_t row = 0; row < features.rows; row += row_chunk) {
    Chunk chunk{.count = std::min(row_chunk, features.rows - row)};
    answer(model, features, row, out.scratch);
    chunk.answers = out.scratch;
    for (const TreeTable& tree : model.tables) add_table(model, tree, chunk);
    for (const std::uint32_t root : model.roots) add_deep_tree(&model.nodes[root], chunk);
    for (std::size_t k = 0; k < chunk.count; ++k) {
      const double logit = model.base_logit + static_cast<double>(chunk.sums[k]) * leaf_unit;
      out.values[row + k] = static_cast<float>(logistic(logit));
    }
  }
}

page::PageKind page_kind_of(const Model& model) noexcept {
  return model.kind;
}
std::span<const std::uint8_t> wanted_columns(const Model& model) noexcept {
  return model.wanted;
}
std::string_view provenance_of(const Model& model) noexcept {
  return model.provenance;
}

}  // namespace pith::scoring

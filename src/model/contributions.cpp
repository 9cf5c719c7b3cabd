#include "model/contributions.hpp"

#include "model/trees.hpp"

namespace pith::model {

Contributions::Contributions(const Model& model)
    : model_(model),
      columns_(model.thresholds.size()),
      split_means_(model.splits.size()),
      node_means_(model.nodes.size()),
      constant_(model.base_logit) {
  for (std::uint32_t column = 0; column < model.questions.size(); ++column) {
    for (std::uint32_t q = model.questions[column].begin; q < model.questions[column].end; ++q) columns_[q] = column;
  }
  for (std::size_t tree = 0; tree < model.tables.size(); ++tree) {
    const TreeTable& table = model.tables[tree];
    constant_ += table.levels == 0 ? model.leaves[table.first_leaf] * leaf_unit : add_mean(tree, 0, 0, 0);
  }
  for (const std::uint32_t root : model.roots) constant_ += add_mean(root);
}

/// Of a table's split, and all below it. Tables have few levels.
double Contributions::add_mean(std::size_t tree, std::size_t split, std::size_t level, std::uint32_t path) {
  const TreeTable& table = model_.tables[tree];
  const TableSplit& here = model_.splits[table.first_split + split];
  const auto side = [&](std::uint8_t child, std::uint32_t child_path) {
    if (child != no_split) return add_mean(tree, child, level + 1, child_path);
    return model_.leaves[table.first_leaf + child_path] * leaf_unit;
  };
  const double mean = (side(here.left, path) + side(here.right, path | 1U << level)) / 2;
  split_means_[table.first_split + split] = mean;
  return mean;
}

/// The loader refuses trees of more than deepest_tree levels.
double Contributions::add_mean(std::size_t node) {
  const TreeNode& here = model_.nodes[node];
  const bool is_leaf = here.right == 0;
  node_means_[node] = is_leaf ? here.value * leaf_unit : (add_mean(node + 1) + add_mean(node + here.right)) / 2;
  return node_means_[node];
}

void Contributions::walk(std::size_t tree, std::span<const float> row, std::vector<double>& moved) const {
  const TreeTable& table = model_.tables[tree];
  std::uint32_t path = 0;
  std::uint8_t split = table.levels == 0 ? no_split : 0;
  for (std::uint32_t level = 0; split != no_split; ++level) {
    const TableSplit& here = model_.splits[table.first_split + split];
    const std::uint32_t column = columns_[here.question];
    const bool goes_left = row[column] < model_.thresholds[here.question];
    const std::uint8_t child = goes_left ? here.left : here.right;
    if (!goes_left) path |= 1U << level;
    const double before = split_means_[table.first_split + split];
    const double after = child == no_split ? model_.leaves[table.first_leaf + path] * leaf_unit
                                           : split_means_[table.first_split + child];
    moved[column] += after - before;
    split = child;
  }
}

void Contributions::walk_deep(std::size_t root, std::span<const float> row, std::vector<double>& moved) const {
  for (std::size_t node = root; model_.nodes[node].right != 0;) {
    const TreeNode& here = model_.nodes[node];
    const auto question = static_cast<std::size_t>(here.value);
    const std::size_t child = row[columns_[question]] < model_.thresholds[question] ? node + 1 : node + here.right;
    moved[columns_[question]] += node_means_[child] - node_means_[node];
    node = child;
  }
}

std::vector<float> Contributions::of(std::span<const float> row) const {
  std::vector<double> moved(row.size());
  for (std::size_t tree = 0; tree < model_.tables.size(); ++tree) walk(tree, row, moved);
  for (const std::uint32_t root : model_.roots) walk_deep(root, row, moved);
  return {moved.begin(), moved.end()};
}

}  // namespace pith::model

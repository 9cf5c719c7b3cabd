// Turns trees into tables: what model.cpp evaluates without branches.

#include <algorithm>

#include "scoring/model.hpp"

namespace pith::scoring {
namespace {

/// Recursion is bounded: the loader refuses trees of more than `deepest_tree` levels.
std::size_t levels_of(const TreeNode* node) {
  return node->right == 0 ? 0 : 1 + std::max(levels_of(node + 1), levels_of(node + node->right));
}

/// Adds the subtree at `node`, which `path` leads to; answers its place among the splits of its tree.
std::uint8_t add_subtree(Model& model, const TreeTable& tree, const TreeNode* node, std::uint8_t level,
                         std::uint32_t path) {
  if (node->right == 0) {
    model.leaves[tree.first_leaf + path] = node->value;
    return no_split;
  }
  const std::size_t place = model.splits.size();
  model.splits.push_back({.question = static_cast<std::uint32_t>(node->value), .level = level});
  const auto below = static_cast<std::uint8_t>(level + 1);
  const std::uint8_t left = add_subtree(model, tree, node + 1, below, path);
  const std::uint8_t right = add_subtree(model, tree, node + node->right, below, path | 1U << level);
  model.splits[place].left = left;
  model.splits[place].right = right;
  return static_cast<std::uint8_t>(place - tree.first_split);
}

void add_table(Model& model, const TreeNode* root, std::size_t levels) {
  TreeTable tree;
  tree.levels = static_cast<std::uint32_t>(levels);
  tree.first_split = static_cast<std::uint32_t>(model.splits.size());
  tree.first_leaf = static_cast<std::uint32_t>(model.leaves.size());
  model.leaves.resize(model.leaves.size() + (std::size_t{1} << levels));
  (void)add_subtree(model, tree, root, 0, 0);
  tree.end_split = static_cast<std::uint32_t>(model.splits.size());
  model.tables.push_back(tree);
}

}  // namespace

void make_tables(Model& model) {
  const std::vector<TreeNode> nodes = std::move(model.nodes);
  const std::vector<std::uint32_t> roots = std::move(model.roots);
  model.nodes.clear();
  model.roots.clear();
  model.splits.reserve(nodes.size() / 2);
  for (std::size_t t = 0; t < roots.size(); ++t) {
    const auto begin = nodes.begin() + roots[t];
    const auto end = t + 1 < roots.size() ? nodes.begin() + roots[t + 1] : nodes.end();
    const std::size_t levels = levels_of(&*begin);
    if (levels <= deepest_table) {
      add_table(model, &*begin, levels);
      continue;
    }
    model.roots.push_back(static_cast<std::uint32_t>(model.nodes.size()));
    model.nodes.insert(model.nodes.end(), begin, end);
  }
}

}  // namespace pith::scoring

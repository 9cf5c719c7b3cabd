// Turns trees into tables: what evaluate.cpp evaluates without branches.

#include <algorithm>
#include <utility>
#include <vector>

#include "model/trees.hpp"

namespace pith::model {
namespace {

/// Recursion is bounded: the loader refuses trees of more than `deepest_tree` levels.
std::size_t levels_of(const TreeNode* node) {
  return node->right == 0 ? 0 : 1 + std::max(levels_of(node + 1), levels_of(node + node->right));
}

/// A subtree that waits to be added: the bits of `path` lead to it.
struct Waiting {
  const TreeNode* node;
  std::uint32_t path;
};

/// Adds the tree level by level.
void append_table(Model& model, const TreeNode* root, std::size_t levels) {
  TreeTable tree;
  tree.levels = static_cast<std::uint32_t>(levels);
  tree.first_split = static_cast<std::uint32_t>(model.splits.size());
  tree.first_leaf = static_cast<std::uint32_t>(model.leaves.size());
  model.leaves.resize(model.leaves.size() + (std::size_t{1} << levels));
  if (levels == 0) model.leaves.back() = root->value;
  std::vector<Waiting> here;
  if (levels > 0) here.push_back({root, 0});
  std::size_t splits = 1;  // of the tree so far and of those that wait: the place of the next child
  for (std::size_t level = 0; !here.empty(); ++level) {
    std::vector<Waiting> below;
    const auto place_of = [&](const TreeNode* child, std::uint32_t path) {
      if (child->right == 0) {
        model.leaves[tree.first_leaf + path] = child->value;
        return no_split;
      }
      below.push_back({child, path});
      return static_cast<std::uint8_t>(splits++);
    };
    for (const auto& [node, path] : here) {
      const std::uint8_t left = place_of(node + 1, path);
      const std::uint8_t right = place_of(node + node->right, path | 1U << level);
      model.splits.push_back({static_cast<std::uint32_t>(node->value), left, right});
    }
    tree.level_ends[level] = static_cast<std::uint8_t>(model.splits.size() - tree.first_split);
    here = std::move(below);
  }
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
      append_table(model, &*begin, levels);
      continue;
    }
    model.roots.push_back(static_cast<std::uint32_t>(model.nodes.size()));
    model.nodes.insert(model.nodes.end(), begin, end);
  }
}

}  // namespace pith::model

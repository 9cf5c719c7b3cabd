/// Contributions: how far each feature moved a score, by the trees themselves.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/model.hpp"

namespace pith::model {

/// Of one model, which must outlive it. To make one costs as much as a few rows.
///
/// What is below a split is worth the mean of its two sides. At each split that a row comes to it goes from that mean
/// to one side, and the difference is what the split's feature has moved.
class Contributions {
 public:
  explicit Contributions(const Model& model);

  /// In logits, by column of the feature set. `row`: a value for each column.
  [[nodiscard]] std::vector<float> of(std::span<const float> row) const;

  /// What the trees are worth before a row is looked at, in logits: with all contributions of a row, its score.
  [[nodiscard]] double constant() const noexcept { return constant_; }

 private:
  double add_mean(std::size_t tree, std::size_t split, std::size_t level, std::uint32_t path);
  double add_mean(std::size_t node);
  void walk(std::size_t tree, std::span<const float> row, std::vector<double>& moved) const;
  void walk_deep(std::size_t root, std::span<const float> row, std::vector<double>& moved) const;

  const Model& model_;
  std::vector<std::uint32_t> columns_;  // by question
  std::vector<double> split_means_;     // index as Model::splits
  std::vector<double> node_means_;      // index as Model::nodes
  double constant_ = 0;
};

}  // namespace pith::model

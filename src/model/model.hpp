/// Model: from a matrix of features to a probability per row. It knows names and numbers, and nothing of pages.
/// In: a model file (read.cpp) and a FeatureMatrix. Out: Scores (evaluate.cpp). Read trees.hpp first for how a model is
/// kept; tables.cpp and row_bits.cpp are how it is made fast. A model learns nothing here: src/training makes the
/// files.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pith/result.hpp>

#include "core/uninitialized.hpp"
#include "model/row_bits.hpp"

namespace pith::model {

/// One column of the feature matrix.
struct FeatureName {
  std::string_view name;
  std::string_view meaning;  ///< with unit and range
};

/// A kind of page that models are made for, with its columns in matrix order. The names are asked for only when a model
/// of that set is read.
struct FeatureSet {
  std::string_view name;  ///< as in the model file: "html"
  std::span<const FeatureName> (*features)() = nullptr;
};
/// Views of an object that lives for ever.
using FeatureSets = std::span<const FeatureSet>;

/// One row a block, one column a feature; stored column by column, as the measures write and the model reads it.
/// Reused from page to page.
struct FeatureMatrix {
  std::size_t rows = 0;
  std::size_t columns = 0;
  core::UninitializedVector<float> values;  ///< at least rows * columns

  /// Makes room; the values are what they happen to be.
  void resize(std::size_t new_rows, std::size_t new_columns) {
    rows = new_rows;
    columns = new_columns;
    constexpr std::size_t kept_values = std::size_t{4} << 20;  // 16 MB: nearly every page needs less
    if (values.size() > kept_values && rows * columns < kept_values) values = {};
    if (values.size() < rows * columns) values.resize(rows * columns);
  }
  [[nodiscard]] std::span<float> column(std::size_t index) noexcept { return {values.data() + index * rows, rows}; }
  [[nodiscard]] std::span<const float> column(std::size_t index) const noexcept {
    return {values.data() + index * rows, rows};
  }
  /// A copy of the row of one block.
  [[nodiscard]] std::vector<float> row(std::size_t block) const;
};

/// Gradient-boosted trees, loaded from a model file. In trees.hpp.
struct Model;
/// Fails with line and expectation: also when the file names a set that is not among `known`, or a feature that its set
/// does not have.
[[nodiscard]] Result<std::shared_ptr<const Model>> load_model(std::string_view file_bytes, FeatureSets known);
/// Which of the known feature sets it reads: an index.
[[nodiscard]] std::size_t feature_set_of(const Model& model) noexcept;

/// A model as it stands in memory, as bytes, and the model that such bytes, of the same build, were made of. See
/// builtin.hpp.
[[nodiscard]] std::string compile_model(const Model& model);
[[nodiscard]] std::shared_ptr<const Model> read_compiled_model(std::string_view bytes);

/// A model of the library's own, read at the first page of its kind: whoever sees no plain text never pays for that
/// model. Any thread may ask, also in the child of a fork: there is no lock, two threads that ask at once both read it,
/// and the first result is kept.
class ModelOnDemand {
 public:
  using Read = std::shared_ptr<const Model> (*)();

  explicit ModelOnDemand(std::shared_ptr<const Model> ready);
  explicit ModelOnDemand(Read read) noexcept;
  ModelOnDemand(const ModelOnDemand&) = delete;
  ModelOnDemand& operator=(const ModelOnDemand&) = delete;
  ~ModelOnDemand();

  [[nodiscard]] const Model& get() const;

 private:
  Read read_ = nullptr;
  mutable std::atomic<const std::shared_ptr<const Model>*> ready_{nullptr};  // owned
};

/// Probability per block that it belongs to the article.
struct Scores {
  std::vector<float> values;
  std::vector<RowSet> answers;  ///< scratch of the model
};
/// Deterministic to the last bit on every IEEE machine (see evaluate.cpp).
void score(const Model& model, const FeatureMatrix& features, Scores& out);

}  // namespace pith::model

/// What holds of every model file: it is refused in one line that says where and why, or it gives the scores that a
/// walk down its trees gives.
#pragma once

#include <pith.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "measure/measure.hpp"
#include "model/model.hpp"
#include "support/rules_promises.hpp"

namespace pith::test {

/// A model file read again, in the plainest way; good files only.
class PlainModel {
 public:
  explicit PlainModel(std::string_view file) {
    while (!file.empty()) {
      const std::size_t end = std::min(file.find('\n'), file.size());
      take_line(file.substr(0, end));
      file.remove_prefix(std::min(end + 1, file.size()));
    }
  }

  [[nodiscard]] const std::vector<std::string>& features() const { return features_; }
  [[nodiscard]] const std::vector<float>& thresholds() const { return thresholds_; }

  /// Of a row that has values[k] for the k-th feature line.
  [[nodiscard]] double score(const std::vector<float>& values) const {
    constexpr double leaf_unit = 1.0 / (1 << 20);
    double logit = base_;
    for (std::string_view tree : trees_) logit += static_cast<double>(leaf_of(tree, values)) * leaf_unit;
    return 1 / (1 + std::exp(-std::clamp(logit, -40.0, 40.0)));
  }

 private:
  void take_line(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view value = line.substr(std::min(tab + 1, line.size()));
    if (line.starts_with("base\t")) std::from_chars(value.data(), value.data() + value.size(), base_);
    if (line.starts_with("feature\t")) features_.emplace_back(value);
    if (!line.starts_with("tree\t")) return;
    trees_.emplace_back(value);
    for (std::size_t at = value.find('<'); at != std::string_view::npos; at = value.find('<', at + 1)) {
      float threshold = 0;
      std::from_chars(value.data() + at + 1, value.data() + value.size(), threshold);
      thresholds_.push_back(threshold);
    }
  }

  static std::string_view take_token(std::string_view& tree) {
    const std::size_t end = std::min(tree.find(' '), tree.size());
    const std::string_view token = tree.substr(0, end);
    tree.remove_prefix(std::min(end + 1, tree.size()));
    return token;
  }

  /// Passes over the subtree that comes next.
  static void skip(std::string_view& tree) {
    for (int open = 1; open > 0;) open += take_token(tree).starts_with('=') ? -1 : 1;
  }

  static std::int64_t leaf_of(std::string_view tree, const std::vector<float>& values) {
    for (;;) {
      const std::string_view token = take_token(tree);
      const char* const end = token.data() + token.size();
      if (token.starts_with('=')) {
        std::int64_t leaf = 0;
        std::from_chars(token.data() + 1, end, leaf);
        return leaf;
      }
      std::size_t feature = 0;
      float threshold = 0;
      std::from_chars(std::from_chars(token.data(), end, feature).ptr + 1, end, threshold);
      if (!(values[feature] < threshold)) skip(tree);
    }
  }

  double base_ = 0;
  std::vector<std::string> features_;
  std::vector<std::string> trees_;
  std::vector<float> thresholds_;
};

/// Values at, below and above the thresholds of the model, another for each row and column.
inline float value_at(const PlainModel& plain, std::size_t row, std::size_t column) {
  if (plain.thresholds().empty()) return 0;
  const float threshold = plain.thresholds()[(row + 3 * column) % plain.thresholds().size()];
  return row % 3 == 0 ? threshold : std::nextafter(threshold, row % 3 == 1 ? -1e30F : 1e30F);
}

inline std::string broken_scores(const model::Model& model, const PlainModel& plain) {
  constexpr std::size_t rows = 67;  // more than a word of the scorer's has
  const auto known = measure::feature_sets()[model::feature_set_of(model)].features();
  model::FeatureMatrix matrix;
  matrix.resize(rows, known.size());
  for (std::size_t column = 0; column < known.size(); ++column) {
    for (std::size_t row = 0; row < rows; ++row) matrix.column(column)[row] = value_at(plain, row, column);
  }
  model::Scores scores;
  model::score(model, matrix, scores);
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<float> values;
    for (const std::string& feature : plain.features()) {
      const auto is_it = [&feature](const model::FeatureName& one) { return one.name == feature; };
      const auto column = static_cast<std::size_t>(std::find_if(known.begin(), known.end(), is_it) - known.begin());
      values.push_back(matrix.column(column)[row]);
    }
    if (!(std::abs(scores.values[row] - plain.score(values)) < 1e-6)) return "not the score of a walk";
  }
  return {};
}

/// The first byte chooses how the file begins, the others are the rest of it.
inline std::string broken_model_promise(std::string_view bytes) {
  static constexpr std::array<std::string_view, 3> beginnings = {"# pith model 1\nset\thtml\n",
                                                                 "# pith model 1\nset\tlines\n", ""};
  if (bytes.empty()) return {};
  std::string file(beginnings[static_cast<unsigned char>(bytes[0]) % beginnings.size()]);
  file += bytes.substr(1);
  const auto loaded = model::load_model(file, measure::feature_sets());
  if (!loaded) return broken_error(loaded.error(), file);
  return broken_scores(*loaded.value(), PlainModel(file));
}

}  // namespace pith::test

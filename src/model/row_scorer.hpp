/// RowScorer: a model asked column by column, for those who make the values as they go along.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/model.hpp"
#include "model/row_bits.hpp"

namespace pith::model {

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

}  // namespace pith::model

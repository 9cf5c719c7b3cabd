/// Columns: how the measures write the feature matrix. Private to scoring.
///
/// A measure states each column once, with name, meaning and value: the same code lists the names and fills the matrix,
/// so the two cannot get out of step.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "scoring/scoring.hpp"

namespace pith::scoring {

/// A column's name in parts, joined when the names are listed.
struct ColumnName {
  std::string_view a;
  std::string_view b = {};
  std::string_view c = {};
};

/// Names and meanings that own their text.
struct ColumnTexts {
  std::string name;
  std::string meaning;
};

class Columns {
 public:
  /// Fills `out`, `rows` rows of `columns` values.
  Columns(Features& out, std::size_t rows, std::size_t columns) : out_(&out) { out.resize(rows, columns); }
  /// Lists the names instead.
  explicit Columns(std::vector<ColumnTexts>& texts) : texts_(&texts) {}

  /// The next column: value(i) for block i.
  template <typename Value>
  void add(const ColumnName& name, std::string_view meaning, Value value) {
    if (texts_ != nullptr) {
      std::string joined(name.a);
      joined.append(name.b).append(name.c);
      texts_->push_back({std::move(joined), std::string(meaning)});
      return;
    }
    const std::size_t number = next_++;
    if (!out_->wanted.empty() && out_->wanted[number] == 0) return;
    const std::span<float> column = out_->column(number);
    for (std::size_t i = 0; i < column.size(); ++i) column[i] = static_cast<float>(value(i));
  }

  /// The next column, of something that most pages do not have: then it is `otherwise` for all blocks.
  template <typename Value>
  void add_rare(bool is_there, float otherwise, const ColumnName& name, std::string_view meaning, Value value) {
    if (texts_ != nullptr || is_there) return add(name, meaning, value);
    out_->uniform[next_] = 1;
    if (out_->wanted.empty()) return add(name, meaning, [otherwise](std::size_t) { return otherwise; });
    if (out_->rows > 0) out_->column(next_)[0] = otherwise;
    ++next_;
  }

 private:
  Features* out_ = nullptr;
  std::vector<ColumnTexts>* texts_ = nullptr;
  std::size_t next_ = 0;
};

}  // namespace pith::scoring

#include "measure/columns.hpp"

#include <algorithm>
#include <utility>

namespace pith::measure {

void ColumnList::fill(model::FeatureMatrix& out) const {
  for (const UniformColumn& column : uniform) {
    const std::span<float> values = out.column(column.number);
    std::fill(values.begin(), values.end(), column.value);
  }
  for (const Column& column : varied) column.fill(column.value, 0, out.column(column.number));
}

void ColumnList::score(model::RowScorer& scorer, model::Scores& out) const {
  for (const UniformColumn& column : uniform) scorer.answer_all(column.number, column.value);
  for (std::size_t row = 0; row < out.values.size(); row += model::row_chunk) {
    const std::span<float> scores =
        std::span(out.values).subspan(row, std::min(model::row_chunk, out.values.size() - row));
    scorer.start(scores.size());
    for (const Column& column : varied) {
      column.fill(column.value, row, scorer.values());
      scorer.answer(column.number);
    }
    scorer.write_scores(scores);
  }
}

bool Columns::is_wanted(const ColumnName& name, const ColumnMeaning& meaning) {
  const std::uint32_t number = next_++;
  if (texts_ == nullptr) return scorer_ == nullptr || scorer_->asks_about(number);
  ColumnTexts& texts = texts_->emplace_back();
  texts.name.append(name.prefix).append(name.name).append(name.suffix);
  for (const std::string_view part : meaning.parts) texts.meaning += part;
  return false;
}

EmptyPage::EmptyPage() {
  blocks.containers.push_back({.subtree_end = 1});
  match_blocks(page, blocks, rules, matches);
}

model::FeatureSets feature_sets() noexcept {
  // In the order of page::PageKind.
  static constexpr std::array<model::FeatureSet, 2> sets = {{{"html", html_features}, {"lines", line_features}}};
  return sets;
}

}  // namespace pith::measure

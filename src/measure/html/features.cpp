// The feature set of HTML pages: its families in column order.

#include <algorithm>
#include <utility>

#include "measure/html/page.hpp"
#include "model/row_scorer.hpp"

namespace pith::measure {
namespace {

using AddFamily = void (*)(const HtmlPage& page, Columns& columns);
constexpr AddFamily families[] = {
    add_text_columns,       add_overlap_columns,   add_place_columns,  add_container_columns, add_vote_columns,
    add_repetition_columns, add_neighbour_columns, add_phrase_columns, add_declared_columns,  add_topic_columns};

void add_all_columns(const HtmlPage& page, Columns& columns) {
  for (const AddFamily add : families) add(page, columns);
}

/// An empty page, to list the columns with.
struct EmptyPage {
  page::Page page;
  blocks::BlockList blocks;
  BlockMatches matches;
  rules::RuleSet rules;
  HtmlMeasureScratch scratch;

  EmptyPage() {
    blocks.containers.push_back({.subtree_end = 1});
    match_blocks(page, blocks, rules, matches);
  }
};

struct FeatureList {
  std::vector<ColumnTexts> texts;
  std::vector<model::FeatureName> names;

  FeatureList() {
    EmptyPage empty;
    const MeasureInput in{empty.page, empty.blocks, empty.matches, empty.rules, {}};
    empty.scratch.prepare(in);
    Columns columns(texts);
    add_all_columns({in, empty.scratch, empty.scratch.temporary}, columns);
    for (const ColumnTexts& text : texts) names.push_back({text.name, text.meaning});
  }
};

}  // namespace

bool Columns::is_wanted(const ColumnName& name, std::string_view meaning) {
  const std::uint32_t number = next_++;
  if (texts_ == nullptr) return scorer_ == nullptr || scorer_->asks_about(number);
  std::string joined(name.a);
  joined.append(name.b).append(name.c);
  texts_->push_back({std::move(joined), std::string(meaning)});
  return false;
}

std::span<const model::FeatureName> html_features() noexcept {
  static const FeatureList list;
  return list.names;
}

void MeasureScratchDeleter::operator()(HtmlMeasureScratch* scratch) const noexcept {
  delete scratch;
}

std::unique_ptr<HtmlMeasureScratch, MeasureScratchDeleter> make_html_measure_scratch() {
  return std::unique_ptr<HtmlMeasureScratch, MeasureScratchDeleter>(new HtmlMeasureScratch);
}

void measure_html(const MeasureInput& in, HtmlMeasureScratch& scratch, model::FeatureMatrix& out) {
  scratch.prepare(in);
  Columns columns(scratch.columns, scratch.temporary, nullptr);
  add_all_columns({in, scratch, scratch.temporary}, columns);
  out.resize(in.blocks.blocks.size(), html_features().size());
  for (const UniformColumn& column : scratch.columns.uniform) {
    const std::span<float> values = out.column(column.number);
    std::fill(values.begin(), values.end(), column.value);
  }
  for (const Column& column : scratch.columns.varied) column.fill(column.value, 0, out.column(column.number));
}

void score_html(const model::Model& model, const MeasureInput& in, HtmlMeasureScratch& scratch, model::Scores& out) {
  model::RowScorer scorer(model, out.answers);
  scratch.prepare(in);
  Columns columns(scratch.columns, scratch.temporary, &scorer);
  add_all_columns({in, scratch, scratch.temporary}, columns);
  for (const UniformColumn& column : scratch.columns.uniform) scorer.answer_all(column.number, column.value);
  out.values.resize(in.blocks.blocks.size());
  for (std::size_t row = 0; row < out.values.size(); row += model::row_chunk) {
    const std::span<float> scores =
        std::span(out.values).subspan(row, std::min(model::row_chunk, out.values.size() - row));
    scorer.start(scores.size());
    for (const Column& column : scratch.columns.varied) {
      column.fill(column.value, row, scorer.values());
      scorer.answer(column.number);
    }
    scorer.write_scores(scores);
  }
}

}  // namespace pith::measure

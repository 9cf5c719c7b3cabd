// The feature set of HTML pages: its families in column order.

#include "measure/html/page.hpp"
#include "model/row_scorer.hpp"

namespace pith::measure {
namespace {

using AddFamily = void (*)(const HtmlPage& page, Columns& columns);
constexpr AddFamily families[] = {
    add_markup_columns,     add_overlap_columns,   add_place_columns,  add_container_columns, add_vote_columns,
    add_repetition_columns, add_neighbour_columns, add_phrase_columns, add_declared_columns,  add_topic_columns};

void list_columns(const MeasureInput& in, HtmlMeasureScratch& scratch, Columns columns) {
  for (const AddFamily add : families) add({in, scratch, scratch.temporary}, columns);
}

}  // namespace

std::span<const model::FeatureName> html_features() noexcept {
  static const FeatureList list([](Columns& columns) {
    const EmptyPage empty;
    HtmlMeasureScratch scratch;
    scratch.prepare(empty.input());
    list_columns(empty.input(), scratch, columns);
  });
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
  list_columns(in, scratch, Columns(scratch.columns, scratch.temporary, nullptr));
  out.resize(in.blocks.blocks.size(), html_features().size());
  scratch.columns.fill(out);
}

void score_html(const model::Model& model, const MeasureInput& in, HtmlMeasureScratch& scratch, model::Scores& out) {
  model::RowScorer scorer(model, out.answers);
  scratch.prepare(in);
  list_columns(in, scratch, Columns(scratch.columns, scratch.temporary, &scorer));
  out.values.resize(in.blocks.blocks.size());
  scratch.columns.score(scorer, out);
}

}  // namespace pith::measure

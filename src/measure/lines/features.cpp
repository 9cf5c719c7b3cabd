// The feature set of plain text: its families in column order.

#include <algorithm>
#include <cassert>

#include "measure/lines/page.hpp"
#include "model/row_scorer.hpp"

namespace pith::measure {
namespace {

using AddLineFamily = void (*)(const LinePage& page, Columns& columns);
constexpr AddLineFamily line_families[] = {add_shape_columns,   add_line_phrase_columns, add_copy_columns,
                                           add_segment_columns, add_position_columns,    add_line_neighbour_columns,
                                           add_window_columns,  add_section_columns,     add_run_columns,
                                           add_thread_columns,  add_code_columns};

void list_line_columns(const MeasureInput& in, LineMeasureScratch& scratch, Columns columns) {
  for (const AddLineFamily add : line_families) add({in, scratch, scratch.temporary}, columns);
}

}  // namespace

float signed_distance(std::size_t a, std::size_t b) noexcept {
  const float distance = b >= a ? static_cast<float>(b - a) : -static_cast<float>(a - b);
  return std::clamp(distance, -far_lines, far_lines);
}

float line_distance(std::size_t from, std::size_t to) noexcept {
  if (from == no_line || to == no_line) return far_lines;
  return std::min(static_cast<float>(to - from), far_lines);
}

float mean_around(std::span<const double> sums, std::size_t line, std::size_t reach) noexcept {
  const std::size_t begin = line - std::min(line, reach);
  const std::size_t end = std::min(line + reach + 1, sums.size() - 1);
  return static_cast<float>((sums[end] - sums[begin]) / static_cast<double>(end - begin));
}

void LineMeasureScratch::prepare(const MeasureInput& in) {
  assert(in.matches.lines.size() == in.blocks.blocks.size());
  temporary.reset();
  find_shapes(in, *this);
  find_phrases(in, *this);
  find_copies({in, *this, temporary});
}

std::span<const model::FeatureName> line_features() noexcept {
  static const FeatureList list([](Columns& columns) {
    const EmptyPage empty;
    LineMeasureScratch scratch;
    scratch.prepare(empty.input());
    list_line_columns(empty.input(), scratch, columns);
  });
  return list.names;
}

std::unique_ptr<LineMeasureScratch, MeasureScratchDeleter> make_line_measure_scratch() {
  return std::unique_ptr<LineMeasureScratch, MeasureScratchDeleter>(new LineMeasureScratch);
}

void MeasureScratchDeleter::operator()(LineMeasureScratch* scratch) const noexcept {
  delete scratch;
}

void measure_lines(const MeasureInput& in, LineMeasureScratch& scratch, model::FeatureMatrix& out) {
  scratch.prepare(in);
  list_line_columns(in, scratch, Columns(scratch.columns, scratch.temporary, nullptr));
  out.resize(in.blocks.blocks.size(), line_features().size());
  scratch.columns.fill(out);
}

void score_lines(const model::Model& model, const MeasureInput& in, LineMeasureScratch& scratch, model::Scores& out) {
  model::RowScorer scorer(model, out.answers);
  scratch.prepare(in);
  list_line_columns(in, scratch, Columns(scratch.columns, scratch.temporary, &scorer));
  out.values.resize(in.blocks.blocks.size());
  scratch.columns.score(scorer, out);
}

}  // namespace pith::measure

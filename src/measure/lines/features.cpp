// The feature set of plain text: its families in matrix order.

#include <algorithm>
#include <cassert>
#include <numeric>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

struct LineFamily {
  std::size_t columns;
  model::FeatureName (*name)(std::size_t column);
  void (*measure)(const MeasureInput&, LineMeasureScratch&, FeatureColumns);
};

// Shapes, phrases and copies first: the others read what these leave in the scratch.
constexpr std::array<LineFamily, 16> line_families = {{
    {shape_columns, shape_name, measure_shapes},
    {phrase_columns, phrase_name, measure_phrases},
    {copy_columns, copy_name, measure_copies},
    {segment_columns, segment_name, measure_segments},
    {topic_columns, topic_name, measure_topics},
    {position_columns, position_name, measure_positions},
    {page_columns, page_name, measure_page},
    {paragraph_columns, paragraph_name, measure_paragraphs},
    {neighbour_columns, neighbour_name, measure_neighbours},
    {window_columns, window_name, measure_windows},
    {section_columns, section_name, measure_sections},
    {run_columns, run_name, measure_runs},
    {cluster_columns, cluster_name, measure_clusters},
    {rhythm_columns, rhythm_name, measure_rhythm},
    {thread_columns, thread_name, measure_threads},
    {code_columns, code_name, measure_code},
}};

constexpr std::size_t line_feature_count =
    std::accumulate(line_families.begin(), line_families.end(), std::size_t{0},
                    [](std::size_t sum, const LineFamily& family) { return sum + family.columns; });

std::array<model::FeatureName, line_feature_count> list_names() noexcept {
  std::array<model::FeatureName, line_feature_count> names;
  std::size_t next = 0;
  for (const LineFamily& family : line_families) {
    for (std::size_t column = 0; column < family.columns; ++column) names[next++] = family.name(column);
  }
  return names;
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

std::span<const model::FeatureName> line_features() noexcept {
  static const std::array<model::FeatureName, line_feature_count> names = list_names();
  return names;
}

model::FeatureSets feature_sets() noexcept {
  // In the order of page::PageKind.
  static constexpr std::array<model::FeatureSet, 2> sets = {{{"html", html_features}, {"lines", line_features}}};
  return sets;
}

std::unique_ptr<LineMeasureScratch, MeasureScratchDeleter> make_line_measure_scratch() {
  return std::unique_ptr<LineMeasureScratch, MeasureScratchDeleter>(new LineMeasureScratch);
}

void MeasureScratchDeleter::operator()(LineMeasureScratch* scratch) const noexcept {
  delete scratch;
}

void measure_lines(const MeasureInput& in, LineMeasureScratch& scratch, model::FeatureMatrix& out) {
  assert(in.matches.lines.size() == in.blocks.blocks.size());
  const std::size_t lines = in.blocks.blocks.size();
  out.resize(lines, line_feature_count);
  scratch.rows.assign(lines * line_feature_count, 0.0F);
  if (lines == 0) return;
  std::size_t column = 0;
  for (const LineFamily& family : line_families) {
    family.measure(in, scratch, {scratch.rows.data() + column, line_feature_count});
    column += family.columns;
  }
  for (column = 0; column < line_feature_count; ++column) {
    const std::span<float> values = out.column(column);
    for (std::size_t i = 0; i < lines; ++i) values[i] = scratch.rows[i * line_feature_count + column];
  }
}

}  // namespace pith::measure

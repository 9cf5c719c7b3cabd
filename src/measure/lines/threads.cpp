// What stands around the posts of a thread and the comments under an article: rows of controls ("Reply Report 12"), and
// lines that only threads have. Comments are prose like any other; their controls give them away.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

constexpr std::array<model::FeatureName, thread_columns> thread_features = {{
    {"comment_control", "1: nothing but the controls of a comment, with numbers and times"},
    {"lines_since_control", "lines since the last such line, at most 200"},
    {"lines_until_control", "lines until the next such line, at most 200"},
    {"controls_around", "share of such lines among the 12 above, itself and the 12 below, 0 to 1"},
    {"page_controls", "such lines on the page"},
    {"thread_mark", "1: a line that only threads have"},
    {"lines_since_thread_mark", "lines since the last such line, at most 200"},
    {"lines_until_thread_mark", "lines until the next such line, at most 200"},
    {"page_thread_marks", "different ones of them on the page"},
}};

/// Lines either way that `controls_around` counts: two or three comments with name, time and controls.
constexpr std::size_t thread_reach = 12;

/// The lines for which `holds` is true: distances to the last and the next go to columns `column` and `column` + 1.
template <typename Holds>
void write_distances(std::size_t lines, Holds holds, std::size_t column, FeatureColumns out) {
  std::size_t last = no_line;
  for (std::size_t i = 0; i < lines; ++i) {
    out.row(i)[column] = line_distance(last, i);
    if (holds(i)) last = i;
  }
  std::size_t next = no_line;
  for (std::size_t i = lines; i-- > 0;) {
    out.row(i)[column + 1] = line_distance(i, next);
    if (holds(i)) next = i;
  }
}

/// scratch.sums[i]: rows of controls above line i.
void count_controls(const MeasureInput& in, LineMeasureScratch& scratch) {
  scratch.sums.assign(scratch.size() + 1, 0);
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const rules::CommentMark mark = in.rules.category_words.comment_mark(in.matches.folded(i));
    scratch.sums[i + 1] = scratch.sums[i] + (mark == rules::CommentMark::controls ? 1 : 0);
  }
}

}  // namespace

model::FeatureName thread_name(std::size_t column) {
  return thread_features[column];
}

void measure_threads(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out) {
  count_controls(in, scratch);
  const std::vector<double>& above = scratch.sums;
  const auto is_control = [&](std::size_t i) { return above[i + 1] > above[i]; };
  const auto is_mark = [&](std::size_t i) { return in.matches.thread_marks[i] >= 0; };
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const std::size_t begin = i - std::min(i, thread_reach);
    const std::size_t end = std::min(i + thread_reach + 1, scratch.size());
    float* row = out.row(i);
    row[0] = is_control(i) ? 1.0F : 0.0F;
    row[3] = static_cast<float>((above[end] - above[begin]) / static_cast<double>(end - begin));
    row[4] = static_cast<float>(above.back());
    row[5] = is_mark(i) ? 1.0F : 0.0F;
    row[8] = static_cast<float>(in.matches.thread_mark_kinds);
  }
  write_distances(scratch.size(), is_control, 1, out);
  write_distances(scratch.size(), is_mark, 6, out);
}

}  // namespace pith::measure

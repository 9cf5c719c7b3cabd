// What stands around the posts of a thread and the comments under an article: rows of controls ("Reply Report 12"), and
// lines that only threads have. Comments are prose like any other; their controls give them away.

#include "measure/lines/page.hpp"

namespace pith::measure {

void add_thread_columns(const LinePage& page, Columns& columns) {
  constexpr std::size_t reach = 12;  // lines: two or three comments with name, time and controls
  const std::span<const double> controls = prefix_sums(page, [&](std::size_t i) {
    return page.in.rules.category_words.comment_mark(page.in.matches.folded(i)) == rules::CommentMark::controls;
  });
  const auto is_control = [=](std::size_t i) { return controls[i + 1] > controls[i]; };
  const auto is_mark = [&](std::size_t i) { return page.in.matches.thread_marks[i] >= 0; };
  const std::span<const float> since_control = distances_since(page, is_control);
  const std::span<const float> until_control = distances_until(page, is_control);
  const std::span<const float> since_mark = distances_since(page, is_mark);
  const std::span<const float> until_mark = distances_until(page, is_mark);
  columns.add({"lines_since_control"}, "lines since the last row of controls of a comment, at most 200",
              [=](std::size_t i) { return since_control[i]; });
  columns.add({"lines_until_control"}, "lines until the next row of controls, at most 200",
              [=](std::size_t i) { return until_control[i]; });
  columns.add({"controls_around"}, "share of rows of controls among the 12 above, itself and the 12 below, 0 to 1",
              [=](std::size_t i) { return mean_around(controls, i, reach); });
  columns.add_uniform({"page_controls"}, "rows of controls on the page", controls.back());
  columns.add({"thread_mark"}, "1: a line that only threads have",
              [marks = std::span(page.in.matches.thread_marks)](std::size_t i) { return marks[i] >= 0; });
  columns.add({"lines_since_thread_mark"}, "lines since the last such line, at most 200",
              [=](std::size_t i) { return since_mark[i]; });
  columns.add({"lines_until_thread_mark"}, "lines until the next such line, at most 200",
              [=](std::size_t i) { return until_mark[i]; });
  columns.add_uniform({"page_thread_marks"}, "different ones of them on the page", page.in.matches.thread_mark_kinds);
}

}  // namespace pith::measure

// The main segment: on plain Chinese and Japanese pages the article is one stretch of lines, and what scores well
// outside of it is something else.

#include "measure/greatest_run.hpp"
#include "select/passes/passes.hpp"

namespace pith::select {
namespace {

/// The first heading of comments from `from` on; size() when there is none.
std::size_t first_comments_heading(const PassState& state, std::size_t from) {
  while (from < state.size() && !announces_comments(state, from)) ++from;
  return from;
}

}  // namespace

void lower_outside_main_segment(PassState& state) {
  if (state.is_undisputed) return;
  // On plain Chinese and Japanese articles only: elsewhere it costs more than it
  // gains.
  if (!state.is_text() || state.cjk_share <= mostly_cjk || state.page_type == Verdict::forum) return;
  constexpr double worth_keeping = 0.4;
  const auto value = [&](std::size_t i) {
    return (static_cast<double>(state.out.choices[i].score) - worth_keeping) * state.block(i).word_count;
  };
  const auto segment = measure::greatest_run(state.size(), value, 0.0);
  double all = 0;
  double inside = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const double expected = static_cast<double>(state.out.choices[i].score) * state.block(i).word_count;
    all += expected;
    if (segment.contains(i)) inside += expected;
  }
  if (inside == 0) return;
  // Text that is spread over the page, as the posts of a thread, has no main segment (+.09 on Chinese forums) - unless
  // what follows is announced as comments.
  const bool spread = inside < 0.5 * all;
  const std::size_t from = spread ? first_comments_heading(state, segment.end) : 0;
  for (std::size_t i = from; i < state.size(); ++i) {
    if (!segment.contains(i)) state.lower(i, 0.3F);
  }
}

}  // namespace pith::select

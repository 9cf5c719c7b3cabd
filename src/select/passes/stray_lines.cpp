// Stray lines: of a long run of headlines in plain text, which a menu or a list of other articles leaves, a few score
// as the article's own lines might. Alone among their like they are none.

#include <vector>

#include "select/passes/signs.hpp"
#include "text/sentence.hpp"

namespace pith::select {
namespace {

constexpr float sure_of_text = 0.5F;  // lines of this score and more stay

/// A dropped line that is no prose.
bool is_low_line(const PassState& state, std::size_t i) {
  return !state.out.choices[i].kept && !state.is_prose(i);
}

/// Low lines next to `i` in one direction, of the first `reach`.
std::size_t low_lines(const PassState& state, std::size_t i, int step, std::size_t reach) {
  std::size_t lines = 0;
  for (std::size_t k = 0; k < reach; ++k) {
    if ((step < 0 && i == 0) || (step > 0 && i + 1 >= state.size())) return lines;
    i = step < 0 ? i - 1 : i + 1;
    if (is_low_line(state, i)) ++lines;
  }
  return lines;
}

}  // namespace

void drop_stray_lines(PassState& state) {
  constexpr std::size_t reach = 5;
  constexpr std::size_t fewest = 4;        // of them, on both sides
  constexpr float sure_of_article = 0.5F;  // a listing is made of such lines
  if (!state.is_text() || state.out.verdict != Verdict::article || state.out.verdict_confidence < sure_of_article)
    return;
  const ProseExtent prose = prose_extent(state);
  if (prose.first == state.size()) return;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const Choice& choice = state.out.choices[i];
    if (!choice.kept || choice.score >= sure_of_text || static_cast<std::int32_t>(i) == state.out.title_block) continue;
    if (prose.first < i && i < prose.last) continue;
    if (state.is_prose(i) || text::ends_with_mark(state.text(i), text::ends_of_short_blocks)) continue;
    if (low_lines(state, i, -1, reach) >= fewest && low_lines(state, i, 1, reach) >= fewest) found.push_back(i);
  }
  for (const std::size_t i : found) state.drop(i, Category::related);
}

}  // namespace pith::select

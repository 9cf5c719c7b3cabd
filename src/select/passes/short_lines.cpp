// Texts of short lines in plain text: recipes, programmes, results, interviews, addresses, lives in dates. Each line by
// itself scores like a label, some above the cut and some below; together they are one stretch, from the first that is
// kept to where the scores fall to those of menus and footers. What stands below that stretch must be surely
// boilerplate, or nothing tells where the text ends.

#include <algorithm>
#include <vector>

#include "measure/greatest_run.hpp"
#include "measure/phrase_category.hpp"
#include "select/passes/signs.hpp"

namespace pith::select {
namespace {

using Stretch = measure::BlockRun<double>;

/// Below this score of the model a line is none of the text: menus and footers mostly score less, and a quarter of what
/// the short lines have that are kept.
double worth_keeping(const PassState& state, std::size_t from) {
  constexpr double least = 0.1;
  constexpr double share = 0.25;
  double sum = 0;
  double count = 0;
  for (std::size_t i = from; i < state.size(); ++i) {
    if (!state.out.choices[i].kept || state.is_prose(i)) continue;
    sum += static_cast<double>(state.out.choices[i].model_score);
    ++count;
  }
  return count > 0 ? std::max(least, share * sum / count) : least;
}

/// Whether a phrase names the line as boilerplate, alone or as evidence.
bool is_named(const PassState& state, std::size_t i) {
  return measure::phrase_category(state.in.matches.lines[i]) != Category::content ||
         rules::named_alone(state.in.rules, state.folded(i)) != Category::content;
}

/// Whether what was found for the headline stands below text: of short lines any may look like one.
bool has_kept_above_title(const PassState& state) {
  for (std::int32_t i = 0; i < state.out.title_block; ++i) {
    if (state.out.choices[static_cast<std::size_t>(i)].kept) return true;
  }
  return false;
}

/// From here on, the lines that hang together; begins and ends with a line that nothing names.
Stretch find_stretch(const PassState& state, std::size_t from) {
  constexpr double named = -0.3;  // a phrase that names the line counts more than its score
  const double worth = worth_keeping(state, from);
  const auto value = [&](std::size_t k) {
    const std::size_t i = from + k;
    if (measure::phrase_category(state.in.matches.lines[i]) != Category::content) return named;
    return static_cast<double>(state.out.choices[i].model_score) - worth;
  };
  Stretch found = measure::greatest_run(state.size() - from, value, 0.0);
  found.begin += from;
  found.end += from;
  while (found.begin < found.end && !state.out.choices[found.begin].kept) ++found.begin;
  while (found.end > found.begin && is_named(state, found.end - 1)) --found.end;
  return found;
}

/// Whether most of the stretch is no prose, and enough of it to be a text by itself. Longer stretches, and of longer
/// lines, are as often lists of headlines. (On held-out pages stretches up to 30 lines, whose lines have six words on
/// average, gain; of all lengths they lose .002 to .008 on five sets of nine.)
bool is_of_short_lines(const PassState& state, const Stretch& stretch) {
  constexpr std::size_t fewest = 4;
  constexpr std::size_t most = 30;
  constexpr double most_prose = 0.7;  // of the letters
  constexpr double most_words = 6;    // weighted, of the lines that would be added, on average
  std::size_t lines = 0;
  double added = 0;
  double words = 0;
  double letters = 0;
  double prose = 0;
  if (stretch.end - stretch.begin > most) return false;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    letters += state.block(i).letters;
    if (state.is_prose(i)) {
      prose += state.block(i).letters;
      continue;
    }
    ++lines;
    if (state.out.choices[i].kept) continue;
    ++added;
    words += static_cast<double>(state.block(i).weighted_words());
  }
  return lines >= fewest && prose <= most_prose * letters && words <= most_words * added;
}

/// Of the model, or what a pass left of it.
double mean_score(const PassState& state, std::size_t begin, std::size_t end) {
  double sum = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const bool is_comment = state.is_decided_by(i, by_comments);
    sum += static_cast<double>(is_comment ? state.out.choices[i].score : state.out.choices[i].model_score);
  }
  return begin < end ? sum / static_cast<double>(end - begin) : 0.0;
}

/// Whether the scores fall at the end of the stretch, to what the model gives surest boilerplate.
bool ends_sharply(const PassState& state, const Stretch& stretch) {
  constexpr double most_below = 0.1;
  constexpr double least_fall = 3;
  if (stretch.end == state.size()) return false;
  const double below = mean_score(state, stretch.end, state.size());
  return below <= most_below && least_fall * below <= mean_score(state, stretch.begin, stretch.end);
}

constexpr float least_of_line = 0.08F;
/// Of the lines above the first that is kept, where the scores rise to them.
constexpr float least_of_first_lines = 0.05F;

/// Where the text begins above the stretch: at the topmost line, of the few above it, from which on the scores are
/// twice those of the line above; where they are as low as those of a menu's entries, of all lines above. The beginning
/// of the stretch where there is none.
std::size_t begin_above(const PassState& state, std::size_t begin) {
  constexpr std::size_t most_lines = 4;
  constexpr float least_rise = 2;
  constexpr float above_menus = 0.1F;
  std::vector<float> highest_before(begin + 1, 0.0F);
  for (std::size_t i = 0; i < begin; ++i)
    highest_before[i + 1] = std::max(highest_before[i], state.out.choices[i].model_score);
  std::size_t found = begin;
  float lowest = 1;
  for (std::size_t first = begin; first > 1 && begin - first < most_lines; --first) {
    const Choice& choice = state.out.choices[first - 1];
    const bool is_line = choice.model_score >= least_of_first_lines && !is_named(state, first - 1);
    if (!is_line || is_dated(state.text(first - 1))) break;
    lowest = std::min(lowest, choice.model_score);
    const float above = lowest >= above_menus ? state.out.choices[first - 2].model_score : highest_before[first - 1];
    if (least_rise * above <= lowest) found = first - 1;
  }
  return found;
}

}  // namespace

void keep_short_lines(PassState& state) {
  if (!state.is_text() || state.page_type != Verdict::article || state.is_undisputed) return;
  if (state.options.leaning == Leaning::precise) return;
  const auto is_text = [&](const Stretch& stretch) {
    return stretch.begin < stretch.end && is_of_short_lines(state, stretch) && ends_sharply(state, stretch);
  };
  Stretch stretch = find_stretch(state, static_cast<std::size_t>(state.out.title_block + 1));
  if (!is_text(stretch) && has_kept_above_title(state)) stretch = find_stretch(state, 0);
  if (!is_text(stretch)) return;
  for (std::size_t i = begin_above(state, stretch.begin); i < stretch.end; ++i) {
    if (!may_be_line(state, i, i < stretch.begin ? least_of_first_lines : least_of_line)) continue;
    state.out.choices[i].category = Category::content;
    state.keep(i);
  }
}

}  // namespace pith::select

// Numbered sections: a text whose parts are counted, "01 Introduction ... 07 Last words", "Figure 1 ... Figure 13", is
// one text from the first number to the last, short lines and all. Lists of headlines are counted, too, but have
// nothing between their numbers.

#include <algorithm>
#include <array>
#include <vector>

#include "measure/hashes.hpp"
#include "select/passes/signs.hpp"
#include "text/ascii.hpp"

namespace pith::select {
namespace {

/// A line that begins with a number.
struct Marker {
  std::uint64_t style = 0;  ///< of what stands before and after the number; 0: there is none
  int number = 0;
};

/// The Han number, up to 99, that `rest` begins with; moves `rest` past it. 0: there is none.
int take_han_number(std::string_view& rest) {
  int number = 0;
  while (true) {
    const auto* const digit =
        std::find_if(han_numbers.begin(), han_numbers.end(), [&](auto text) { return rest.starts_with(text); });
    if (digit == han_numbers.end()) return number;
    rest.remove_prefix(digit->size());
    const int value = static_cast<int>(digit - han_numbers.begin()) + 1;
    if (value == 10 && number > 0 && number < 10) {
      number *= 10;  // "twenty"
    } else {
      number += value;
    }
  }
}

int take_section_number(std::string_view& rest) {
  std::size_t digits = 0;
  int number = 0;
  constexpr std::size_t most_digits = 3;
  for (; digits < rest.size() && text::is_ascii_digit(rest[digits]); ++digits) {
    if (digits == most_digits) return 0;
    number = number * 10 + (rest[digits] - '0');
  }
  rest.remove_prefix(digits);
  return digits > 0 ? number : take_han_number(rest);
}

/// What may follow the number of a section: its mark, a space or nothing. Its style; 0: it is no such number.
std::uint64_t style_after(std::string_view rest) {
  constexpr std::array<std::string_view, 12> marks = {".",      "\u3001", "\uFF0E", ":",      "\uFF1A", ")",
                                                      "\uFF09", "\u3011", "\u7AE0", "\u8282", "\u6B65", " "};
  if (rest.empty()) return 1;
  const auto* const mark = std::find_if(marks.begin(), marks.end(), [&](auto text) { return rest.starts_with(text); });
  if (mark == marks.end()) return 0;
  const std::string_view after = rest.substr(mark->size());
  if (!after.empty() && text::is_ascii_digit(after.front())) return 0;  // "3.5 million"
  return static_cast<std::uint64_t>(mark - marks.begin()) + 2;
}

Marker marker_of(std::string_view line) {
  constexpr std::size_t longest_prefix = 12;  // bytes: "Chapter "
  for (std::size_t at = 0; at <= std::min(longest_prefix, line.size()); at = text::code_point_end(line, at + 1)) {
    std::string_view rest = line.substr(at);
    const int number = take_section_number(rest);
    if (number > 0) {
      const std::uint64_t style = style_after(rest);
      return style == 0 ? Marker{} : Marker{measure::mix_hash(measure::hash_text(line.substr(0, at)), style), number};
    }
    if (rest.empty() || at == line.size()) break;
  }
  return {};
}

/// Sections of one style that are counted up.
struct Series {
  std::uint64_t style = 0;
  int last_number = 0;
  std::size_t count = 0;
  std::size_t first = 0;  ///< block
  std::size_t last = 0;   ///< block
};

/// Of the series of so many sections or more the one that reaches over most blocks. One section may be missing: it has
/// no line of its own, or is an image.
Series find_series(const PassState& state, std::size_t fewest_sections) {
  std::vector<Series> open;
  Series best;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const Marker marker = marker_of(state.text(i));
    if (marker.style == 0) continue;
    auto series = std::find_if(open.begin(), open.end(), [&](const Series& s) { return s.style == marker.style; });
    if (series == open.end()) series = open.insert(series, Series{marker.style});
    const int step = marker.number - series->last_number;
    if (series->count > 0 && (step == 1 || step == 2)) {
      ++series->count;
      series->last = i;
    } else if (marker.number <= 2) {
      series->count = 1;
      series->first = series->last = i;
    } else {
      continue;
    }
    series->last_number = marker.number;
    const bool is_longer = series->last - series->first >= best.last - best.first;
    if (series->count >= fewest_sections && is_longer) best = *series;
  }
  return best;
}

/// Whether the blocks [first, last] hold most of what the page likely has of text, and are likely text.
bool is_main_text(const PassState& state, std::size_t first, std::size_t last) {
  constexpr double least_share = 0.5;
  constexpr double least_mean = 0.4;
  double all = 0;
  double inside = 0;
  double words_inside = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    const auto words = static_cast<double>(state.block(i).weighted_words());
    const double expected = words * static_cast<double>(state.out.choices[i].model_score);
    all += expected;
    if (i < first || i > last) continue;
    inside += expected;
    words_inside += words;
  }
  return inside >= least_share * all && inside >= least_mean * words_inside;
}

}  // namespace

void lift_numbered_sections(PassState& state) {
  constexpr std::size_t fewest_sections = 4;
  constexpr float lifted = 0.6F;
  // In HTML what stands between is as often a box: of 44 pages with such sections 31 lose.
  if (!state.is_text() || state.page_type != Verdict::article) return;
  const Series series = find_series(state, fewest_sections);
  if (series.count == 0) return;
  // The last section is about as long as the others.
  const std::size_t mean_length = (series.last - series.first) / (series.count - 1);
  const bool has_text_between = mean_length >= 2;
  if (!has_text_between || !is_main_text(state, series.first, series.last)) return;
  const std::size_t end = std::min(series.last + mean_length, state.size());
  for (std::size_t i = series.first; i < end; ++i) {
    const bool is_boilerplate =
        state.out.choices[i].category != Category::content || sign_of_boilerplate(state, i) != Category::content;
    if (is_boilerplate && i > series.last) return;
    if (!is_boilerplate && state.out.choices[i].score < lifted) state.lift(i, lifted);
  }
}

}  // namespace pith::select

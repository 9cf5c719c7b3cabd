// What stands around a line: its neighbours one by one, and means over windows, by prefix sums.

#include <algorithm>
#include <cmath>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

/// Something that is asked about a line's neighbours.
struct NeighbourQuantity {
  std::string_view name;
  std::string_view meaning;
  float (*value)(const LineMeasureScratch&, std::size_t line);
};

using Scratch = LineMeasureScratch;

// In this order, since far neighbours are asked for the first ones only.
constexpr std::array<NeighbourQuantity, 11> neighbour_quantities = {{
    {"words", "words", [](const Scratch& s, std::size_t i) { return s.shapes[i].words; }},
    {"good", "1: good line", [](const Scratch& s, std::size_t i) { return s.shapes[i].good; }},
    {"ends_sentence", "1: ends as a sentence does",
     [](const Scratch& s, std::size_t i) { return s.shapes[i].ends_sentence; }},
    {"capital_share", "share of words with a capital",
     [](const Scratch& s, std::size_t i) { return s.shapes[i].capital_share; }},
    {"copied", "1: stands on the page more than once",
     [](const Scratch& s, std::size_t i) { return s.copies[i].is_copied ? 1.0F : 0.0F; }},
    {"digit_share", "share of digits", [](const Scratch& s, std::size_t i) { return s.shapes[i].digit_share; }},
    {"phrase_most_share", "share that a phrase covers",
     [](const Scratch& s, std::size_t i) { return s.phrases[i].most_share; }},
    {"date", "1: has a date", [](const Scratch& s, std::size_t i) { return s.shapes[i].date; }},
    {"comma_density", "commas per word", [](const Scratch& s, std::size_t i) { return s.shapes[i].comma_density; }},
    {"function_share", "share of function words",
     [](const Scratch& s, std::size_t i) { return s.shapes[i].function_share; }},
    {"addresses", "URLs and host names", [](const Scratch& s, std::size_t i) { return s.shapes[i].addresses; }},
}};

struct Neighbour {
  int offset;  // in lines; negative above
  std::size_t quantities;
  std::string_view name;
  std::string_view meaning;
};

constexpr std::array<Neighbour, 10> neighbours = {{
    {-1, 11, "above_1_", "of the line above: "},
    {1, 11, "below_1_", "of the line below: "},
    {-2, 7, "above_2_", "of the second line above: "},
    {2, 7, "below_2_", "of the second line below: "},
    {-3, 3, "above_3_", "of the third line above: "},
    {3, 3, "below_3_", "of the third line below: "},
    {-4, 3, "above_4_", "of the fourth line above: "},
    {4, 3, "below_4_", "of the fourth line below: "},
    {-5, 3, "above_5_", "of the fifth line above: "},
    {5, 3, "below_5_", "of the fifth line below: "},
}};

/// A mean over a window of lines.
struct WindowQuantity {
  std::string_view name;
  std::string_view meaning;
  double (*value)(const LineMeasureScratch&, std::size_t line);
  bool in_all;  // false: not in windows of 3 and 50 lines, where it told nothing new
};

double capped_words(const Scratch& scratch, std::size_t line) {
  constexpr float most_words = 150;  // one giant line must not drown its surroundings
  return static_cast<double>(std::min(scratch.shapes[line].words, most_words));
}

double function_words(const Scratch& scratch, std::size_t line) {
  return static_cast<double>(scratch.shapes[line].function_share) * capped_words(scratch, line);
}

double dates(const Scratch& scratch, std::size_t line) {
  const LineShape& shape = scratch.shapes[line];
  return static_cast<double>(shape.date + shape.ago + shape.time);
}

constexpr std::size_t words_column = 0;
constexpr std::size_t spread_column = 1;
constexpr std::size_t function_column = 9;
constexpr std::array<WindowQuantity, 12> window_quantities = {{
    {"words", "mean words of a line, at most 150 each", capped_words, true},
    {"word_spread", "standard deviation of the words of a line",
     [](const Scratch& s, std::size_t i) { return capped_words(s, i) * capped_words(s, i); }, true},
    {"good", "share of good lines, 0 to 1",
     [](const Scratch& s, std::size_t i) { return static_cast<double>(s.shapes[i].good); }, true},
    {"ends_sentence", "share of lines that end as a sentence does, 0 to 1",
     [](const Scratch& s, std::size_t i) { return static_cast<double>(s.shapes[i].ends_sentence); }, true},
    {"short", "share of lines of at most 4 words, 0 to 1",
     [](const Scratch& s, std::size_t i) { return s.shapes[i].words <= 4 ? 1.0 : 0.0; }, true},
    {"copied", "share of lines that stand on the page more than once, 0 to 1",
     [](const Scratch& s, std::size_t i) { return s.copies[i].is_copied ? 1.0 : 0.0; }, true},
    {"hits", "share of lines with strong phrase evidence, 0 to 1",
     [](const Scratch& s, std::size_t i) { return s.phrases[i].hits != 0 ? 1.0 : 0.0; }, true},
    {"dates", "dates, ages and times a line", dates, false},
    {"more", "ellipses and 'more' endings a line",
     [](const Scratch& s, std::size_t i) { return static_cast<double>(s.shapes[i].more + s.shapes[i].ends_ellipsis); },
     false},
    {"function_share", "share of function words, 0 to 1", function_words, true},
    {"long_prose", "share of lines of long prose, 0 to 1",
     [](const Scratch& s, std::size_t i) { return static_cast<double>(s.shapes[i].long_prose); }, true},
    {"rights_or_price", "copyright marks and prices a line",
     [](const Scratch& s, std::size_t i) { return static_cast<double>(s.shapes[i].rights + s.shapes[i].price); },
     false},
}};

struct Window {
  std::ptrdiff_t first;  // line of the window, from the line it is for; negative above
  std::ptrdiff_t last;   // inclusive
  bool has_all;          // quantities, see WindowQuantity::in_all
  std::string_view name;
  std::string_view meaning;
};

constexpr std::array<Window, 8> windows = {{
    {-3, 3, false, "window_3_", "3 lines either way: "},
    {-8, 8, true, "window_8_", "8 lines either way: "},
    {-20, 20, true, "window_20_", "20 lines either way: "},
    {-50, 50, false, "window_50_", "50 lines either way: "},
    {-6, -1, true, "before_6_", "6 lines above: "},
    {1, 6, true, "after_6_", "6 lines below: "},
    {-15, -1, true, "before_15_", "15 lines above: "},
    {1, 15, true, "after_15_", "15 lines below: "},
}};

constexpr bool has_column(const Window& window, const WindowQuantity& quantity) {
  return window.has_all || quantity.in_all;
}

constexpr std::array<FixedName, neighbour_columns> make_neighbour_names() {
  std::array<FixedName, neighbour_columns> names{};
  std::size_t column = 0;
  for (const Neighbour& neighbour : neighbours) {
    for (std::size_t q = 0; q < neighbour.quantities; ++q, ++column) {
      names[column].name << neighbour.name << neighbour_quantities[q].name;
      names[column].meaning << neighbour.meaning << neighbour_quantities[q].meaning << "; -1: there is none";
    }
  }
  return names;
}
constexpr auto neighbour_names = make_neighbour_names();

constexpr std::array<FixedName, window_columns> make_window_names() {
  std::array<FixedName, window_columns> names{};
  std::size_t column = 0;
  for (const Window& window : windows) {
    for (const WindowQuantity& quantity : window_quantities) {
      if (!has_column(window, quantity)) continue;
      names[column].name << window.name << quantity.name;
      names[column].meaning << window.meaning << quantity.meaning;
      ++column;
    }
  }
  return names;
}
constexpr auto window_names = make_window_names();

/// Prefix sums of all quantities, one row a line and one more.
void sum_quantities(LineMeasureScratch& scratch) {
  constexpr std::size_t width = window_quantities.size();
  scratch.sums.assign((scratch.size() + 1) * width, 0.0);
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    for (std::size_t q = 0; q < width; ++q) {
      scratch.sums[(i + 1) * width + q] = scratch.sums[i * width + q] + window_quantities[q].value(scratch, i);
    }
  }
}

using WindowSums = std::array<double, window_quantities.size()>;

/// Line `line + offset`, cut to [0, lines].
std::size_t moved(std::size_t line, std::ptrdiff_t offset, std::size_t lines) {
  const auto to = static_cast<std::ptrdiff_t>(line) + offset;
  return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(to, 0, static_cast<std::ptrdiff_t>(lines)));
}

WindowSums means_of(const LineMeasureScratch& scratch, const Window& window, std::size_t line) {
  const std::size_t begin = moved(line, window.first, scratch.size());
  const std::size_t end = std::max(begin, moved(line, window.last + 1, scratch.size()));
  const auto lines = static_cast<double>(std::max<std::size_t>(end - begin, 1));
  WindowSums means{};
  const std::size_t width = means.size();
  const auto sum = [&](std::size_t q) { return scratch.sums[end * width + q] - scratch.sums[begin * width + q]; };
  for (std::size_t q = 0; q < width; ++q) means[q] = sum(q) / lines;
  const double variance = means[spread_column] - means[words_column] * means[words_column];
  means[spread_column] = std::sqrt(std::max(0.0, variance));
  means[function_column] = sum(function_column) / std::max(1.0, sum(words_column));
  return means;
}

}  // namespace

model::FeatureName neighbour_name(std::size_t column) {
  return neighbour_names[column].view();
}

model::FeatureName window_name(std::size_t column) {
  return window_names[column].view();
}

void measure_neighbours(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  const auto lines = static_cast<std::ptrdiff_t>(scratch.size());
  for (std::ptrdiff_t i = 0; i < lines; ++i) {
    float* value = out.row(static_cast<std::size_t>(i));
    for (const Neighbour& neighbour : neighbours) {
      const std::ptrdiff_t at = i + neighbour.offset;
      const bool exists = at >= 0 && at < lines;
      for (std::size_t q = 0; q < neighbour.quantities; ++q) {
        *value++ = exists ? neighbour_quantities[q].value(scratch, static_cast<std::size_t>(at)) : -1.0F;
      }
    }
  }
}

void measure_windows(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  sum_quantities(scratch);
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    float* value = out.row(i);
    for (const Window& window : windows) {
      const WindowSums means = means_of(scratch, window, i);
      for (std::size_t q = 0; q < means.size(); ++q) {
        if (has_column(window, window_quantities[q])) *value++ = static_cast<float>(means[q]);
      }
    }
  }
}

}  // namespace pith::measure

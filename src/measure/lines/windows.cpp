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
  float (*value)(const LinePage&, std::size_t line);
};

// In this order, since far neighbours are asked for the first ones only.
constexpr std::array<NeighbourQuantity, 10> neighbour_quantities = {{
    {"words", "words", [](const LinePage& page, std::size_t i) { return page.shape(i).words; }},
    {"good", "1: good line", [](const LinePage& page, std::size_t i) { return page.shape(i).good; }},
    {"ends_sentence", "1: ends as a sentence does",
     [](const LinePage& page, std::size_t i) { return page.shape(i).ends_sentence; }},
    {"capital_share", "share of words with a capital",
     [](const LinePage& page, std::size_t i) { return page.shape(i).capital_share; }},
    {"copied", "1: stands on the page more than once",
     [](const LinePage& page, std::size_t i) { return page.prepared.copies[i].is_copied ? 1.0F : 0.0F; }},
    {"digit_share", "share of digits", [](const LinePage& page, std::size_t i) { return page.shape(i).digit_share; }},
    {"phrase_most_share", "share that a phrase covers",
     [](const LinePage& page, std::size_t i) { return page.prepared.phrases[i].most_share; }},
    {"date", "1: has a date", [](const LinePage& page, std::size_t i) { return page.shape(i).date; }},
    {"comma_density", "commas per word",
     [](const LinePage& page, std::size_t i) { return page.shape(i).comma_density; }},
    {"function_share", "share of function words",
     [](const LinePage& page, std::size_t i) { return page.shape(i).function_share; }},
}};

struct Neighbour {
  std::ptrdiff_t offset;  // in lines; negative above
  unsigned quantities;    // bits, by place among neighbour_quantities
  std::string_view name;
  std::string_view meaning;
};

constexpr Neighbour neighbours[] = {
    {-1, 0x3FF, "above_1_", "of the line above: "},       {1, 0x3FF, "below_1_", "of the line below: "},
    {-2, 0x7F, "above_2_", "of the second line above: "}, {2, 0x7F, "below_2_", "of the second line below: "},
    {-3, 0x3, "above_3_", "of the third line above: "},   {3, 0x7, "below_3_", "of the third line below: "},
    {-4, 0x5, "above_4_", "of the fourth line above: "},  {4, 0x7, "below_4_", "of the fourth line below: "},
    {-5, 0x7, "above_5_", "of the fifth line above: "},   {5, 0x7, "below_5_", "of the fifth line below: "},
};

/// A mean over a window of lines.
struct WindowQuantity {
  std::string_view name;
  std::string_view meaning;
  double (*value)(const LinePage&, std::size_t line);
  bool in_all;  // false: not in windows of 3 and 50 lines, where it told nothing new
};

double capped_words(const LinePage& page, std::size_t line) {
  constexpr float most_words = 150;  // one giant line must not drown its surroundings
  return static_cast<double>(std::min(page.shape(line).words, most_words));
}

double function_words(const LinePage& page, std::size_t line) {
  return static_cast<double>(page.shape(line).function_share) * capped_words(page, line);
}

double dates(const LinePage& page, std::size_t line) {
  const LineShape& shape = page.shape(line);
  return static_cast<double>(shape.date + shape.ago + shape.time);
}

constexpr std::size_t words_row = 0;
constexpr std::size_t spread_row = 1;
constexpr std::size_t function_row = 9;
constexpr std::array<WindowQuantity, 12> window_quantities = {{
    {"words", "mean words of a line, at most 150 each", capped_words, true},
    {"word_spread", "standard deviation of the words of a line",
     [](const LinePage& page, std::size_t i) { return capped_words(page, i) * capped_words(page, i); }, true},
    {"good", "share of good lines, 0 to 1",
     [](const LinePage& page, std::size_t i) { return static_cast<double>(page.shape(i).good); }, true},
    {"ends_sentence", "share of lines that end as a sentence does, 0 to 1",
     [](const LinePage& page, std::size_t i) { return static_cast<double>(page.shape(i).ends_sentence); }, true},
    {"short", "share of lines of at most 4 words, 0 to 1",
     [](const LinePage& page, std::size_t i) { return page.shape(i).words <= 4 ? 1.0 : 0.0; }, true},
    {"copied", "share of lines that stand on the page more than once, 0 to 1",
     [](const LinePage& page, std::size_t i) { return page.prepared.copies[i].is_copied ? 1.0 : 0.0; }, true},
    {"hits", "share of lines with strong phrase evidence, 0 to 1",
     [](const LinePage& page, std::size_t i) { return page.prepared.phrases[i].hits != 0 ? 1.0 : 0.0; }, true},
    {"dates", "dates, ages and times a line", dates, false},
    {"more", "ellipses and 'more' endings a line",
     [](const LinePage& page, std::size_t i) {
       return static_cast<double>(page.shape(i).more + page.shape(i).ends_ellipsis);
     },
     false},
    {"function_share", "share of function words, 0 to 1", function_words, true},
    {"long_prose", "share of lines of long prose, 0 to 1",
     [](const LinePage& page, std::size_t i) { return static_cast<double>(page.shape(i).long_prose); }, true},
    {"rights_or_price", "copyright marks and prices a line",
     [](const LinePage& page, std::size_t i) {
       return static_cast<double>(page.shape(i).copyright + page.shape(i).price);
     },
     false},
}};

struct Window {
  std::ptrdiff_t first;  // line of the window, from the line it is for; negative above
  std::ptrdiff_t last;   // inclusive
  bool has_all;          // quantities, see WindowQuantity::in_all
  std::string_view name;
  std::string_view meaning;
};

constexpr Window windows[] = {
    {-3, 3, false, "window_3_", "3 lines either way: "},    {-8, 8, true, "window_8_", "8 lines either way: "},
    {-20, 20, true, "window_20_", "20 lines either way: "}, {-50, 50, false, "window_50_", "50 lines either way: "},
    {-6, -1, true, "before_6_", "6 lines above: "},         {1, 6, true, "after_6_", "6 lines below: "},
    {-15, -1, true, "before_15_", "15 lines above: "},      {1, 15, true, "after_15_", "15 lines below: "},
};

/// Where the window of a line begins and ends, within the page.
struct Extent {
  std::size_t begin = 0, end = 0;

  /// Mean over its lines of what `sums` are the prefix sums of.
  [[nodiscard]] double mean(std::span<const double> sums) const noexcept {
    return (sums[end] - sums[begin]) / static_cast<double>(std::max<std::size_t>(end - begin, 1));
  }
};

/// The extents of all lines' windows, each as two distances from its line.
class Extents {
 public:
  Extents(const LinePage& page, const Window& window) {
    const auto lines = static_cast<std::ptrdiff_t>(page.size());
    const std::span<Reach> reaches = page.temporary.room<Reach>(page.size());
    for (std::ptrdiff_t i = 0; i < lines; ++i) {
      const std::ptrdiff_t begin = std::clamp<std::ptrdiff_t>(i + window.first, 0, lines);
      const std::ptrdiff_t end = std::max(begin, std::clamp<std::ptrdiff_t>(i + window.last + 1, 0, lines));
      reaches[static_cast<std::size_t>(i)] = {static_cast<std::int8_t>(begin - i), static_cast<std::int8_t>(end - i)};
    }
    reaches_ = reaches;
  }
  [[nodiscard]] Extent operator[](std::size_t i) const noexcept {
    return {i + static_cast<std::size_t>(reaches_[i].begin), i + static_cast<std::size_t>(reaches_[i].end)};
  }

 private:
  struct Reach {
    std::int8_t begin = 0, end = 0;
  };
  std::span<const Reach> reaches_;
};

/// Prefix sums of each quantity.
using WindowSums = std::array<std::span<const double>, window_quantities.size()>;

void add_line_window(const LinePage& page, Columns& columns, const Window& window, const WindowSums& all_sums) {
  const Extents extents(page, window);
  const std::span<const double> words = all_sums[words_row];
  for (std::size_t q = 0; q < window_quantities.size(); ++q) {
    const WindowQuantity& quantity = window_quantities[q];
    if (!window.has_all && !quantity.in_all) continue;
    const std::span<const double> sums = all_sums[q];
    const ColumnName name{window.name, quantity.name};
    const ColumnMeaning meaning{window.meaning, quantity.meaning};
    if (q == spread_row) {
      columns.add(name, meaning, [=](std::size_t i) {
        const double mean = extents[i].mean(words);
        return std::sqrt(std::max(0.0, extents[i].mean(sums) - mean * mean));
      });
    } else if (q == function_row) {
      columns.add(name, meaning, [=](std::size_t i) {
        const auto [begin, end] = extents[i];
        return (sums[end] - sums[begin]) / std::max(1.0, words[end] - words[begin]);
      });
    } else {
      columns.add(name, meaning, [=](std::size_t i) { return extents[i].mean(sums); });
    }
  }
}

}  // namespace

void add_line_neighbour_columns(const LinePage& page, Columns& columns) {
  std::array<std::span<const float>, neighbour_quantities.size()> all_values;
  for (std::size_t q = 0; q < all_values.size(); ++q) {
    const std::span<float> values = page.temporary.room<float>(page.size());
    for (std::size_t i = 0; i < page.size(); ++i) values[i] = neighbour_quantities[q].value(page, i);
    all_values[q] = values;
  }
  for (const Neighbour& neighbour : neighbours) {
    for (std::size_t q = 0; q < neighbour_quantities.size(); ++q) {
      if ((neighbour.quantities >> q & 1U) == 0) continue;
      const NeighbourQuantity& quantity = neighbour_quantities[q];
      // What is above the first line wraps round to below the last.
      columns.add({neighbour.name, quantity.name}, {neighbour.meaning, quantity.meaning, "; -1: there is none"},
                  [values = all_values[q], offset = static_cast<std::size_t>(neighbour.offset)](std::size_t i) {
                    return i + offset < values.size() ? values[i + offset] : -1.0F;
                  });
    }
  }
}

void add_window_columns(const LinePage& page, Columns& columns) {
  WindowSums sums;
  for (std::size_t q = 0; q < sums.size(); ++q) {
    sums[q] = prefix_sums(page, [&](std::size_t i) { return window_quantities[q].value(page, i); });
  }
  for (const Window& window : windows) add_line_window(page, columns, window, sums);
}

}  // namespace pith::measure

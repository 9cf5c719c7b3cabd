// Where a line stands, what page it stands on, and which lines stand together between blank ones.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

struct Position {
  float lines_above = 0, lines_below = 0, line_place = 0, word_place = 0, good_place = 0;
  float words_above = 0, words_below = 0, good_above = 0, good_below = 0;
  float lines_since_good = 0, lines_until_good = 0;
  float from_first_good = 0, from_last_good = 0, from_longest = 0, share_of_longest = 0;
};

constexpr MemberColumn<Position> position_members[] = {
    {"lines_above", "lines above, at most 500", &Position::lines_above},
    {"lines_below", "lines below, at most 500", &Position::lines_below},
    {"line_place", "share of the page's lines above, 0 to 1", &Position::line_place},
    {"word_place", "share of the page's words above, 0 to 1", &Position::word_place},
    {"good_place", "share of the page's good words above, 0 to 1", &Position::good_place},
    {"words_above", "words above", &Position::words_above},
    {"words_below", "words below", &Position::words_below},
    {"good_above", "good words above", &Position::good_above},
    {"good_below", "good words below", &Position::good_below},
    {"lines_since_good", "lines since the last good line above, at most 200", &Position::lines_since_good},
    {"lines_until_good", "lines until the next good line below, at most 200", &Position::lines_until_good},
    {"from_first_good", "lines below (above: negative) the first good line, at most 200", &Position::from_first_good},
    {"from_last_good", "lines below (above: negative) the last good line, at most 200", &Position::from_last_good},
    {"from_longest", "lines below (above: negative) the longest line, at most 200", &Position::from_longest},
    {"share_of_longest", "words over those of the longest line, 0 to 1", &Position::share_of_longest},
};

struct PageSums {
  float lines = 0, words = 0, good_words = 0, good_word_share = 0, good_line_share = 0, cjk_share = 0;
  float copied_share = 0, median_words = 0, median_good_words = 0, good_lines = 0, blank_share = 0;
};

constexpr MemberColumn<PageSums> page_members[] = {
    {"lines", "lines of the page", &PageSums::lines},
    {"words", "words of the page", &PageSums::words},
    {"good_words", "good words of the page", &PageSums::good_words},
    {"good_word_share", "good words over words of the page, 0 to 1", &PageSums::good_word_share},
    {"good_line_share", "share of the page's lines that are good, 0 to 1", &PageSums::good_line_share},
    {"cjk_share", "mean CJK share of the page's lines, 0 to 1", &PageSums::cjk_share},
    {"copied_share", "share of the page's lines that stand there more than once, 0 to 1", &PageSums::copied_share},
    {"median_words", "median words of a line of the page", &PageSums::median_words},
    {"median_good_words", "median words of a good line of the page", &PageSums::median_good_words},
    {"good_lines", "good lines of the page", &PageSums::good_lines},
    {"blank_share", "share of the page's lines with a blank line before them, 0 to 1", &PageSums::blank_share},
};

struct ParagraphPlace {
  float blank_before = 0, blank_after = 0, lines = 0, words = 0, place = 0;
};

constexpr MemberColumn<ParagraphPlace> paragraph_members[] = {
    {"blank_before", "1: a blank line before it, or the page's beginning", &ParagraphPlace::blank_before},
    {"blank_after", "1: a blank line after it, or the page's end", &ParagraphPlace::blank_after},
    {"group_lines", "lines between the blank lines around it", &ParagraphPlace::lines},
    {"group_words", "words between the blank lines around it", &ParagraphPlace::words},
    {"group_place", "lines between it and the blank line above", &ParagraphPlace::place},
};

bool is_running_text(const LineShape& shape) {
  return shape.good > 0;
}

struct Landmarks {
  std::size_t first_good = 0, last_good = 0, longest = 0;
};

Landmarks find_landmarks(const std::vector<LineShape>& shapes) {
  Landmarks found;
  bool any_good = false;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    if (shapes[i].words > shapes[found.longest].words) found.longest = i;
    if (!is_running_text(shapes[i])) continue;
    if (!any_good) found.first_good = i;
    any_good = true;
    found.last_good = i;
  }
  return found;
}

Position place_of(const LinePage& page, const Landmarks& landmarks, std::size_t line) {
  constexpr std::size_t most_lines = 500;
  const std::size_t lines = page.size();
  const double words = page.prepared.words_before.back();
  const double good = page.prepared.good_before.back();
  Position out;
  out.lines_above = static_cast<float>(std::min(line, most_lines));
  out.lines_below = static_cast<float>(std::min(lines - 1 - line, most_lines));
  out.line_place = static_cast<float>(line) / static_cast<float>(lines);
  out.word_place = static_cast<float>(page.prepared.words_before[line] / std::max(1.0, words));
  out.good_place = static_cast<float>(page.prepared.good_before[line] / std::max(1.0, good));
  out.words_above = static_cast<float>(page.prepared.words_before[line]);
  out.words_below = static_cast<float>(words - page.prepared.words_before[line + 1]);
  out.good_above = static_cast<float>(page.prepared.good_before[line]);
  out.good_below = static_cast<float>(good - page.prepared.good_before[line + 1]);
  out.from_first_good = signed_distance(landmarks.first_good, line);
  out.from_last_good = signed_distance(landmarks.last_good, line);
  out.from_longest = signed_distance(landmarks.longest, line);
  out.share_of_longest = page.shape(line).words / std::max(1.0F, page.shape(landmarks.longest).words);
  return out;
}

/// The upper median; 0 of nothing. Reorders `values`.
float median(std::vector<float>& values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

template <typename Keep>
float median_words(const LinePage& page, Keep keep) {
  std::vector<float> words;
  for (const LineShape& shape : page.prepared.shapes) {
    if (keep(shape)) words.push_back(shape.words);
  }
  return median(words);
}

PageSums sum_up(const LinePage& page) {
  PageSums out;
  if (page.size() == 0) return out;
  const auto lines = static_cast<float>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) {
    out.good_lines += page.shape(i).good;
    out.cjk_share += page.shape(i).cjk_share;
    if (page.prepared.copies[i].is_copied) out.copied_share += 1;
    if (page.in.blocks.blocks[i].blank_before) out.blank_share += 1;
  }
  out.lines = lines;
  out.words = static_cast<float>(page.prepared.words_before.back());
  out.good_words = static_cast<float>(page.prepared.good_before.back());
  out.good_word_share = out.good_words / std::max(1.0F, out.words);
  out.good_line_share = out.good_lines / lines;
  out.cjk_share /= lines;
  out.copied_share /= lines;
  out.blank_share /= lines;
  out.median_words = median_words(page, [](const LineShape&) { return true; });
  out.median_good_words = median_words(page, is_running_text);
  return out;
}

void add_positions(const LinePage& page, Columns& columns) {
  const Landmarks landmarks = find_landmarks(page.prepared.shapes);
  const auto is_text_line = [&](std::size_t i) { return is_running_text(page.shape(i)); };
  const std::span<const float> since_good = distances_since(page, is_text_line);
  const std::span<const float> until_good = distances_until(page, is_text_line);
  const std::span<Position> positions = page.temporary.room<Position>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) {
    positions[i] = place_of(page, landmarks, i);
    positions[i].lines_since_good = since_good[i];
    positions[i].lines_until_good = until_good[i];
  }
  columns.add_members("", position_members, [=](std::size_t i) -> const Position& { return positions[i]; });
}

void add_page(const LinePage& page, Columns& columns) {
  const PageSums sums = sum_up(page);
  for (const MemberColumn<PageSums>& column : page_members) {
    columns.add_uniform({"page_", column.name}, column.meaning, sums.*column.member);
  }
}

void add_paragraphs(const LinePage& page, Columns& columns) {
  const std::span<ParagraphPlace> places = page.temporary.room<ParagraphPlace>(page.size());
  for (std::size_t begin = 0; begin < page.size();) {
    std::size_t end = begin + 1;
    while (end < page.size() && !page.in.blocks.blocks[end].blank_before) ++end;
    const auto lines = static_cast<float>(end - begin);
    const auto words = static_cast<float>(page.words_between(begin, end));
    for (std::size_t i = begin; i < end; ++i) {
      places[i] = {i == begin ? 1.0F : 0.0F, i + 1 == end ? 1.0F : 0.0F, lines, words, static_cast<float>(i - begin)};
    }
    begin = end;
  }
  columns.add_members("", paragraph_members, [=](std::size_t i) -> const ParagraphPlace& { return places[i]; });
}

}  // namespace

void add_position_columns(const LinePage& page, Columns& columns) {
  add_positions(page, columns);
  add_page(page, columns);
  add_paragraphs(page, columns);
}

}  // namespace pith::measure

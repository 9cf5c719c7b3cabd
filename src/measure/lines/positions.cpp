// Where a line stands, what page it stands on, and which lines stand together between blank ones.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

struct PositionFacts {
  float lines_above = 0, lines_below = 0, line_place = 0, word_place = 0, good_place = 0;
  float words_above = 0, words_below = 0, good_above = 0, good_below = 0;
  float lines_since_good = 0, lines_until_good = 0;
  float from_first_good = 0, from_last_good = 0, from_longest = 0, share_of_longest = 0;
};

constexpr std::array<MemberFeature<PositionFacts>, position_columns> position_features = {{
    {{"lines_above", "lines above, at most 500"}, &PositionFacts::lines_above},
    {{"lines_below", "lines below, at most 500"}, &PositionFacts::lines_below},
    {{"line_place", "share of the page's lines above, 0 to 1"}, &PositionFacts::line_place},
    {{"word_place", "share of the page's words above, 0 to 1"}, &PositionFacts::word_place},
    {{"good_place", "share of the page's good words above, 0 to 1"}, &PositionFacts::good_place},
    {{"words_above", "words above"}, &PositionFacts::words_above},
    {{"words_below", "words below"}, &PositionFacts::words_below},
    {{"good_above", "good words above"}, &PositionFacts::good_above},
    {{"good_below", "good words below"}, &PositionFacts::good_below},
    {{"lines_since_good", "lines since the last good line above, at most 200"}, &PositionFacts::lines_since_good},
    {{"lines_until_good", "lines until the next good line below, at most 200"}, &PositionFacts::lines_until_good},
    {{"from_first_good", "lines below (above: negative) the first good line, at most 200"},
     &PositionFacts::from_first_good},
    {{"from_last_good", "lines below (above: negative) the last good line, at most 200"},
     &PositionFacts::from_last_good},
    {{"from_longest", "lines below (above: negative) the longest line, at most 200"}, &PositionFacts::from_longest},
    {{"share_of_longest", "words over those of the longest line, 0 to 1"}, &PositionFacts::share_of_longest},
}};

struct PageSums {
  float lines = 0, words = 0, good_words = 0, good_word_share = 0, good_line_share = 0, cjk_share = 0;
  float copied_share = 0, median_words = 0, median_good_words = 0, good_lines = 0, blank_share = 0;
};

constexpr std::array<MemberFeature<PageSums>, page_columns> page_features = {{
    {{"page_lines", "lines of the page"}, &PageSums::lines},
    {{"page_words", "words of the page"}, &PageSums::words},
    {{"page_good_words", "good words of the page"}, &PageSums::good_words},
    {{"page_good_word_share", "good words over words of the page, 0 to 1"}, &PageSums::good_word_share},
    {{"page_good_line_share", "share of the page's lines that are good, 0 to 1"}, &PageSums::good_line_share},
    {{"page_cjk_share", "mean CJK share of the page's lines, 0 to 1"}, &PageSums::cjk_share},
    {{"page_copied_share", "share of the page's lines that stand there more than once, 0 to 1"},
     &PageSums::copied_share},
    {{"page_median_words", "median words of a line of the page"}, &PageSums::median_words},
    {{"page_median_good_words", "median words of a good line of the page"}, &PageSums::median_good_words},
    {{"page_good_lines", "good lines of the page"}, &PageSums::good_lines},
    {{"page_blank_share", "share of the page's lines with a blank line before them, 0 to 1"}, &PageSums::blank_share},
}};

struct ParagraphFacts {
  float blank_before = 0, blank_after = 0, lines = 0, words = 0, place = 0;
};

constexpr std::array<MemberFeature<ParagraphFacts>, paragraph_columns> paragraph_features = {{
    {{"blank_before", "1: a blank line before it, or the page's beginning"}, &ParagraphFacts::blank_before},
    {{"blank_after", "1: a blank line after it, or the page's end"}, &ParagraphFacts::blank_after},
    {{"group_lines", "lines between the blank lines around it"}, &ParagraphFacts::lines},
    {{"group_words", "words between the blank lines around it"}, &ParagraphFacts::words},
    {{"group_place", "lines between it and the blank line above"}, &ParagraphFacts::place},
}};

bool is_good(const LineShape& shape) {
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
    if (!is_good(shapes[i])) continue;
    if (!any_good) found.first_good = i;
    any_good = true;
    found.last_good = i;
  }
  return found;
}

PositionFacts place_of(const LineMeasureScratch& scratch, const Landmarks& landmarks, std::size_t line) {
  constexpr std::size_t most_lines = 500;
  const std::size_t lines = scratch.size();
  const double words = scratch.words_before.back();
  const double good = scratch.good_before.back();
  PositionFacts out;
  out.lines_above = static_cast<float>(std::min(line, most_lines));
  out.lines_below = static_cast<float>(std::min(lines - 1 - line, most_lines));
  out.line_place = static_cast<float>(line) / static_cast<float>(lines);
  out.word_place = static_cast<float>(scratch.words_before[line] / std::max(1.0, words));
  out.good_place = static_cast<float>(scratch.good_before[line] / std::max(1.0, good));
  out.words_above = static_cast<float>(scratch.words_before[line]);
  out.words_below = static_cast<float>(words - scratch.words_before[line + 1]);
  out.good_above = static_cast<float>(scratch.good_before[line]);
  out.good_below = static_cast<float>(good - scratch.good_before[line + 1]);
  out.from_first_good = signed_distance(landmarks.first_good, line);
  out.from_last_good = signed_distance(landmarks.last_good, line);
  out.from_longest = signed_distance(landmarks.longest, line);
  out.share_of_longest = scratch.shapes[line].words / std::max(1.0F, scratch.shapes[landmarks.longest].words);
  return out;
}

/// For each line the next good line below it.
void find_next_good(LineMeasureScratch& scratch) {
  scratch.lines.resize(scratch.size());
  std::uint32_t next = no_line;
  for (std::size_t i = scratch.size(); i-- > 0;) {
    scratch.lines[i] = next;
    if (is_good(scratch.shapes[i])) next = static_cast<std::uint32_t>(i);
  }
}

/// The upper median; 0 of nothing. Reorders `values`.
float median(std::vector<float>& values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

template <typename Keep>
float median_words(LineMeasureScratch& scratch, Keep keep) {
  scratch.values.clear();
  for (const LineShape& shape : scratch.shapes) {
    if (keep(shape)) scratch.values.push_back(shape.words);
  }
  return median(scratch.values);
}

PageSums sum_up(const MeasureInput& in, LineMeasureScratch& scratch) {
  PageSums out;
  const auto lines = static_cast<float>(scratch.size());
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    out.good_lines += scratch.shapes[i].good;
    out.cjk_share += scratch.shapes[i].cjk_share;
    if (scratch.copies[i].is_copied) out.copied_share += 1;
    if (in.blocks.blocks[i].blank_before) out.blank_share += 1;
  }
  out.lines = lines;
  out.words = static_cast<float>(scratch.words_before.back());
  out.good_words = static_cast<float>(scratch.good_before.back());
  out.good_word_share = out.good_words / std::max(1.0F, out.words);
  out.good_line_share = out.good_lines / lines;
  out.cjk_share /= lines;
  out.copied_share /= lines;
  out.blank_share /= lines;
  out.median_words = median_words(scratch, [](const LineShape&) { return true; });
  out.median_good_words = median_words(scratch, is_good);
  return out;
}

}  // namespace

model::FeatureName position_name(std::size_t column) {
  return position_features[column].name;
}

model::FeatureName page_name(std::size_t column) {
  return page_features[column].name;
}

model::FeatureName paragraph_name(std::size_t column) {
  return paragraph_features[column].name;
}

void measure_positions(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  const Landmarks landmarks = find_landmarks(scratch.shapes);
  find_next_good(scratch);
  std::size_t last_good = no_line;
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    PositionFacts facts = place_of(scratch, landmarks, i);
    facts.lines_since_good = line_distance(last_good, i);
    facts.lines_until_good = line_distance(i, scratch.lines[i]);
    write_members(position_features, facts, out.row(i));
    if (is_good(scratch.shapes[i])) last_good = i;
  }
}

void measure_page(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out) {
  const PageSums facts = sum_up(in, scratch);
  for (std::size_t i = 0; i < scratch.size(); ++i) write_members(page_features, facts, out.row(i));
}

void measure_paragraphs(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out) {
  const auto starts_group = [&](std::size_t i) {
    return i == 0 || i >= scratch.size() || in.blocks.blocks[i].blank_before;
  };
  for (std::size_t begin = 0; begin < scratch.size();) {
    std::size_t end = begin + 1;
    while (!starts_group(end)) ++end;
    ParagraphFacts facts;
    facts.lines = static_cast<float>(end - begin);
    facts.words = static_cast<float>(scratch.words_between(begin, end));
    for (std::size_t i = begin; i < end; ++i) {
      facts.blank_before = i == begin ? 1.0F : 0.0F;
      facts.blank_after = i + 1 == end ? 1.0F : 0.0F;
      facts.place = static_cast<float>(i - begin);
      write_members(paragraph_features, facts, out.row(i));
    }
    begin = end;
  }
}

}  // namespace pith::measure

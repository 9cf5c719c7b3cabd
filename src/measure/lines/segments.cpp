// Where the main text stands: the runs of lines with the greatest sum of a score, and what else speaks of the same.

#include <algorithm>

#include "measure/greatest_run.hpp"
#include "measure/lines/page.hpp"
#include "measure/topic_words.hpp"

namespace pith::measure {
namespace {

using Segment = BlockRun<float>;

struct SegmentRow {
  std::string_view name;
  std::string_view meaning;
  float (*score)(const LineShape&);
};

float good_score(const LineShape& shape, float otherwise) {
  return shape.good > 0 ? std::min(shape.words, most_good_words) : otherwise;
}

float prose_score(const LineShape& shape) {
  constexpr float most_words = 100;
  if (shape.long_prose > 0) return std::min(shape.words, most_words);
  return shape.good > 0 ? 0.0F : -5.0F;
}

// What a line that is no text costs: how far the segment reaches across captions and subheadings.
constexpr SegmentRow segment_rows[] = {
    {"wide", "widest run of good lines", [](const LineShape& shape) { return good_score(shape, -8.0F); }},
    {"tight", "tightest run of good lines", [](const LineShape& shape) { return good_score(shape, -25.0F); }},
    {"prose", "best run of long prose", prose_score},
};
constexpr std::size_t tight_row = 1;

/// Not empty unless the page is.
Segment find_segment(const LinePage& page, const SegmentRow& row) {
  return greatest_run(
      page.size(), [&](std::size_t i) { return row.score(page.shape(i)); }, std::numeric_limits<float>::lowest());
}

/// Lines below the segment; above it negative.
float distance_to(const Segment& segment, std::size_t line) {
  if (segment.contains(line)) return 0;
  return signed_distance(line < segment.begin ? segment.begin : segment.end - 1, line);
}

void add_segment(const LinePage& page, Columns& columns, const SegmentRow& row) {
  const Segment segment = find_segment(page, row);
  const auto size = static_cast<float>(std::max<std::size_t>(segment.end - segment.begin, 1));
  const auto begin = static_cast<float>(segment.begin);
  const auto named = [&](std::string_view part) { return ColumnName{"segment_", row.name, part}; };
  const auto told = [&](std::string_view what) { return ColumnMeaning(row.meaning, what); };
  columns.add(named("_inside"), told(": 1 when the line is in it"), [=](std::size_t i) { return segment.contains(i); });
  columns.add(named("_distance"), told(": lines below (above: negative) it, at most 200, 0 inside"),
              [=](std::size_t i) { return distance_to(segment, i); });
  columns.add(named("_place"), told(": place in it, 0 first line, 1 one past the last"),
              [=](std::size_t i) { return (static_cast<float>(i) - begin) / size; });
  columns.add_uniform(named("_words"), told(": its words"), page.words_between(segment.begin, segment.end));
  columns.add_uniform(named("_good_share"), told(": its share of the page's good words, 0 to 1"),
                      page.good_between(segment.begin, segment.end) / std::max(1.0, page.prepared.good_before.back()));
  columns.add(named("_word_distance"), told(": words between it and the line, 0 inside"),
              [segment, words = std::span<const double>(page.prepared.words_before)](std::size_t i) {
                return i < segment.begin ? words[segment.begin] - words[i]
                                         : words[std::max(i, segment.end)] - words[segment.end];
              });
}

struct TopicWords {
  float overlap = 0, weight = 0;
};

constexpr MemberColumn<TopicWords> topic_members[] = {
    {"overlap", "share of its long words and CJK pairs that other lines of the main text have; -1: none",
     &TopicWords::overlap},
    {"weight", "lines of the main text with one of its long words or CJK pairs, at most 5, mean; -1: none",
     &TopicWords::weight},
};

/// Calls use(key) for each topic word of the line that is no function word.
template <typename Use>
void for_each_topic(const LinePage& page, std::size_t line, Use use) {
  const std::span<const text::Word> words = page.words(line);
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::uint64_t key = topic_word(words, w);
    if (key != 0 && !page.prepared.function_words.contains(key)) use(key);
  }
}

/// In how many lines of the segment a topic stands.
struct TopicLines {
  std::uint32_t count = 0;
  std::uint32_t last = no_line;
};

/// By number in page.temporary.keys.
std::vector<TopicLines> count_topics(const LinePage& page, const Segment& segment) {
  std::vector<TopicLines> topics;
  page.temporary.keys.reset(static_cast<std::size_t>(page.words_between(segment.begin, segment.end)));
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    for_each_topic(page, i, [&](std::uint64_t key) {
      const std::uint32_t number = page.temporary.keys.add(key);
      if (number == topics.size()) topics.emplace_back();
      TopicLines& topic = topics[number];
      if (topic.last == i) return;
      topic.last = static_cast<std::uint32_t>(i);
      ++topic.count;
    });
  }
  return topics;
}

TopicWords topics_of(const LinePage& page, std::size_t line, bool in_segment, std::span<const TopicLines> known) {
  constexpr std::uint32_t most_lines = 5;
  const std::uint32_t itself = in_segment ? 1 : 0;
  std::size_t topics = 0, shared = 0, weight = 0;
  for_each_topic(page, line, [&](std::uint64_t key) {
    const std::uint32_t number = page.temporary.keys.find(key);
    const std::uint32_t lines = number == KeyTable::none ? 0 : known[number].count;
    const std::uint32_t others = lines - std::min(lines, itself);
    ++topics;
    if (others > 0) ++shared;
    weight += std::min(others, most_lines);
  });
  if (topics == 0) return {-1, -1};
  const auto all = static_cast<float>(topics);
  return {static_cast<float>(shared) / all, static_cast<float>(weight) / all};
}

void add_topics(const LinePage& page, Columns& columns) {
  const Segment segment = find_segment(page, segment_rows[tight_row]);
  const std::vector<TopicLines> known = count_topics(page, segment);
  const std::span<TopicWords> topics = page.temporary.room<TopicWords>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) topics[i] = topics_of(page, i, segment.contains(i), known);
  columns.add_members("topic_", topic_members, [=](std::size_t i) -> const TopicWords& { return topics[i]; });
}

}  // namespace

void add_segment_columns(const LinePage& page, Columns& columns) {
  for (const SegmentRow& row : segment_rows) add_segment(page, columns, row);
  add_topics(page, columns);
}

}  // namespace pith::measure

// Where the main text stands: the runs of lines with the greatest sum of a score, and what else speaks of the same.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

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
constexpr std::array<SegmentRow, 3> segments = {{
    {"wide", "widest run of good lines", [](const LineShape& shape) { return good_score(shape, -8.0F); }},
    {"tight", "tightest run of good lines", [](const LineShape& shape) { return good_score(shape, -25.0F); }},
    {"prose", "best run of long prose", prose_score},
}};
constexpr std::size_t tight_segment = 1;
constexpr std::size_t columns_per_segment = segment_columns / segments.size();

constexpr std::array<std::pair<std::string_view, std::string_view>, columns_per_segment> parts = {{
    {"_inside", ": 1 when the line is in it"},
    {"_distance", ": lines below (above: negative) it, at most 200, 0 inside"},
    {"_place", ": place in it, 0 first line, 1 one past the last"},
    {"_words", ": its words"},
    {"_good_share", ": its share of the page's good words, 0 to 1"},
    {"_word_distance", ": words between it and the line, 0 inside"},
}};

constexpr std::array<FixedName, segment_columns> make_names() {
  std::array<FixedName, segment_columns> names{};
  for (std::size_t s = 0; s < segments.size(); ++s) {
    for (std::size_t p = 0; p < columns_per_segment; ++p) {
      names[s * columns_per_segment + p].name << "segment_" << segments[s].name << parts[p].first;
      names[s * columns_per_segment + p].meaning << segments[s].meaning << parts[p].second;
    }
  }
  return names;
}
constexpr auto segment_names = make_names();

struct Segment {
  std::size_t begin = 0, end = 0;
  [[nodiscard]] bool contains(std::size_t line) const { return line >= begin && line < end; }
};

/// The first run with the greatest sum (Kadane). Not empty unless the page is.
Segment best_segment(const std::vector<LineShape>& shapes, float (*score)(const LineShape&)) {
  Segment best, current;
  float best_sum = std::numeric_limits<float>::lowest();
  float sum = 0;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      current.begin = i;
    }
    sum += score(shapes[i]);
    if (sum > best_sum) {
      best_sum = sum;
      best = {current.begin, i + 1};
    }
  }
  return best;
}

void write_segment(const LineMeasureScratch& scratch, const Segment& segment, std::size_t column, FeatureColumns out) {
  const auto words = static_cast<float>(scratch.words_between(segment.begin, segment.end));
  const double all_good = std::max(1.0, scratch.good_before.back());
  const auto share = static_cast<float>(scratch.good_between(segment.begin, segment.end) / all_good);
  const auto size = static_cast<float>(std::max<std::size_t>(segment.end - segment.begin, 1));
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    float* row = out.row(i) + column;
    const bool above = i < segment.begin;
    const bool below = i >= segment.end;
    row[0] = segment.contains(i) ? 1.0F : 0.0F;
    row[1] = above ? signed_distance(segment.begin, i) : below ? signed_distance(segment.end - 1, i) : 0.0F;
    row[2] = (static_cast<float>(i) - static_cast<float>(segment.begin)) / size;
    row[3] = words;
    row[4] = share;
    row[5] = 0;
    if (above) row[5] = static_cast<float>(scratch.words_between(i, segment.begin));
    if (below) row[5] = static_cast<float>(scratch.words_between(segment.end, i));
  }
}

struct TopicFacts {
  float overlap = 0, overlap_weight = 0;
};

constexpr std::array<MemberFeature<TopicFacts>, topic_columns> topic_features = {{
    {{"topic_overlap", "share of its long words and CJK pairs that other lines of the main text have; -1: none"},
     &TopicFacts::overlap},
    {{"topic_weight", "lines of the main text with one of its long words or CJK pairs, at most 5, mean; -1: none"},
     &TopicFacts::overlap_weight},
}};

/// Calls use(key) for what tells a line's topic: long words that are no function words, pairs of CJK characters.
template <typename Use>
void for_each_topic(std::span<const text::Word> words, const FunctionWords& function_words, Use use) {
  constexpr std::uint8_t shortest_topic_letters = 4;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const text::Word& word = words[w];
    if (word.is_cjk) {
      if (w + 1 < words.size() && words[w + 1].is_cjk) use(word.hash * 31 + words[w + 1].hash);
    } else if (word.letters >= shortest_topic_letters && !function_words.contains(word.hash)) {
      use(word.hash);
    }
  }
}

/// For each topic of the segment, in how many of its lines it stands.
void count_topics(const MeasureInput& in, const Segment& segment, LineMeasureScratch& scratch) {
  scratch.keys.reset(static_cast<std::size_t>(scratch.words_between(segment.begin, segment.end)));
  for (std::size_t i = segment.begin; i < segment.end; ++i) {
    for_each_topic(words_of(in, i), scratch.function_words, [&](std::uint64_t key) {
      KeyTable::Slot& slot = scratch.keys.at(key);
      if (slot.line == i) return;
      slot.line = static_cast<std::uint32_t>(i);
      ++slot.count;
    });
  }
}

TopicFacts topics_of(const MeasureInput& in, std::size_t line, bool in_segment, const LineMeasureScratch& scratch) {
  constexpr std::uint32_t most_lines = 5;
  const std::uint32_t itself = in_segment ? 1 : 0;
  std::size_t topics = 0, shared = 0, weight = 0;
  for_each_topic(words_of(in, line), scratch.function_words, [&](std::uint64_t key) {
    const KeyTable::Slot* slot = scratch.keys.find(key);
    const std::uint32_t others = slot == nullptr ? 0 : slot->count - std::min(slot->count, itself);
    ++topics;
    if (others > 0) ++shared;
    weight += std::min(others, most_lines);
  });
  if (topics == 0) return {-1, -1};
  const auto all = static_cast<float>(topics);
  return {static_cast<float>(shared) / all, static_cast<float>(weight) / all};
}

}  // namespace

model::FeatureName segment_name(std::size_t column) {
  return segment_names[column].view();
}

model::FeatureName topic_name(std::size_t column) {
  return topic_features[column].name;
}

void measure_segments(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  for (std::size_t s = 0; s < segments.size(); ++s) {
    write_segment(scratch, best_segment(scratch.shapes, segments[s].score), s * columns_per_segment, out);
  }
}

void measure_topics(const MeasureInput& in, LineMeasureScratch& scratch, FeatureColumns out) {
  const Segment segment = best_segment(scratch.shapes, segments[tight_segment].score);
  count_topics(in, segment, scratch);
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    write_members(topic_features, topics_of(in, i, segment.contains(i), scratch), out.row(i));
  }
}

}  // namespace pith::measure

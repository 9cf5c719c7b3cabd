// Runs of like lines, clusters of good ones, and the rhythm of teaser lists (title, date, abstract, title, ...).

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

struct RunRow {
  std::string_view name;
  std::string_view meaning;
  bool (*is_in)(const LineShape&);
};

constexpr std::array<RunRow, 3> runs = {{
    {"good", "good lines, or of others", [](const LineShape& shape) { return shape.good > 0; }},
    {"sentence", "lines that end a sentence, or of others",
     [](const LineShape& shape) { return shape.ends_sentence > 0; }},
    {"short", "lines of at most 6 words, or of others", [](const LineShape& shape) { return shape.words <= 6; }},
}};
constexpr std::size_t columns_per_run = run_columns / runs.size();

constexpr std::array<FixedName, run_columns> make_run_names() {
  std::array<FixedName, run_columns> names{};
  for (std::size_t r = 0; r < runs.size(); ++r) {
    names[r * columns_per_run].name << "run_" << runs[r].name << "_lines";
    names[r * columns_per_run].meaning << "lines of its run of " << runs[r].meaning;
    names[r * columns_per_run + 1].name << "run_" << runs[r].name << "_words";
    names[r * columns_per_run + 1].meaning << "words of its run of " << runs[r].meaning;
    names[r * columns_per_run + 2].name << "run_" << runs[r].name << "_place";
    names[r * columns_per_run + 2].meaning << "lines above it in its run of " << runs[r].meaning;
  }
  return names;
}
constexpr auto run_names = make_run_names();

struct ClusterFacts {
  float above_share = 0, below_share = 0, inside = 0, words = 0;
};

constexpr std::array<MemberFeature<ClusterFacts>, cluster_columns> cluster_features = {{
    {{"cluster_above_share", "good words of the last cluster of good lines over those of the greatest, 0 to 1"},
     &ClusterFacts::above_share},
    {{"cluster_below_share", "good words of the next cluster of good lines over those of the greatest, 0 to 1"},
     &ClusterFacts::below_share},
    {{"cluster_inside", "1: within a cluster of good lines"}, &ClusterFacts::inside},
    {{"cluster_words", "good words of the cluster it is a good line of, else 0"}, &ClusterFacts::words},
}};

constexpr std::array<model::FeatureName, rhythm_columns> rhythm_features = {{
    {"rhythm_1", "like the line 1 above and 1 below, mean of 6 lines either way, 0 to 2"},
    {"like_1", "of the lines 1 above and 1 below, how many are of its shape"},
    {"rhythm_2", "like the lines 2 above and 2 below, mean of 6 lines either way, 0 to 2"},
    {"like_2", "of the lines 2 above and 2 below, how many are of its shape"},
    {"rhythm_3", "like the lines 3 above and 3 below, mean of 6 lines either way, 0 to 2"},
    {"like_3", "of the lines 3 above and 3 below, how many are of its shape"},
    {"rhythm_4", "like the lines 4 above and 4 below, mean of 6 lines either way, 0 to 2"},
    {"rhythm_5", "like the lines 5 above and 5 below, mean of 6 lines either way, 0 to 2"},
    {"heads_text", "1: at most 15 words, no sentence end, and a good line follows"},
}};

void write_run(const LineMeasureScratch& scratch, const RunRow& run, std::size_t column, FeatureColumns out) {
  for (std::size_t begin = 0; begin < scratch.size();) {
    const bool kind = run.is_in(scratch.shapes[begin]);
    std::size_t end = begin + 1;
    while (end < scratch.size() && run.is_in(scratch.shapes[end]) == kind) ++end;
    const auto words = static_cast<float>(scratch.words_between(begin, end));
    for (std::size_t i = begin; i < end; ++i) {
      float* row = out.row(i) + column;
      row[0] = static_cast<float>(end - begin);
      row[1] = words;
      row[2] = static_cast<float>(i - begin);
    }
    begin = end;
  }
}

/// Good lines farther apart are of two clusters.
constexpr std::size_t widest_step = 3;

/// Numbers the clusters of good lines: scratch.lines[i] is the cluster of good
/// line i, no_line for others. scratch.values are the clusters' words.
void find_clusters(LineMeasureScratch& scratch) {
  scratch.values.clear();
  scratch.lines.assign(scratch.size(), no_line);
  std::size_t last_good = no_line;
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    if (scratch.shapes[i].good == 0) continue;
    if (last_good == no_line || i - last_good > widest_step) scratch.values.push_back(0);
    scratch.lines[i] = static_cast<std::uint32_t>(scratch.values.size() - 1);
    scratch.values.back() += scratch.shapes[i].words;
    last_good = i;
  }
}

/// Whether no good line of the same cluster stands below good line `line`.
bool is_last_of_cluster(const LineMeasureScratch& scratch, std::size_t line) {
  const std::size_t end = std::min(line + widest_step + 1, scratch.size());
  for (std::size_t i = line + 1; i < end; ++i) {
    if (scratch.lines[i] != no_line) return false;
  }
  return true;
}

/// A number for what a line looks like: its length by doubling steps, and a few marks.
std::uint32_t outline_of(const LineShape& shape) {
  constexpr std::uint32_t longest_step = 6;
  std::uint32_t step = 0;
  while (step < longest_step && shape.words + 1 >= static_cast<float>(2U << step)) ++step;
  std::uint32_t outline = step << 4U;
  if (shape.ends_sentence > 0) outline |= 8U;
  if (shape.date > 0) outline |= 4U;
  if (shape.addresses > 0) outline |= 2U;
  if (shape.ends_ellipsis > 0) outline |= 1U;
  return outline;
}

/// scratch.lines are the outlines. Fills scratch.values with how many of the lines `period` away are alike, and
/// scratch.sums with their prefix sums.
void compare_outlines(LineMeasureScratch& scratch, std::size_t period) {
  const std::size_t lines = scratch.size();
  scratch.values.assign(lines, 0.0F);
  for (std::size_t i = period; i < lines; ++i) {
    if (scratch.lines[i] != scratch.lines[i - period]) continue;
    scratch.values[i] += 1;
    scratch.values[i - period] += 1;
  }
  scratch.sums.assign(1, 0.0);
  for (const float value : scratch.values) scratch.sums.push_back(scratch.sums.back() + static_cast<double>(value));
}

float mean_around(const LineMeasureScratch& scratch, std::size_t line) {
  constexpr std::size_t reach = 6;
  const std::size_t begin = line - std::min(line, reach);
  const std::size_t end = std::min(line + reach + 1, scratch.size());
  return static_cast<float>((scratch.sums[end] - scratch.sums[begin]) / static_cast<double>(end - begin));
}

}  // namespace

model::FeatureName run_name(std::size_t column) {
  return run_names[column].view();
}

model::FeatureName cluster_name(std::size_t column) {
  return cluster_features[column].name;
}

model::FeatureName rhythm_name(std::size_t column) {
  return rhythm_features[column];
}

void measure_runs(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  for (std::size_t r = 0; r < runs.size(); ++r) write_run(scratch, runs[r], r * columns_per_run, out);
}

void measure_clusters(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  find_clusters(scratch);
  const std::vector<float>& words = scratch.values;
  const float greatest = words.empty() ? 1.0F : std::max(1.0F, *std::max_element(words.begin(), words.end()));
  std::size_t begun = 0;  // clusters that begin at or above the line: the last of them is number begun - 1
  std::size_t ended = 0;  // clusters whose good lines all stand above the line: the next one is number ended
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const std::uint32_t own = scratch.lines[i];
    if (own != no_line) begun = own + std::size_t{1};
    ClusterFacts facts;
    if (begun > 0) facts.above_share = words[begun - 1] / greatest;
    if (ended < words.size()) facts.below_share = words[ended] / greatest;
    facts.inside = begun > ended ? 1.0F : 0.0F;
    facts.words = own == no_line ? 0.0F : words[own];
    write_members(cluster_features, facts, out.row(i));
    if (own != no_line && is_last_of_cluster(scratch, i)) ++ended;
  }
}

void measure_rhythm(const MeasureInput& /*in*/, LineMeasureScratch& scratch, FeatureColumns out) {
  constexpr std::size_t longest_period = 5, longest_like = 3;
  constexpr float longest_heading = 15;  // words
  scratch.lines.resize(scratch.size());
  for (std::size_t i = 0; i < scratch.size(); ++i) scratch.lines[i] = outline_of(scratch.shapes[i]);
  std::size_t column = 0;
  for (std::size_t period = 1; period <= longest_period; ++period) {
    compare_outlines(scratch, period);
    for (std::size_t i = 0; i < scratch.size(); ++i) {
      out.row(i)[column] = mean_around(scratch, i);
      if (period <= longest_like) out.row(i)[column + 1] = scratch.values[i];
    }
    column += period <= longest_like ? 2 : 1;
  }
  for (std::size_t i = 0; i < scratch.size(); ++i) {
    const LineShape& shape = scratch.shapes[i];
    const bool text_follows = i + 1 < scratch.size() && scratch.shapes[i + 1].good > 0;
    out.row(i)[column] = shape.words <= longest_heading && shape.ends_sentence == 0 && text_follows ? 1.0F : 0.0F;
  }
}

}  // namespace pith::measure

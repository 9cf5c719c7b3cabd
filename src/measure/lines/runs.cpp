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

constexpr RunRow run_rows[] = {
    {"good", "good lines, or of others", [](const LineShape& shape) { return shape.good > 0; }},
    {"sentence", "lines that end a sentence, or of others",
     [](const LineShape& shape) { return shape.ends_sentence > 0; }},
    {"short", "lines of at most 6 words, or of others", [](const LineShape& shape) { return shape.words <= 6; }},
};

/// The run [begin, end) that a line is in.
struct Run {
  std::uint32_t begin = 0, end = 0;
};

void add_line_run(const LinePage& page, Columns& columns, const RunRow& row) {
  const std::span<Run> runs = page.temporary.room<Run>(page.size());
  for (std::size_t begin = 0; begin < page.size();) {
    const bool kind = row.is_in(page.shape(begin));
    std::size_t end = begin + 1;
    while (end < page.size() && row.is_in(page.shape(end)) == kind) ++end;
    for (std::size_t i = begin; i < end; ++i)
      runs[i] = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    begin = end;
  }
  columns.add({"run_", row.name, "_lines"}, {"lines of its run of ", row.meaning},
              [=](std::size_t i) { return runs[i].end - runs[i].begin; });
  columns.add({"run_", row.name, "_words"}, {"words of its run of ", row.meaning},
              [runs, words = std::span<const double>(page.prepared.words_before)](std::size_t i) {
                return words[runs[i].end] - words[runs[i].begin];
              });
  columns.add({"run_", row.name, "_place"}, {"lines above it in its run of ", row.meaning},
              [=](std::size_t i) { return i - runs[i].begin; });
}

struct ClusterPlace {
  float above_share = 0, below_share = 0, inside = 0, words = 0;
};

constexpr MemberColumn<ClusterPlace> cluster_members[] = {
    {"above_share", "good words of the last cluster of good lines over those of the greatest, 0 to 1",
     &ClusterPlace::above_share},
    {"below_share", "good words of the next cluster of good lines over those of the greatest, 0 to 1",
     &ClusterPlace::below_share},
    {"inside", "1: within a cluster of good lines", &ClusterPlace::inside},
    {"words", "good words of the cluster it is a good line of, else 0", &ClusterPlace::words},
};

/// Good lines farther apart are of two clusters.
constexpr std::size_t widest_step = 3;

/// The clusters of good lines.
struct Clusters {
  std::span<std::uint32_t> of_line;  ///< number of the cluster of a good line; no_line for others
  std::vector<float> words;
};

Clusters find_clusters(const LinePage& page) {
  Clusters clusters{page.temporary.array<std::uint32_t>(page.size(), no_line), {}};
  std::size_t last_good = no_line;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.shape(i).good == 0) continue;
    if (last_good == no_line || i - last_good > widest_step) clusters.words.push_back(0);
    clusters.of_line[i] = static_cast<std::uint32_t>(clusters.words.size() - 1);
    clusters.words.back() += page.shape(i).words;
    last_good = i;
  }
  return clusters;
}

/// Whether no good line of the same cluster stands below good line `line`.
bool is_last_of_cluster(const Clusters& clusters, std::size_t line) {
  const std::size_t end = std::min(line + widest_step + 1, clusters.of_line.size());
  for (std::size_t i = line + 1; i < end; ++i) {
    if (clusters.of_line[i] != no_line) return false;
  }
  return true;
}

void add_clusters(const LinePage& page, Columns& columns) {
  const Clusters clusters = find_clusters(page);
  const std::vector<float>& words = clusters.words;
  const float greatest = words.empty() ? 1.0F : std::max(1.0F, *std::max_element(words.begin(), words.end()));
  const std::span<ClusterPlace> places = page.temporary.array<ClusterPlace>(page.size());
  std::size_t begun = 0;  // clusters that begin at or above the line: the last of them is number begun - 1
  std::size_t ended = 0;  // clusters whose good lines all stand above the line: the next one is number ended
  for (std::size_t i = 0; i < page.size(); ++i) {
    const std::uint32_t own = clusters.of_line[i];
    if (own != no_line) begun = own + std::size_t{1};
    if (begun > 0) places[i].above_share = words[begun - 1] / greatest;
    if (ended < words.size()) places[i].below_share = words[ended] / greatest;
    places[i].inside = begun > ended ? 1.0F : 0.0F;
    places[i].words = own == no_line ? 0.0F : words[own];
    if (own != no_line && is_last_of_cluster(clusters, i)) ++ended;
  }
  columns.add_members("cluster_", cluster_members, [=](std::size_t i) -> const ClusterPlace& { return places[i]; });
}

/// A number for what a line looks like: its length by doubling steps, and a few marks.
std::uint32_t outline_of(const LineShape& shape) {
  constexpr std::uint32_t longest_step = 6;
  std::uint32_t step = 0;
  while (step < longest_step && shape.words + 1 >= static_cast<float>(2U << step)) ++step;
  std::uint32_t outline = step << 4U;
  if (shape.ends_sentence > 0) outline |= 8U;
  if (shape.date > 0) outline |= 4U;
  if (shape.urls > 0) outline |= 2U;
  if (shape.ends_ellipsis > 0) outline |= 1U;
  return outline;
}

struct RhythmRow {
  std::size_t period;
  std::string_view name, like_name;  // without the second: no such column
  const char* meaning;
};
constexpr RhythmRow rhythm_rows[] = {
    {1, "rhythm_1", "like_1", "like the line 1 above and 1 below, mean of 6 lines either way, 0 to 2"},
    {2, "rhythm_2", "like_2", "like the lines 2 above and 2 below, mean of 6 lines either way, 0 to 2"},
    {3, "rhythm_3", "like_3", "like the lines 3 above and 3 below, mean of 6 lines either way, 0 to 2"},
    {4, "rhythm_4", "", "like the lines 4 above and 4 below, mean of 6 lines either way, 0 to 2"},
    {5, "rhythm_5", "", "like the lines 5 above and 5 below, mean of 6 lines either way, 0 to 2"},
};

void add_rhythm(const LinePage& page, Columns& columns) {
  constexpr std::size_t reach = 6;
  const std::size_t lines = page.size();
  const std::span<std::uint32_t> outlines = page.temporary.room<std::uint32_t>(lines);
  for (std::size_t i = 0; i < lines; ++i) outlines[i] = outline_of(page.shape(i));
  for (const RhythmRow& row : rhythm_rows) {
    const auto like = [=, period = row.period](std::size_t i) {
      const bool above = i >= period && outlines[i] == outlines[i - period];
      const bool below = i + period < lines && outlines[i] == outlines[i + period];
      return int{above} + int{below};
    };
    columns.add({row.name}, row.meaning,
                [sums = prefix_sums(page, like)](std::size_t i) { return mean_around(sums, i, reach); });
    if (!row.like_name.empty()) columns.add({row.like_name}, "how many of these lines are of its shape", like);
  }
}

}  // namespace

void add_run_columns(const LinePage& page, Columns& columns) {
  constexpr float longest_heading = 15;  // words
  for (const RunRow& row : run_rows) add_line_run(page, columns, row);
  add_clusters(page, columns);
  add_rhythm(page, columns);
  const std::span<const LineShape> shapes = page.prepared.shapes;
  columns.add({"heads_text"}, "1: at most 15 words, no sentence end, and a good line follows", [=](std::size_t i) {
    const bool text_follows = i + 1 < shapes.size() && shapes[i + 1].good > 0;
    return shapes[i].words <= longest_heading && shapes[i].ends_sentence == 0 && text_follows;
  });
}

}  // namespace pith::measure

#include "quality/tables.hpp"

#include <algorithm>
#include <cstdio>
#include <iterator>
#include <map>

namespace pith::quality {
namespace {

double share(std::size_t part, std::size_t whole) {
  return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(whole, 1));
}

void print_group(const std::string& name, const std::vector<WordScore>& scores) {
  WordScore sum;
  for (const WordScore& score : scores) sum += score;
  const WordScore mean = sum.over(static_cast<double>(std::max<std::size_t>(scores.size(), 1)));
  std::printf("   %-22s n=%5zu  P=%.4f R=%.4f F1=%.4f\n", name.c_str(), scores.size(), mean.precision, mean.recall,
              mean.f1);
}

void print_groups(const std::map<std::string, std::vector<WordScore>>& groups) {
  if (groups.size() < 2) return;
  for (const auto& [name, scores] : groups) print_group(name, scores);
}

void print_snippets(const SnippetScore& s) {
  if (s.with == 0) return;
  const std::size_t missed = s.with - s.with_right;
  const std::size_t unwanted = s.without - s.without_right;
  std::printf("   snippets: with %zu/%zu = %.4f, without %zu/%zu = %.4f, accuracy %.4f, F1 %.4f\n", s.with_right,
              s.with, share(s.with_right, s.with), s.without_right, s.without, share(s.without_right, s.without),
              share(s.with_right + s.without_right, s.with + s.without),
              share(2 * s.with_right, 2 * s.with_right + missed + unwanted));
}

void print_worst(std::vector<PageScore> scores, std::size_t worst) {
  std::stable_sort(scores.begin(), scores.end(),
                   [](const PageScore& a, const PageScore& b) { return a.score.f1 < b.score.f1; });
  for (std::size_t i = 0; i < std::min(worst, scores.size()); ++i) {
    const auto& [page, score, confidence, verdict] = scores[i];
    std::printf("   worst %-30s %-10s P=%.3f R=%.3f F1=%.3f confidence %.2f, %s\n", page.id.c_str(), page.type.c_str(),
                score.precision, score.recall, score.f1, confidence, verdict.c_str());
  }
}

/// Whether the confidence is honest: in each step of it the mean F1 should be the mean confidence.
void print_reliability(const std::vector<PageScore>& scores) {
  constexpr double steps[] = {0, 0.5, 0.7, 0.85, 0.95, 1.01};
  for (std::size_t step = 0; step + 1 < std::size(steps); ++step) {
    std::size_t pages = 0;
    double confidence = 0;
    double f1 = 0;
    for (const PageScore& page : scores) {
      if (page.confidence < steps[step] || page.confidence >= steps[step + 1]) continue;
      ++pages;
      confidence += page.confidence;
      f1 += page.score.f1;
    }
    if (pages == 0) continue;
    const auto count = static_cast<double>(pages);
    std::printf("   confidence %.2f to %.2f  n=%5zu  mean %.3f  F1=%.3f\n", steps[step], std::min(steps[step + 1], 1.0),
                pages, confidence / count, f1 / count);
  }
}

/// "type listing: listing 56, article 39".
void print_verdicts(const std::vector<PageScore>& scores) {
  std::map<std::string, std::map<std::string, std::size_t>> verdicts;
  for (const PageScore& page : scores) ++verdicts[page.page.type][page.verdict];
  for (const auto& [type, counts] : verdicts) {
    std::printf("   type %-15s is called", type.c_str());
    for (const auto& [verdict, pages] : counts) std::printf(" %s %zu", verdict.c_str(), pages);
    std::printf("\n");
  }
}

std::size_t agreeing(const std::string& label, const LabelCell& cell) {
  std::size_t characters = 0;
  for (std::size_t c = 0; c < category_count; ++c) {
    if (agrees(label, static_cast<Category>(c))) characters += cell.by_category[c];
  }
  return characters;
}

/// The categories that took most of the label's characters, the largest first: "related 81 %, navigation 12 %".
std::string largest_categories(const LabelCell& cell) {
  constexpr std::size_t shown = 4;
  std::vector<std::pair<std::size_t, std::size_t>> sizes;
  for (std::size_t c = 0; c < category_count; ++c) {
    if (cell.by_category[c] > 0) sizes.emplace_back(cell.by_category[c], c);
  }
  std::stable_sort(sizes.begin(), sizes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::string text;
  for (std::size_t i = 0; i < std::min(shown, sizes.size()); ++i) {
    const auto percent = static_cast<int>(100 * share(sizes[i].first, cell.named) + 0.5);
    text += (i == 0 ? "" : ", ") + std::string(name_of(static_cast<Category>(sizes[i].second))) + ' ' +
            std::to_string(percent) + " %";
  }
  return text;
}

/// Rows: labels; columns: every category that took characters of any label; cells: characters.
void print_confusion(const LabelScores& labels) {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < category_count; ++c) {
    const bool used =
        std::any_of(labels.begin(), labels.end(), [&](const auto& row) { return row.second.by_category[c] > 0; });
    if (used) columns.push_back(c);
  }
  std::printf("   %-12s", "confusion");
  for (const std::size_t c : columns) std::printf(" %13s", name_of(static_cast<Category>(c)));
  std::printf("\n");
  for (const auto& [label, cell] : labels) {
    std::printf("   %-12s", label.c_str());
    for (const std::size_t c : columns) std::printf(" %13zu", cell.by_category[c]);
    std::printf("\n");
  }
}

/// The labels whose names have a goal: advertisements and metadata are told apart by nobody's words.
bool has_goal(const std::string& label) {
  return label != "ads" && label != "meta";
}

}  // namespace

void add_snippets(const Snippets& snippets, const std::string& output, SnippetScore& score) {
  const std::string text = collapse(output);
  for (const std::string& snippet : snippets.with) {
    ++score.with;
    if (text.find(collapse(snippet)) != std::string::npos) ++score.with_right;
  }
  for (const std::string& snippet : snippets.without) {
    ++score.without;
    if (text.find(collapse(snippet)) == std::string::npos) ++score.without_right;
  }
}

void print_scores(const CorpusScore& corpus, std::size_t worst) {
  const double seconds = std::max(corpus.seconds, 1e-9);
  std::printf("== %s (%s): %zu pages, %.1f s, %.0f pages/s, %.1f MB/s\n", corpus.name.c_str(), name_of(corpus.input),
              corpus.pages, corpus.seconds, static_cast<double>(corpus.pages) / seconds,
              static_cast<double>(corpus.bytes) / 1e6 / seconds);
  std::vector<WordScore> all;
  std::map<std::string, std::vector<WordScore>> types;
  std::map<std::string, std::vector<WordScore>> languages;
  for (const auto& [page, score, confidence, verdict] : corpus.scores) {
    all.push_back(score);
    types["type " + page.type].push_back(score);
    languages["lang " + page.language].push_back(score);
  }
  print_group("all", all);
  print_groups(types);
  print_groups(languages);
  print_snippets(corpus.snippets);
  for (const auto& [label, cell] : corpus.labels) {
    std::printf("   leaked %-12s %zu/%zu = %.4f\n", label.c_str(), cell.leaked, cell.labelled,
                share(cell.leaked, cell.labelled));
  }
  print_reliability(corpus.scores);
  print_verdicts(corpus.scores);
  print_worst(corpus.scores, worst);
}

void print_categories(const LabelScores& labels) {
  if (labels.empty()) return;
  std::size_t named = 0;
  std::size_t right = 0;
  std::size_t named_with_goal = 0;
  std::size_t right_with_goal = 0;
  std::printf("   labelled as    dropped   right   called\n");
  for (const auto& [label, cell] : labels) {
    const std::size_t agree = agreeing(label, cell);
    named += cell.named;
    right += agree;
    named_with_goal += has_goal(label) ? cell.named : 0;
    right_with_goal += has_goal(label) ? agree : 0;
    std::printf("   %-12s %9zu  %.4f   %s\n", label.c_str(), cell.named, share(agree, cell.named),
                largest_categories(cell).c_str());
  }
  std::printf("   %-12s %9zu  %.4f\n", "all", named, share(right, named));
  std::printf("   %-12s %9zu  %.4f   all but ads and meta\n", "with a goal", named_with_goal,
              share(right_with_goal, named_with_goal));
  print_confusion(labels);
}

}  // namespace pith::quality

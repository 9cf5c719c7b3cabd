#include "quality/label_score.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "quality/word_score.hpp"

namespace pith::quality {
namespace {

struct Agreement {
  std::string_view label;
  Category category;
};

/// The labels are coarser than the library's categories; several of these may be right for one label.
constexpr Agreement agreements[] = {
    {"related", Category::related},       {"related", Category::pagination},   {"hot", Category::hot_topics},
    {"hot", Category::related},           {"share", Category::share},          {"share", Category::comments},
    {"promo", Category::app_promo},       {"promo", Category::advertisement},  {"promo", Category::newsletter},
    {"promo", Category::login_wall},      {"copyright", Category::copyright},  {"copyright", Category::disclaimer},
    {"comments", Category::comments},     {"ads", Category::advertisement},    {"ads", Category::app_promo},
    {"disclaimer", Category::disclaimer}, {"disclaimer", Category::copyright}, {"meta", Category::source_line},
    {"meta", Category::credit_line},      {"meta", Category::date_line},       {"meta", Category::breadcrumb}};

struct DroppedText {
  std::string squeezed;
  Category category;
};

std::vector<DroppedText> squeezed_blocks(const std::vector<Block>& blocks) {
  std::vector<DroppedText> texts;
  for (const Block& block : blocks) texts.push_back({squeeze(block.text), block.category});
  return texts;
}

/// Category of the dropped block that the line is, or stands in.
std::optional<Category> category_of(const std::string& line, const std::vector<DroppedText>& dropped) {
  const DroppedText* found = nullptr;
  for (const DroppedText& block : dropped) {
    if (block.squeezed == line) return block.category;
    if (found == nullptr && block.squeezed.find(line) != std::string::npos) found = &block;
  }
  if (found == nullptr) return std::nullopt;
  return found->category;
}

}  // namespace

bool agrees(const std::string& label, Category category) noexcept {
  return std::any_of(std::begin(agreements), std::end(agreements),
                     [&](const Agreement& row) { return row.label == label && row.category == category; });
}

void add_labels(const Corpus& corpus, const CorpusPage& page, const Article& article, const std::string& output,
                LabelScores& scores) {
  constexpr std::size_t shortest_line = 4;
  const std::vector<LabelledRange> ranges = corpus.labels(page);
  if (ranges.empty()) return;
  const std::vector<std::string> lines = corpus.lines(page);
  const std::vector<DroppedText> dropped = squeezed_blocks(article.dropped);
  const std::string gold = squeeze(corpus.gold(page));
  const std::string kept = squeeze(output);
  for (const LabelledRange& range : ranges) {
    for (std::size_t i = range.first; i <= range.last && i < lines.size(); ++i) {
      const std::string line = squeeze(lines[i]);
      const std::size_t characters = count_characters(line);
      if (characters < shortest_line || gold.find(line) != std::string::npos) continue;
      LabelCell& cell = scores[range.category];
      cell.labelled += characters;
      if (kept.find(line) != std::string::npos) {
        cell.leaked += characters;
      } else if (const auto category = category_of(line, dropped)) {
        cell.named += characters;
        cell.by_category[static_cast<std::size_t>(*category)] += characters;
      }
    }
  }
}

}  // namespace pith::quality

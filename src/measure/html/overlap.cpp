// How a block's words overlap with the page's title, headline and description, and where the title stands.

#include <algorithm>

#include "core/bit_filter.hpp"
#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

/// The distinct words of a text. Temporary.
class WordSet {
 public:
  /// Sorted hashes, each once.
  explicit WordSet(std::span<const std::uint64_t> hashes) noexcept : hashes_(hashes) {
    for (const std::uint64_t hash : hashes) filter_.add(hash);
  }
  [[nodiscard]] std::size_t size() const noexcept { return hashes_.size(); }
  [[nodiscard]] bool empty() const noexcept { return hashes_.empty(); }
  [[nodiscard]] bool has(std::uint64_t hash) const noexcept {
    return filter_.may_have(hash) && std::binary_search(hashes_.begin(), hashes_.end(), hash);
  }

 private:
  std::span<const std::uint64_t> hashes_;
  core::BitFilter<1024> filter_;  // nearly all other words are told by it alone
};

std::span<const std::uint64_t> sort_unique(std::span<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  const auto end = std::unique(hashes.begin(), hashes.end());
  return hashes.first(static_cast<std::size_t>(end - hashes.begin()));
}

WordSet word_set(const HtmlPage& page, std::string_view text) {
  std::vector<text::Word>& words = page.temporary.words;
  words.clear();
  text::tokenize(text, words);
  const std::span<std::uint64_t> hashes = page.temporary.array<std::uint64_t>(words.size());
  std::transform(words.begin(), words.end(), hashes.begin(), [](const text::Word& word) { return word.hash; });
  return WordSet(sort_unique(hashes));
}

/// Longer blocks are no headlines.
constexpr std::uint32_t longest_title_words = 60;

struct Overlap {
  float jaccard = 0;  ///< shared words of all words of both
  float covered = 0;  ///< share of the block's words that the title has
};

/// Of a block of `own` distinct words with one of `title`, when `shared` are the same.
Overlap overlap(std::size_t own, std::size_t title, std::size_t shared) {
  if (shared == 0) return {};
  const auto both = static_cast<float>(shared);
  return {both / static_cast<float>(own + title - shared), both / static_cast<float>(own)};
}

/// The better of the overlaps with the title and the headline, each distinct word counted once.
Overlap overlap_of_words(std::span<const text::Word> words, const WordSet& title, const WordSet& headline,
                         KeyTable& seen) {
  std::size_t with_title = 0, with_headline = 0;
  seen.reset(2 * words.size());
  for (const text::Word& word : words) {
    const std::size_t own = seen.count();
    if (seen.add(word.hash) != own) continue;
    with_title += title.has(word.hash);
    with_headline += headline.has(word.hash);
  }
  const Overlap first = overlap(seen.count(), title.size(), with_title);
  const Overlap second = overlap(seen.count(), headline.size(), with_headline);
  return second.jaccard > first.jaccard ? second : first;
}

/// Most blocks share no word with title or headline.
Overlap best_overlap(const HtmlPage& page, std::size_t i, const WordSet& title, const WordSet& headline) {
  const blocks::TextBlock& block = page.block(i);
  if (block.word_count == 0 || block.word_count > longest_title_words) return {};
  const std::span<const text::Word> words = page.in.blocks.words_of(block, page.temporary.words);
  const bool shares_any = std::any_of(words.begin(), words.end(), [&](const text::Word& word) {
    return title.has(word.hash) || headline.has(word.hash);
  });
  return shares_any ? overlap_of_words(words, title, headline, page.temporary.keys) : Overlap{};
}

/// The share of a block's words that `set` has; -1 when the page has no such text.
float coverage(const HtmlPage& page, const blocks::TextBlock& block, const WordSet& set) {
  if (set.empty() || block.word_count == 0) return -1;
  std::size_t shared = 0;
  for (const text::Word& word : page.in.blocks.words_of(block, page.temporary.words)) shared += set.has(word.hash);
  return static_cast<float>(shared) / static_cast<float>(block.word_count);
}

/// The block most like the title, a first-level heading preferred; -1 when none is like it.
std::ptrdiff_t title_place(const HtmlPage& page, std::span<const Overlap> overlaps) {
  std::ptrdiff_t best = -1;
  float most = 0.3F;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const bool first_level = page.block(i).kind == BlockKind::heading && page.block(i).level == 1;
    const float value = overlaps[i].jaccard + (first_level ? 0.3F : 0.0F);
    if (value <= most) continue;
    most = value;
    best = static_cast<std::ptrdiff_t>(i);
  }
  return best;
}

std::ptrdiff_t first_h1(const HtmlPage& page) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.block(i).kind == BlockKind::heading && page.block(i).level == 1) return static_cast<std::ptrdiff_t>(i);
  }
  return -1;
}

/// Blocks after `place`, bounded; -999 when there is no such place.
float distance_from(std::ptrdiff_t place, std::size_t i) {
  if (place < 0) return -999;
  return static_cast<float>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(i) - place, -300, 300));
}

}  // namespace

void add_overlap_columns(const HtmlPage& page, Columns& columns) {
  const WordSet title = word_set(page, page.in.facts.title);
  const WordSet headline = word_set(page, page.in.facts.headline);
  const WordSet description = word_set(page, page.in.facts.description);
  const std::span<Overlap> overlaps = page.temporary.array<Overlap>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) {
    overlaps[i] = best_overlap(page, i, title, headline);
  }
  const std::ptrdiff_t place = title_place(page, overlaps);
  const std::ptrdiff_t h1 = first_h1(page);
  columns.add({"title_overlap"}, "words shared with the title, of all of both (Jaccard)",
              [=](std::size_t i) { return overlaps[i].jaccard; });
  columns.add({"title_coverage"}, "share of its words that the title has",
              [=](std::size_t i) { return overlaps[i].covered; });
  columns.add({"description_coverage"}, "share of its words that the description has; -1: no description",
              [=](std::size_t i) { return coverage(page, page.block(i), description); });
  columns.add({"from_title"}, "blocks after the title; -999: no title",
              [=](std::size_t i) { return distance_from(place, i); });
  columns.add({"from_h1"}, "blocks after the first h1; -999: none",
              [=](std::size_t i) { return distance_from(h1, i); });
}

}  // namespace pith::measure

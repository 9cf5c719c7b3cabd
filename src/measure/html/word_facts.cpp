#include "measure/html/word_facts.hpp"

#include <algorithm>

#include "measure/topic_words.hpp"

namespace pith::measure {
namespace {

std::span<const std::uint64_t> sort_unique(std::span<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  const auto end = std::unique(hashes.begin(), hashes.end());
  return hashes.first(static_cast<std::size_t>(end - hashes.begin()));
}

WordSet word_set(std::string_view text, Temporary& temporary) {
  std::vector<text::Word>& words = temporary.words;
  words.clear();
  text::tokenize(text, words);
  const std::span<std::uint64_t> hashes = temporary.room<std::uint64_t>(words.size());
  std::transform(words.begin(), words.end(), hashes.begin(), [](const text::Word& word) { return word.hash; });
  return WordSet(sort_unique(hashes));
}

/// Of a block of `own` distinct words with a title of `title`, when `shared` are the same.
Overlap overlap(std::size_t own, std::size_t title, std::size_t shared) {
  if (shared == 0) return {};
  const auto both = static_cast<float>(shared);
  return {both / static_cast<float>(own + title - shared), both / static_cast<float>(own)};
}

/// The share of a block's words that `set` has; -1 when there is nothing to tell.
float coverage(std::span<const text::Word> words, const WordSet& set) {
  if (set.empty() || words.empty()) return -1;
  std::size_t shared = 0;
  for (const text::Word& word : words) shared += set.has(word.hash);
  return static_cast<float>(shared) / static_cast<float>(words.size());
}

/// What words[w] says of a topic; numbers say nothing.
std::uint64_t topic_hash(std::span<const text::Word> words, std::size_t w) noexcept {
  return words[w].all_digits ? 0 : topic_word(words, w);
}

/// Sorted.
std::span<const std::uint64_t> topic_hashes(const PageFacts& facts, Temporary& temporary) {
  const std::span<std::uint64_t> hashes = temporary.room<std::uint64_t>(most_topic_words);
  std::size_t count = 0;
  for (const std::string_view part : {facts.headline, facts.title, facts.description}) {
    std::vector<text::Word>& words = temporary.words;
    words.clear();
    text::tokenize(part, words);
    for (std::size_t w = 0; w < words.size() && count < most_topic_words; ++w) {
      const auto end = hashes.begin() + static_cast<std::ptrdiff_t>(count);
      const std::uint64_t hash = topic_hash(words, w);
      if (hash != 0 && std::find(hashes.begin(), end, hash) == end) hashes[count++] = hash;
    }
  }
  std::sort(hashes.begin(), hashes.begin() + static_cast<std::ptrdiff_t>(count));
  return hashes.first(count);
}

}  // namespace

WordSet::WordSet(std::span<const std::uint64_t> hashes) noexcept : hashes_(hashes) {
  for (const std::uint64_t hash : hashes) filter_.add(hash);
}

bool WordSet::has(std::uint64_t hash) const noexcept {
  return filter_.may_have(hash) && std::binary_search(hashes_.begin(), hashes_.end(), hash);
}

Topic::Topic(const PageFacts& facts, Temporary& temporary) : hashes_(topic_hashes(facts, temporary)) {
  for (const std::uint64_t hash : hashes_) filter_.add(hash);
}

std::uint64_t Topic::words_in(std::span<const text::Word> words) const noexcept {
  std::uint64_t mask = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::uint64_t hash = topic_hash(words, w);
    if (!filter_.may_have(hash)) continue;
    const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
    if (found != hashes_.end() && *found == hash) mask |= std::uint64_t{1} << (found - hashes_.begin());
  }
  return mask;
}

WordReader::WordReader(const PageFacts& facts, Temporary& temporary)
    : seen_(temporary.keys),
      title_(word_set(facts.title, temporary)),
      headline_(word_set(facts.headline, temporary)),
      description_(word_set(facts.description, temporary)),
      topic_(facts, temporary) {}

/// Each distinct word counts once. Most blocks share no word with title or headline.
Overlap WordReader::title_overlap(std::span<const text::Word> words) {
  constexpr std::size_t longest_title_words = 60;  // longer blocks are no headlines
  if (words.size() > longest_title_words) return {};
  const bool shares_any = std::any_of(words.begin(), words.end(), [&](const text::Word& word) {
    return title_.has(word.hash) || headline_.has(word.hash);
  });
  if (!shares_any) return {};
  std::size_t with_title = 0, with_headline = 0;
  seen_.reset(2 * words.size());
  for (const text::Word& word : words) {
    const std::size_t own = seen_.count();
    if (seen_.add(word.hash) != own) continue;
    with_title += title_.has(word.hash);
    with_headline += headline_.has(word.hash);
  }
  const Overlap first = overlap(seen_.count(), title_.size(), with_title);
  const Overlap second = overlap(seen_.count(), headline_.size(), with_headline);
  return second.jaccard > first.jaccard ? second : first;
}

WordFacts WordReader::read(std::span<const text::Word> words) {
  return {topic_.words_in(words), title_overlap(words), coverage(words, description_)};
}

}  // namespace pith::measure

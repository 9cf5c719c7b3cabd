#include "measure/html/word_facts.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "measure/topic_words.hpp"

namespace pith::measure {
namespace {

/// Of a block of `own` distinct words with a title of `title`, when `shared` are the same.
Overlap overlap(std::size_t own, std::size_t title, std::size_t shared) {
  if (shared == 0) return {};
  const auto both = static_cast<float>(shared);
  return {both / static_cast<float>(own + title - shared), both / static_cast<float>(own)};
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

KnownWords::KnownWords(const PageFacts& facts, Temporary& temporary) {
  const std::pair<std::string_view, WordPlace> texts[] = {
      {facts.title, in_title}, {facts.headline, in_headline}, {facts.description, in_description}};
  std::vector<text::Word>& words = temporary.words;
  words.clear();
  std::size_t ends[std::size(texts)];
  for (std::size_t t = 0; t < std::size(texts); ++t) {
    text::tokenize(texts[t].first, words);
    ends[t] = words.size();
  }
  words_ = temporary.room<Word>(words.size());
  for (std::size_t w = 0, t = 0; w < words.size(); ++w) {
    while (w >= ends[t]) ++t;
    words_[w] = {words[w].hash, texts[t].second};
    filter_.add(words[w].hash);
  }
  std::sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) { return a.hash < b.hash; });
  std::size_t count = 0;
  for (const Word word : words_) {  // a copy: its place may be written
    const bool again = count > 0 && words_[count - 1].hash == word.hash;
    if (!again) words_[count++] = {word.hash, 0};
    words_[count - 1].places |= word.places;
  }
  words_ = words_.first(count);
}

std::uint8_t KnownWords::find(std::uint64_t hash) const noexcept {
  const auto found = std::lower_bound(words_.begin(), words_.end(), hash,
                                      [](const Word& word, std::uint64_t wanted) { return word.hash < wanted; });
  return found == words_.end() || found->hash != hash ? std::uint8_t{0} : found->places;
}

std::size_t KnownWords::count_in(WordPlace place) const noexcept {
  const auto is_there = [place](const Word& word) { return (word.places & place) != 0; };
  return static_cast<std::size_t>(std::count_if(words_.begin(), words_.end(), is_there));
}

Topic::Topic(const PageFacts& facts, Temporary& temporary) : hashes_(topic_hashes(facts, temporary)) {}

std::uint64_t Topic::bit_of(std::span<const text::Word> words, std::size_t w) const noexcept {
  const std::uint64_t hash = topic_hash(words, w);
  if (hash == 0) return 0;
  const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  return found == hashes_.end() || *found != hash ? 0 : std::uint64_t{1} << (found - hashes_.begin());
}

WordReader::WordReader(const PageFacts& facts, Temporary& temporary)
    : seen_(temporary.keys),
      known_(facts, temporary),
      title_words_(known_.count_in(in_title)),
      headline_words_(known_.count_in(in_headline)),
      has_description_(known_.count_in(in_description) > 0),
      topic_(facts, temporary) {}

/// Each distinct word counts once.
Overlap WordReader::title_overlap(std::span<const text::Word> words) {
  std::size_t with_title = 0, with_headline = 0;
  seen_.reset(2 * words.size());
  for (const text::Word& word : words) {
    const std::size_t own = seen_.count();
    if (seen_.add(word.hash) != own) continue;
    const std::uint8_t places = known_.places_of(word.hash);
    with_title += (places & in_title) != 0;
    with_headline += (places & in_headline) != 0;
  }
  const Overlap first = overlap(seen_.count(), title_words_, with_title);
  const Overlap second = overlap(seen_.count(), headline_words_, with_headline);
  return second.jaccard > first.jaccard ? second : first;
}

WordFacts WordReader::read(std::span<const text::Word> words) {
  constexpr std::size_t longest_title_words = 60;  // longer blocks are no headlines
  WordFacts facts;
  std::size_t described = 0;
  std::uint8_t all_places = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    const std::uint8_t places = known_.places_of(words[w].hash);
    if (places == 0) continue;
    all_places |= places;
    described += (places & in_description) != 0;
    facts.topic |= topic_.bit_of(words, w);
  }
  const bool shares_title = (all_places & (in_title | in_headline)) != 0;
  if (shares_title && words.size() <= longest_title_words) facts.title = title_overlap(words);
  if (has_description_ && !words.empty()) {
    facts.description = static_cast<float>(described) / static_cast<float>(words.size());
  }
  return facts;
}

}  // namespace pith::measure

/// WordFacts: what the words of one block say of the page's title, description and topic. Private to html.
#pragma once

#include <cstdint>
#include <span>

#include "core/bit_filter.hpp"
#include "measure/columns.hpp"

namespace pith::measure {

/// How much of its words a block shares with the title or the headline.
struct Overlap {
  float jaccard = 0;  ///< shared words of all words of both
  float covered = 0;  ///< share of the block's words that the title has
};

/// More words of a page's topic are not looked at: each is a bit of WordFacts::topic.
inline constexpr std::size_t most_topic_words = 64;

struct WordFacts {
  std::uint64_t topic = 0;  ///< a bit for each word of headline, title and description that the block has
  Overlap title;            ///< with title or headline, the better of the two
  float description = -1;   ///< share of the block's words that the description has; -1: no words, or no description
};

/// The distinct words of a short text.
class WordSet {
 public:
  /// Sorted hashes, each once; they are not copied.
  explicit WordSet(std::span<const std::uint64_t> hashes) noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return hashes_.size(); }
  [[nodiscard]] bool empty() const noexcept { return hashes_.empty(); }
  [[nodiscard]] bool has(std::uint64_t hash) const noexcept;

 private:
  std::span<const std::uint64_t> hashes_;
  core::BitFilter<1024> filter_;  // nearly all other words are told by it alone
};

/// The topic: the first words of headline, title and description.
class Topic {
 public:
  Topic(const PageFacts& facts, Temporary& temporary);
  [[nodiscard]] std::uint64_t words_in(std::span<const text::Word> words) const noexcept;

 private:
  std::span<const std::uint64_t> hashes_;  // sorted: word k is bit k
  core::BitFilter<4096> filter_;           // nearly all other words are told by it alone
};

/// Reads the words of one block after the other, each once.
class WordReader {
 public:
  /// `temporary` outlives it; its `words` are overwritten by the constructor alone, its `keys` by read().
  WordReader(const PageFacts& facts, Temporary& temporary);
  [[nodiscard]] WordFacts read(std::span<const text::Word> words);

 private:
  [[nodiscard]] Overlap title_overlap(std::span<const text::Word> words);

  KeyTable& seen_;
  WordSet title_, headline_, description_;
  Topic topic_;
};

}  // namespace pith::measure

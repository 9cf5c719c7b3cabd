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

/// Where the page says a word of itself.
enum WordPlace : std::uint8_t { in_title = 1, in_headline = 2, in_description = 4 };

/// The words that title, headline and description have.
class KnownWords {
 public:
  KnownWords(const PageFacts& facts, Temporary& temporary);
  /// Bits of WordPlace; 0: nowhere, as are most words of a page.
  [[nodiscard]] std::uint8_t places_of(std::uint64_t hash) const noexcept {
    return filter_.may_have(hash) ? find(hash) : std::uint8_t{0};
  }
  /// Distinct words there.
  [[nodiscard]] std::size_t count_in(WordPlace place) const noexcept;

 private:
  struct Word {
    std::uint64_t hash;
    std::uint8_t places;
  };
  [[nodiscard]] std::uint8_t find(std::uint64_t hash) const noexcept;

  std::span<Word> words_;  // by hash, each once
  core::BitFilter<4096> filter_;
};

/// The topic: the first words of headline, title and description.
class Topic {
 public:
  Topic(const PageFacts& facts, Temporary& temporary);
  /// Its bit when words[w] is one of them, at its place; else 0.
  [[nodiscard]] std::uint64_t bit_of(std::span<const text::Word> words, std::size_t w) const noexcept;

 private:
  std::span<const std::uint64_t> hashes_;  // sorted: word k is bit k
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
  KnownWords known_;
  std::size_t title_words_, headline_words_;
  bool has_description_;
  Topic topic_;
};

}  // namespace pith::measure

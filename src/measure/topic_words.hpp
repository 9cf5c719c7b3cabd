/// Topic words: what a text is about, in any language.
#pragma once

#include <cstdint>
#include <span>

#include "measure/hashes.hpp"

namespace pith::measure {

/// What words[w] says of a topic: the hash of a word of four letters or more, as shorter ones ("the", "und") are in
/// every text; of two CJK characters together, as single ones are in every text; 0: nothing.
[[nodiscard]] inline std::uint64_t topic_word(std::span<const text::Word> words, std::size_t w) noexcept {
  constexpr std::uint8_t least_letters = 4;
  const text::Word& word = words[w];
  if (!word.is_cjk) return word.letters >= least_letters ? word.hash : 0;
  return w + 1 < words.size() && words[w + 1].is_cjk ? mix_hash(word.hash, words[w + 1].hash) : 0;
}

}  // namespace pith::measure

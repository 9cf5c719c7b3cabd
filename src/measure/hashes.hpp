/// Hashes: equality of things by numbers, within one run.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/flat_table.hpp"
#include "text/text.hpp"

namespace pith::measure {

/// Mixes two numbers into one hash; SplitMix64's finalizer (Steele, Lea and Flood 2014).
[[nodiscard]] constexpr std::uint64_t mix_hash(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t z = a * 0x9E3779B97F4A7C15U + b + 0x7F4A7C15U;
  z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
  z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
  return z ^ (z >> 31U);
}

/// Equal texts have equal hashes.
[[nodiscard]] std::uint64_t hash_text(std::string_view text) noexcept;

/// Equal runs of words have equal hashes; the order matters.
[[nodiscard]] inline std::uint64_t hash_words(std::span<const text::Word> words) noexcept {
  std::uint64_t hash = words.size();
  for (const text::Word& word : words) hash = mix_hash(hash, word.hash);
  return hash;
}

using KeyTable = core::FlatTable<std::uint64_t, core::KeyHash>;

/// Equal keys have equal numbers, counted up in the order of their first appearance. Keeps its memory.
class KeyGroups {
 public:
  /// Overwrites what was found before. Linear.
  void find(std::span<const std::uint64_t> keys);
  [[nodiscard]] std::span<const std::uint32_t> numbers() const noexcept { return numbers_; }  ///< per key
  [[nodiscard]] std::size_t count() const noexcept { return table_.count(); }                 ///< of distinct keys

 private:
  KeyTable table_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace pith::measure

/// PhraseIndex: finds all phrases of a rule set that stand in a line. Private to rules.
#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/bit_filter.hpp"
#include "core/flat_table.hpp"
#include "core/packed.hpp"
#include "rules/grammar.hpp"
#include "rules/rule_set.hpp"
#include "text/text.hpp"

namespace pith::rules {

/// The folded phrases in order of their texts, and where those of each key stand among them: a phrase's key is its
/// first eight bytes, with zeros after the end of a shorter one.
///
/// A line is looked up once for every word, as phrases begin where words do: by its next eight bytes, and by as many of
/// them as there are up to each end of a word. A filter turns nearly all of these keys away. That is cheaper than an
/// automaton (Aho and Corasick, 1975), which looks at every byte.
class PhraseIndex {
 public:
  PhraseIndex() = default;
  /// Phrase i of `folded` is found as i. Empty phrases are never found. The texts are copied.
  explicit PhraseIndex(const std::vector<std::string_view>& folded);

  /// Calls found(phrase, begin, end) for every phrase that stands at [begin, end) of `text`, a folded line, and begins
  /// where a word does; in order of their beginnings, shorter ones first. Of those that end within a word some are left
  /// out.
  template <typename Found>
  void scan(std::string_view text, Found found) const {
    bool may_begin = true;
    for (std::size_t at = 0; at < text.size();) {
      const bool is_cjk = is_cjk_lead(text[at]);
      const std::uint64_t eight = eight_bytes(text.substr(at));
      if (is_cjk ? begins_.may_have(hash_of(eight & one_character)) : may_begin) find_at(text, at, eight, found);
      at = is_cjk ? at + (static_cast<unsigned char>(text[at]) < 0xF0 ? 3 : 4) : word_end(text, at, eight);
      const bool at_space = at < text.size() && text[at] == ' ';
      may_begin = is_cjk || at_space;
      if (at_space) ++at;
    }
  }

  /// Whether a phrase may stand at the start of a line that begins with `text`.
  [[nodiscard]] bool may_begin_phrase(std::string_view text) const noexcept;

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.phrases_, self.text_, self.text_begins_, self.keys_, self.first_of_key_, self.filter_,
                    self.begins_);
  }

 private:
  void find_keys();

  static constexpr std::size_t key_bytes = 8;
  static constexpr std::uint64_t one_character = 0xFFFFFFU;  // of Chinese, Japanese or Korean

  /// Eight bytes as a number, the first lowest; spaces after the end.
  [[nodiscard]] static std::uint64_t eight_bytes(std::string_view text) noexcept {
    constexpr std::uint64_t spaces = 0x2020202020202020U;
    return text.size() >= 8 ? core::pack(text.substr(0, 8)) : core::pack(text) | spaces << (8 * text.size());
  }
  /// The highest bits of bytes that end a word of ASCII: spaces and all that is not ASCII.
  [[nodiscard]] static constexpr std::uint64_t word_ends(std::uint64_t eight) noexcept {
    constexpr std::uint64_t low = 0x7F7F7F7F7F7F7F7FU;
    const std::uint64_t no_space = eight ^ 0x2020202020202020U;
    return (eight | ~(((no_space & low) + low) | no_space)) & ~low;
  }
  /// The highest bits of bytes before which a phrase may end: of word_ends(), and of those after a byte that is not
  /// ASCII, but for the first byte and those within a character.
  [[nodiscard]] static constexpr std::uint64_t phrase_ends(std::uint64_t eight) noexcept {
    constexpr std::uint64_t highest = 0x8080808080808080U;
    const std::uint64_t others = eight & highest;
    const std::uint64_t within = others & ~(eight << 1U);
    return (word_ends(eight) | (others << 8U)) & ~within & ~std::uint64_t{0xFF};
  }
  using Keys = core::FlatTable<std::uint64_t, core::KeyHash>;
  [[nodiscard]] static constexpr std::uint32_t hash_of(std::uint64_t key) noexcept { return core::KeyHash{}(key); }
  /// Where the word of ASCII that `at` is in ends; of other scripts, the character. `eight` bytes stand there.
  [[nodiscard]] static std::size_t word_end(std::string_view text, std::size_t at, std::uint64_t eight) noexcept {
    if (static_cast<unsigned char>(text[at]) >= 0x80) return text::code_point_end(text, at + 1);
    std::uint64_t ends = word_ends(eight);
    while (ends == 0) {
      at += 8;
      if (at >= text.size()) return text.size();
      ends = word_ends(eight_bytes(text.substr(at)));
    }
    return std::min(text.size(), at + static_cast<std::size_t>(std::countr_zero(ends)) / 8);
  }
  template <typename Found>
  void find_at(std::string_view text, std::size_t begin, std::uint64_t eight, Found found) const {
    const std::string_view rest = text.substr(begin);
    const auto report = [&](std::uint32_t k, std::size_t bytes) { found(phrases_[k], begin, begin + bytes); };
    std::uint64_t left = phrase_ends(eight);
    if (rest.size() < key_bytes) left &= (std::uint64_t{2} << (8 * rest.size() + 7)) - 1;
    for (; left != 0; left &= left - 1) {
      const std::uint64_t before_end = ((left & (0 - left)) >> 7U) - 1;  // all bits of the bytes in front
      find_key(eight & before_end, rest, report);
    }
    if (rest.size() >= key_bytes) find_key(eight, rest, report);
  }
  /// Calls report(k, bytes) for the phrases of that key which `rest` begins with.
  template <typename Report>
  void find_key(std::uint64_t key, std::string_view rest, Report report) const {
    if (!filter_.may_have(hash_of(key))) return;
    const std::uint32_t number = keys_.find(key);
    if (number == Keys::none) return;
    for (std::uint32_t k = first_of_key_[number]; k < first_of_key_[number + 1]; ++k) {
      const std::string_view phrase = text_of(k);
      const int order = rest.substr(0, phrase.size()).compare(phrase);
      if (order < 0) return;  // and so it is with all that follow
      if (order == 0) report(k, phrase.size());
    }
  }
  [[nodiscard]] std::string_view text_of(std::uint32_t k) const noexcept {
    return {text_.data() + text_begins_[k], text_begins_[k + 1] - text_begins_[k]};
  }

  std::vector<std::uint32_t> phrases_;      // sorted by text
  std::string text_;                        // of all phrases, in the order of phrases_
  std::vector<std::uint32_t> text_begins_;  // of each in text_, and the end of the last
  Keys keys_;
  std::vector<std::uint32_t> first_of_key_;       // by number of the key, in phrases_; and the end of the last
  core::BitFilter<std::size_t{1} << 17> filter_;  // of all keys: 16 KB
  core::BitFilter<std::size_t{1} << 13> begins_;  // of the characters that begin CJK phrases: 1 KB
};

}  // namespace pith::rules

/// PhraseTrie: finds all phrases of a rule set that stand in a line. Private to rules.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/bit_filter.hpp"
#include "core/packed.hpp"
#include "rules/grammar.hpp"
#include "rules/rule_set.hpp"
#include "text/text.hpp"

namespace pith::rules {

/// A trie over the beginnings of folded phrases; the rest of a phrase is compared where its beginning was found. So a
/// phrase costs a few nodes, not one per byte: 2,800 phrases have some 14,000 instead of 50,000, which is time and
/// memory that the first page of a process waits for. Nodes are numbered level by level, so that the children of a node
/// are one range in order of their bytes; full tables of 256 would not fit in any cache.
///
/// A line is looked up once for every word, as phrases begin where words do: that is cheaper than an automaton (Aho and
/// Corasick, 1975), which looks at every byte.
class PhraseTrie {
 public:
  PhraseTrie() = default;
  /// Phrase i of `folded` is found as i. Empty phrases are never found. The texts are copied.
  explicit PhraseTrie(const std::vector<std::string_view>& folded);
  PhraseTrie(const PhraseTrie&) = delete;
  PhraseTrie& operator=(const PhraseTrie&) = delete;

  /// Calls found(phrase, begin, end) for every phrase that stands at [begin, end) of `text`, a folded line, and begins
  /// where a word does; in order of their beginnings. Of those that end within a word some are
  /// left out.
  template <typename Found>
  void scan(std::string_view text, Found found) const {
    bool may_begin = true;
    for (std::size_t at = 0; at < text.size();) {
      const std::uint64_t eight = eight_bytes(text.substr(at));
      if (may_begin && may_start_with(text.substr(at), eight)) find_at(text, at, found);
      const bool is_cjk = is_cjk_lead(text[at]);
      if (static_cast<unsigned char>(text[at]) < 0x80) {
        at = word_end(text, at, eight);
      } else {
        at = text::code_point_end(text, at + 1);
      }
      const bool at_space = at < text.size() && text[at] == ' ';
      may_begin = is_cjk || at_space || (at < text.size() && is_cjk_lead(text[at]));
      if (at_space) ++at;
    }
  }

  /// Whether a phrase may stand at the start of a line that begins with `text`.
  [[nodiscard]] bool may_begin_phrase(std::string_view text) const noexcept {
    std::uint32_t node = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      node = child(node, static_cast<unsigned char>(text[at]));
      if (node == 0) return false;
      const bool may_end = at + 1 == longest_beginning || is_word_boundary(text, at + 1);
      if (may_end && nodes_[node].first_phrase != nodes_[node].end_phrase) return true;
    }
    return true;
  }

  template <typename Self>
  static auto fields_of(Self& self) noexcept {
    return std::tie(self.nodes_, self.bytes_, self.phrases_, self.text_, self.begins_, self.tables_, self.long_starts_,
                    self.short_starts_);
  }

 private:
  struct Node {
    std::uint32_t first_child = 0;                   // its children end where those of the next node begin
    std::uint32_t first_phrase = 0, end_phrase = 0;  // in phrases_: those whose beginning ends here
  };

  /// Eight bytes as a number, the first lowest; spaces after the end.
  [[nodiscard]] static std::uint64_t eight_bytes(std::string_view text) noexcept {
    constexpr std::uint64_t spaces = 0x2020202020202020U;
    return text.size() >= 8 ? core::pack(text.substr(0, 8)) : core::pack(text) | spaces << (8 * text.size());
  }
  /// The bytes that end a word of ASCII, spaces and all that is not ASCII, have their highest bit set. Surely right
  /// only up to the first of them.
  [[nodiscard]] static constexpr std::uint64_t word_ends(std::uint64_t eight) noexcept {
    const std::uint64_t no_space = eight ^ 0x2020202020202020U;
    return (((no_space - 0x0101010101010101U) & ~no_space) | eight) & 0x8080808080808080U;
  }
  /// A hash for short_starts_ of all that begins like `text`, whose first eight bytes are given: by its first word, as
  /// a phrase ends where a word does; of Chinese, Japanese and Korean by two characters where both are, of other
  /// scripts by the first.
  [[nodiscard]] static std::uint64_t short_start(std::string_view text, std::uint64_t bytes) noexcept {
    if (is_cjk_lead(text[0])) {
      bytes &= text.size() > 3 && is_cjk_lead(text[3]) ? two_characters : one_character;
    } else if (static_cast<unsigned char>(text[0]) >= 0x80) {
      bytes &= 0xFFFFU;
    } else if (const std::uint64_t ends = word_ends(bytes); ends != 0) {
      bytes &= ((ends & (0 - ends)) >> 7U) - 1;  // what stands below the first end
    }
    return hash_of(bytes);
  }
  [[nodiscard]] static constexpr std::uint64_t hash_of(std::uint64_t bytes) noexcept {
    return bytes * 0x9E3779B97F4A7C15U >> 32U;
  }
  /// Where the word of ASCII that `at` is in ends; `eight` bytes stand there.
  [[nodiscard]] static std::size_t word_end(std::string_view text, std::size_t at, std::uint64_t eight) noexcept {
    std::uint64_t ends = word_ends(eight);
    while (ends == 0) {
      at += 8;
      if (at >= text.size()) return text.size();
      ends = word_ends(eight_bytes(text.substr(at)));
    }
    return std::min(text.size(), at + static_cast<std::size_t>(std::countr_zero(ends)) / 8);
  }
  /// False for most words that no phrase begins with; `bytes` are the first eight. A phrase may be one character of
  /// Chinese, or have one in front.
  [[nodiscard]] bool may_start_with(std::string_view text, std::uint64_t bytes) const noexcept {
    return long_starts_.may_have(hash_of(bytes)) || short_starts_.may_have(short_start(text, bytes)) ||
           (is_cjk_lead(text[0]) && short_starts_.may_have(hash_of(bytes & one_character)));
  }
  template <typename Found>
  void find_at(std::string_view text, std::size_t begin, Found found) const {
    std::uint32_t node = 0;
    for (std::size_t at = begin; at < text.size(); ++at) {
      node = child(node, static_cast<unsigned char>(text[at]));
      if (node == 0) return;
      for (std::uint32_t k = nodes_[node].first_phrase; k < nodes_[node].end_phrase; ++k) {
        const std::string_view phrase = text_of(k);
        if (text.substr(begin).starts_with(phrase)) found(phrases_[k], begin, begin + phrase.size());
      }
    }
  }
  /// 0: there is none.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, unsigned char byte) const noexcept {
    if (node < nodes_[1].first_child) return tables_[std::size_t{node} * 256 + byte];
    const std::uint32_t end = nodes_[node + 1].first_child;
    for (std::uint32_t n = nodes_[node].first_child; n < end; ++n) {
      if (bytes_[n] >= byte) return bytes_[n] == byte ? n : 0;
    }
    return 0;
  }
  [[nodiscard]] std::size_t bytes_of(std::uint32_t k) const noexcept { return begins_[k + 1] - begins_[k]; }
  [[nodiscard]] std::string_view text_of(std::uint32_t k) const noexcept {
    return {text_.data() + begins_[k], bytes_of(k)};
  }
  void copy_texts(const std::vector<std::string_view>& folded);
  void add_start(std::string_view phrase);
  [[nodiscard]] std::size_t node_count() const noexcept;
  void grow();

  // What eight_bytes() keeps of them.
  static constexpr std::uint64_t one_character = 0xFFFFFFU;
  static constexpr std::uint64_t two_characters = 0xFFFFFFFFFFFFU;

  /// Bytes of a phrase that have nodes: three characters of Chinese.
  static constexpr std::size_t longest_beginning = 9;

  std::vector<Node> nodes_;             // the root first, and one more at the end to close the last range
  std::vector<unsigned char> bytes_;    // per node: on the edge from its parent
  std::vector<std::uint32_t> phrases_;  // sorted by text
  std::string text_;                    // of all phrases, in the order of phrases_
  std::vector<std::uint32_t> begins_;   // of each in text_, and the end of the last
  std::vector<std::uint32_t> tables_;   // children of the root and of its children, which have many: 256 a node
  core::BitFilter<std::size_t{1} << 16> long_starts_;   // of the first eight bytes of phrases that have as many: 8 KB
  core::BitFilter<std::size_t{1} << 16> short_starts_;  // of every short_start of the other phrases
};

}  // namespace pith::rules

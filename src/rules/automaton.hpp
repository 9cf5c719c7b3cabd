/// PhraseAutomaton: finds all phrases of a rule set in one pass over a line (Aho and Corasick, 1975). Private to rules.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule_set.hpp"

namespace pith::rules {

/// A byte automaton over the beginnings of folded phrases; the rest of a phrase is compared where its beginning was
/// found. So a phrase costs a few nodes, not one per byte: 2,800 phrases have some 14,000 instead of 50,000, which is
/// time and memory that the first page of a process waits for. Nodes are numbered level by level, so that the children
/// of a node are one range in order of their bytes; full tables of 256 would not fit in any cache.
class PhraseAutomaton {
 public:
  /// Phrase i of `folded` is found as i. Empty phrases are never found. The texts are copied.
  explicit PhraseAutomaton(const std::vector<std::string_view>& folded);
  PhraseAutomaton(const PhraseAutomaton&) = delete;
  PhraseAutomaton& operator=(const PhraseAutomaton&) = delete;

  /// Calls found(phrase, end) for every phrase that ends at byte `end` of `text`, a folded line, in order of the
  /// phrases' beginnings. Of those that begin within a word of ASCII some are left out.
  template <typename Found>
  void scan(std::string_view text, Found found) const {
    std::uint32_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      state = next(state, byte);
      // Within a word of ASCII no phrase begins: most steps are there.
      if (state == 0 && (at == 0 || !is_ascii_word(text[at]) || !is_ascii_word(text[at - 1]))) state = start_[byte];
      for (std::uint32_t node = nodes_[state].shorter; node != 0; node = nodes_[nodes_[node].fail].shorter) {
        for (std::uint32_t k = nodes_[node].first_phrase; k < nodes_[node].end_phrase; ++k) {
          const std::string_view phrase = texts_[k];
          const std::size_t begin = at + 1 - std::min(phrase.size(), longest_beginning);
          if (text.substr(begin).starts_with(phrase)) found(phrases_[k], begin + phrase.size());
        }
      }
    }
  }

  /// Whether a phrase may stand at the start of a line that begins with `text`.
  [[nodiscard]] bool may_begin_phrase(std::string_view text) const noexcept {
    std::uint32_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      state = at == 0 ? start_[byte] : child(state, byte);
      if (state == 0) return false;
      if (nodes_[state].first_phrase != nodes_[state].end_phrase) return true;
    }
    return true;
  }

 private:
  struct Node {
    std::uint32_t first_child = 0;  // its children end where those of the next node begin
    std::uint32_t fail = 0;         // the longest proper suffix that is a node
    std::uint32_t shorter = 0;      // nearest node on the fail chain, itself included, with phrases; 0: none
    std::uint32_t first_phrase = 0, end_phrase = 0;  // in phrases_: those whose beginning ends here
  };

  [[nodiscard]] static constexpr bool is_ascii_word(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x80 && c != ' ';
  }
  /// 0: there is none.
  [[nodiscard]] std::uint32_t child(std::uint32_t node, unsigned char byte) const noexcept {
    if (node < nodes_[1].first_child) return second_[std::size_t{node} * 256 + byte];
    const std::uint32_t end = nodes_[node + 1].first_child;
    for (std::uint32_t n = nodes_[node].first_child; n < end; ++n) {
      if (bytes_[n] >= byte) return bytes_[n] == byte ? n : 0;
    }
    return 0;
  }
  /// 0: only the root is left to go on from.
  [[nodiscard]] std::uint32_t next(std::uint32_t state, unsigned char byte) const noexcept {
    while (state != 0) {
      if (const std::uint32_t target = child(state, byte); target != 0) return target;
      state = nodes_[state].fail;
    }
    return 0;
  }
  void grow();
  void link_failures();

  /// Bytes of a phrase that have nodes: three characters of Chinese.
  static constexpr std::size_t longest_beginning = 9;

  std::vector<Node> nodes_;              // the root first, and one more at the end to close the last range
  std::vector<unsigned char> bytes_;     // per node: on the edge from its parent
  std::string text_;                     // of all phrases, one after the other
  std::vector<std::uint32_t> phrases_;   // sorted by text
  std::vector<std::string_view> texts_;  // in text_, in the order of phrases_
  std::vector<std::uint32_t> second_;    // child of the children of the root, which have many, per byte: 256 a node
  std::vector<std::uint32_t> start_;     // child of the root per byte: most steps are there
};

}  // namespace pith::rules

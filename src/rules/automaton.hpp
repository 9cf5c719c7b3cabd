/// PhraseAutomaton: finds all phrases of a rule set in one pass over a line (Aho and Corasick, 1975). Private to rules.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "rules/rule_set.hpp"

namespace pith::rules {

/// A byte automaton over folded phrases. Nodes are numbered level by level, so that the children of a node are one
/// range in order of their bytes: some 50,000 nodes for all packs, most with one child; full tables of 256 would not
/// fit in any cache.
class PhraseAutomaton {
 public:
  /// Phrase i of `folded` is found as i. Empty phrases are never found.
  explicit PhraseAutomaton(const std::vector<std::string_view>& folded);

  /// Calls found(phrase, end) for every phrase that ends at byte `end` of `text`.
  template <typename Found>
  void scan(std::string_view text, Found found) const {
    std::uint32_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      state = next(state, static_cast<unsigned char>(text[at]));
      for (std::uint32_t node = nodes_[state].shorter; node != 0; node = nodes_[nodes_[node].fail].shorter) {
        for (std::uint32_t k = nodes_[node].first_phrase; k < nodes_[node].end_phrase; ++k) found(phrases_[k], at + 1);
      }
    }
  }

 private:
  struct Node {
    std::uint32_t first_child = 0;  // its children end where those of the next node begin
    std::uint32_t fail = 0;         // the longest proper suffix that is a node
    std::uint32_t shorter = 0;      // nearest node on the fail chain, itself included, with phrases; 0: none
    std::uint32_t first_phrase = 0, end_phrase = 0;  // in phrases_: those that end here
  };

  [[nodiscard]] std::uint32_t child(std::uint32_t node, unsigned char byte) const noexcept;
  [[nodiscard]] std::uint32_t next(std::uint32_t state, unsigned char byte) const noexcept;
  void grow(const std::vector<std::string_view>& folded);
  void link_failures();

  std::vector<Node> nodes_;             // the root first, and one more at the end to close the last range
  std::vector<unsigned char> bytes_;    // per node: on the edge from its parent
  std::vector<std::uint32_t> phrases_;  // sorted by text
  std::vector<std::uint32_t> start_;    // child of the root per byte: most steps are there
};

}  // namespace pith::rules

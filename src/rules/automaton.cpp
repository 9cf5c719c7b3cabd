#include "rules/automaton.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace pith::rules {
namespace {

/// The trie while it grows; turned into flat arrays at the end.
struct GrowingNode {
  std::map<unsigned char, std::uint32_t> edges;
  std::vector<std::uint32_t> phrases;
};

std::vector<GrowingNode> grow_trie(const std::vector<std::string>& folded) {
  std::vector<GrowingNode> trie(1);
  for (std::uint32_t phrase = 0; phrase < folded.size(); ++phrase) {
    if (folded[phrase].empty()) continue;
    std::uint32_t node = 0;
    for (const char c : folded[phrase]) {
      const auto fresh = static_cast<std::uint32_t>(trie.size());
      const auto [edge, is_new] = trie[node].edges.try_emplace(static_cast<unsigned char>(c), fresh);
      node = edge->second;
      if (is_new) trie.emplace_back();
    }
    trie[node].phrases.push_back(phrase);
  }
  return trie;
}

}  // namespace

PhraseAutomaton::PhraseAutomaton(const std::vector<std::string>& folded) : start_(256, 0) {
  const std::vector<GrowingNode> trie = grow_trie(folded);
  nodes_.resize(trie.size());
  for (std::size_t n = 0; n < trie.size(); ++n) {
    nodes_[n].first_edge = static_cast<std::uint32_t>(edges_.size());
    for (const auto& [byte, target] : trie[n].edges) edges_.push_back({byte, target});
    nodes_[n].end_edge = static_cast<std::uint32_t>(edges_.size());
    nodes_[n].first_phrase = static_cast<std::uint32_t>(phrases_.size());
    phrases_.insert(phrases_.end(), trie[n].phrases.begin(), trie[n].phrases.end());
    nodes_[n].end_phrase = static_cast<std::uint32_t>(phrases_.size());
  }
  for (const auto& [byte, target] : trie[0].edges) start_[byte] = target;
  link_failures();
}

std::uint32_t PhraseAutomaton::child(std::uint32_t node, unsigned char byte) const noexcept {
  const Edge* begin = edges_.data() + nodes_[node].first_edge;
  const Edge* end = edges_.data() + nodes_[node].end_edge;
  const Edge* edge = std::lower_bound(begin, end, byte, [](const Edge& e, unsigned char b) { return e.byte < b; });
  return edge != end && edge->byte == byte ? edge->target : 0;
}

std::uint32_t PhraseAutomaton::next(std::uint32_t state, unsigned char byte) const noexcept {
  while (state != 0) {
    if (const std::uint32_t target = child(state, byte); target != 0) return target;
    state = nodes_[state].fail;
  }
  return start_[byte];
}

/// Breadth first, so that the failure of every shorter prefix is known.
void PhraseAutomaton::link_failures() {
  std::vector<std::uint32_t> queue(1, 0);
  for (std::size_t head = 0; head < queue.size(); ++head) {
    const std::uint32_t node = queue[head];
    for (std::uint32_t e = nodes_[node].first_edge; e < nodes_[node].end_edge; ++e) {
      const auto [byte, target] = edges_[e];
      const std::uint32_t fail = node == 0 ? 0 : next(nodes_[node].fail, byte);
      nodes_[target].fail = fail;
      const bool has_phrases = nodes_[target].first_phrase != nodes_[target].end_phrase;
      nodes_[target].shorter = has_phrases ? target : nodes_[fail].shorter;
      queue.push_back(target);
    }
  }
}

}  // namespace pith::rules

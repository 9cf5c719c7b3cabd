#include "rules/phrase_trie.hpp"

#include <algorithm>

namespace pith::rules {
namespace {

/// A phrase and its first eight bytes as a number, by which most of the sorting is done without a look at the text.
struct SortKey {
  std::uint64_t beginning;
  std::uint32_t phrase;
};

std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bytes = bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return bytes;
}

/// The phrases in order of their text; those of one text in the order they were given.
std::vector<std::uint32_t> sorted(const std::vector<std::string_view>& folded) {
  std::vector<SortKey> keys;
  keys.reserve(folded.size());
  for (std::uint32_t phrase = 0; phrase < folded.size(); ++phrase) {
    keys.push_back({beginning_of(folded[phrase]), phrase});
  }
  std::sort(keys.begin(), keys.end(), [&folded](const SortKey& a, const SortKey& b) {
    if (a.beginning != b.beginning) return a.beginning < b.beginning;
    const int order = folded[a.phrase].compare(folded[b.phrase]);
    return order != 0 ? order < 0 : a.phrase < b.phrase;
  });
  std::vector<std::uint32_t> phrases;
  phrases.reserve(keys.size());
  for (const SortKey& key : keys) phrases.push_back(key.phrase);
  return phrases;
}

}  // namespace

PhraseTrie::PhraseTrie(const std::vector<std::string_view>& folded) : phrases_(sorted(folded)) {
  std::size_t bytes = 0;
  for (const std::string_view phrase : folded) bytes += phrase.size();
  text_.reserve(bytes);
  texts_.reserve(phrases_.size());
  for (const std::uint32_t phrase : phrases_) {
    texts_.emplace_back(text_.data() + text_.size(), folded[phrase].size());
    text_ += folded[phrase];
    if (!folded[phrase].empty()) starts_.add(start_of(folded[phrase]));
  }
  grow();
  tables_.assign(std::size_t{nodes_[1].first_child} * 256, 0);
  for (std::uint32_t n = 0; n < nodes_[1].first_child; ++n) {
    for (std::uint32_t child = nodes_[n].first_child; child < nodes_[n + 1].first_child; ++child) {
      tables_[std::size_t{n} * 256 + bytes_[child]] = child;
    }
  }
}

/// Level by level. The phrases below a node are a range of the sorted ones, and those that end at it come first: no
/// search for children.
void PhraseTrie::grow() {
  struct Range {
    std::uint32_t begin, end;
  };
  std::vector<Range> below{{0, static_cast<std::uint32_t>(texts_.size())}};  // per node
  nodes_.emplace_back();
  bytes_.push_back(0);
  std::size_t depth = 0;
  std::size_t level_end = 1;
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    if (n == level_end) {
      ++depth;
      level_end = nodes_.size();
    }
    auto [at, end] = below[n];
    nodes_[n].first_phrase = at;
    while (at < end && (texts_[at].size() == depth || depth == longest_beginning)) ++at;
    nodes_[n].end_phrase = at;
    nodes_[n].first_child = static_cast<std::uint32_t>(nodes_.size());
    while (at < end) {
      const std::uint32_t begin = at;
      const char byte = texts_[begin][depth];
      while (at < end && texts_[at][depth] == byte) ++at;
      below.push_back({begin, at});
      nodes_.emplace_back();
      bytes_.push_back(static_cast<unsigned char>(byte));
    }
  }
  nodes_.emplace_back();
  nodes_.back().first_child = static_cast<std::uint32_t>(bytes_.size());
}

}  // namespace pith::rules

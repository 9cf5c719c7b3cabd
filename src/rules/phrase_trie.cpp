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
  copy_texts(folded);
  grow();
  tables_.assign(std::size_t{nodes_[1].first_child} * 256, 0);
  for (std::uint32_t n = 0; n < nodes_[1].first_child; ++n) {
    for (std::uint32_t child = nodes_[n].first_child; child < nodes_[n + 1].first_child; ++child) {
      tables_[std::size_t{n} * 256 + bytes_[child]] = child;
    }
  }
}

void PhraseTrie::copy_texts(const std::vector<std::string_view>& folded) {
  std::size_t bytes = 0;
  for (const std::string_view phrase : folded) bytes += phrase.size();
  text_.reserve(bytes);
  begins_.reserve(phrases_.size() + 1);
  for (const std::uint32_t phrase : phrases_) {
    begins_.push_back(static_cast<std::uint32_t>(text_.size()));
    text_ += folded[phrase];
    add_start(folded[phrase]);
  }
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
}

void PhraseTrie::add_start(std::string_view phrase) {
  if (phrase.empty()) return;
  const std::uint64_t bytes = eight_bytes(phrase);
  if (phrase.size() >= 8) {
    long_starts_.add(hash_of(bytes));
  } else {
    short_starts_.add(short_start(phrase, bytes));
  }
}

/// Of the trie: each phrase has one for each byte of its beginning that the one before it does not begin with.
std::size_t PhraseTrie::node_count() const noexcept {
  std::size_t count = 1;
  std::string_view before;
  for (std::uint32_t k = 0; k < phrases_.size(); ++k) {
    const std::string_view beginning = text_of(k).substr(0, longest_beginning);
    const auto [own, end] = std::mismatch(beginning.begin(), beginning.end(), before.begin(), before.end());
    count += static_cast<std::size_t>(beginning.end() - own);
    before = beginning;
  }
  return count;
}

/// Level by level. The phrases below a node are a range of the sorted ones, which stands in the node until its turn,
/// and those that end at it come first: no search for children.
void PhraseTrie::grow() {
  const std::size_t count = node_count();
  nodes_.reserve(count + 1);
  bytes_.reserve(count);
  nodes_.push_back({0, 0, static_cast<std::uint32_t>(phrases_.size())});
  bytes_.push_back(0);
  std::size_t depth = 0;
  std::size_t level_end = 1;
  for (std::size_t n = 0; n < nodes_.size(); ++n) {
    if (n == level_end) {
      ++depth;
      level_end = nodes_.size();
    }
    std::uint32_t at = nodes_[n].first_phrase;
    const std::uint32_t end = nodes_[n].end_phrase;
    while (at < end && (bytes_of(at) == depth || depth == longest_beginning)) ++at;
    nodes_[n].end_phrase = at;
    nodes_[n].first_child = static_cast<std::uint32_t>(nodes_.size());
    while (at < end) {
      const std::uint32_t begin = at;
      const char byte = text_[begins_[begin] + depth];
      while (at < end && text_[begins_[at] + depth] == byte) ++at;
      nodes_.push_back({0, begin, at});
      bytes_.push_back(static_cast<unsigned char>(byte));
    }
  }
  nodes_.push_back({static_cast<std::uint32_t>(bytes_.size()), 0, 0});
}

}  // namespace pith::rules

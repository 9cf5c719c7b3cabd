// Whether what stands around a block is about the page's topic: how many words of the headline and description are
// found there. A second article below the first, or a row of teasers, is well-written prose about something else; this
// tells them in any language.

#include <algorithm>
#include <array>
#include <bit>

#include "core/bit_filter.hpp"
#include "measure/html/page.hpp"
#include "measure/topic_words.hpp"

namespace pith::measure {
namespace {

constexpr std::size_t most_words = 64;  // a bit each

/// What words[w] says of a topic; numbers say nothing.
std::uint64_t topic_hash(std::span<const text::Word> words, std::size_t w) noexcept {
  return words[w].all_digits ? 0 : topic_word(words, w);
}

/// Hashes of the topic's words, sorted: word k is bit k of a mask.
std::span<const std::uint64_t> topic_words(const HtmlPage& page) {
  const std::span<std::uint64_t> hashes = page.temporary.array<std::uint64_t>(most_words);
  std::size_t count = 0;
  const PageFacts& facts = page.in.facts;
  for (const std::string_view part : {facts.headline, facts.title, facts.description}) {
    std::vector<text::Word>& words = page.temporary.words;
    words.clear();
    text::tokenize(part, words);
    for (std::size_t w = 0; w < words.size() && count < most_words; ++w) {
      const auto end = hashes.begin() + static_cast<std::ptrdiff_t>(count);
      const std::uint64_t hash = topic_hash(words, w);
      if (hash != 0 && std::find(hashes.begin(), end, hash) == end) hashes[count++] = hash;
    }
  }
  std::sort(hashes.begin(), hashes.begin() + static_cast<std::ptrdiff_t>(count));
  return hashes.first(count);
}

/// Per block: which words of the topic it has.
std::span<const std::uint64_t> masks_of_blocks(const HtmlPage& page, std::span<const std::uint64_t> topic) {
  const std::span<std::uint64_t> masks = page.temporary.array<std::uint64_t>(page.size(), 0);
  core::BitFilter<4096> filter;  // nearly all other words are told by it alone
  for (const std::uint64_t hash : topic) filter.add(hash);
  for (std::size_t i = 0; i < page.size(); ++i) {
    const std::span<const text::Word> words = page.in.blocks.words_of(page.block(i), page.temporary.words);
    for (std::size_t w = 0; w < words.size(); ++w) {
      const std::uint64_t hash = topic_hash(words, w);
      if (!filter.may_have(hash)) continue;
      const auto found = std::lower_bound(topic.begin(), topic.end(), hash);
      if (found != topic.end() && *found == hash) masks[i] |= std::uint64_t{1} << (found - topic.begin());
    }
  }
  return masks;
}

/// Per container: which words of the topic its blocks have. Bottom-up: a container stands after its parent.
std::span<const std::uint64_t> masks_of_containers(const HtmlPage& page, std::span<const std::uint64_t> of_block) {
  const auto& containers = page.containers();
  const std::span<std::uint64_t> masks = page.temporary.array<std::uint64_t>(containers.size(), 0);
  for (std::size_t i = 0; i < page.size(); ++i) masks[page.block(i).container] |= of_block[i];
  for (std::size_t c = containers.size(); c-- > 1;) {
    if (containers[c].parent >= 0) masks[static_cast<std::size_t>(containers[c].parent)] |= masks[c];
  }
  return masks;
}

/// Topic words in the blocks since the last heading, itself included, up to the next one.
std::span<const std::uint64_t> masks_of_sections(const HtmlPage& page, std::span<const std::uint64_t> of_block) {
  const std::span<std::uint64_t> masks = page.temporary.array<std::uint64_t>(page.size(), 0);
  for (std::size_t begin = 0; begin < page.size();) {
    std::size_t end = begin + 1;
    while (end < page.size() && page.block(end).kind != BlockKind::heading) ++end;
    std::uint64_t mask = 0;
    for (std::size_t i = begin; i < end; ++i) mask |= of_block[i];
    std::fill(masks.begin() + static_cast<std::ptrdiff_t>(begin), masks.begin() + static_cast<std::ptrdiff_t>(end),
              mask);
    begin = end;
  }
  return masks;
}

/// By number of words: the share of those that stand on the page at all; -1: none does, so that nothing can be told.
std::span<const float> shares_by_count(const HtmlPage& page, std::uint64_t on_page) {
  const std::span<float> shares = page.temporary.array<float>(most_words + 1, -1.0F);
  const int all = std::popcount(on_page);
  for (int k = 0; all > 0 && k <= all; ++k) {
    shares[static_cast<std::size_t>(k)] = static_cast<float>(static_cast<double>(k) / all);
  }
  return shares;
}

}  // namespace

void add_topic_columns(const HtmlPage& page, Columns& columns) {
  const std::span<const std::uint64_t> of_block = masks_of_blocks(page, topic_words(page));
  const std::span<const std::uint64_t> of_container = masks_of_containers(page, of_block);
  const std::span<const std::uint64_t> of_section = masks_of_sections(page, of_block);
  const std::span<const float> by_count = shares_by_count(page, of_container.empty() ? 0 : of_container[0]);
  const auto share = [=](std::uint64_t mask) { return by_count[static_cast<std::size_t>(std::popcount(mask))]; };
  columns.add({"topic_own"}, "share of the topic's words on the page that the block has; -1: no topic",
              [=](std::size_t i) { return share(of_block[i]); });
  columns.add({"topic_section"}, "share that the blocks from the last to the next heading have; -1: no topic",
              [=](std::size_t i) { return share(of_section[i]); });
  const std::span<float> container_shares = page.temporary.array<float>(of_container.size());
  std::transform(of_container.begin(), of_container.end(), container_shares.begin(), share);
  static constexpr std::array<std::string_view, wider_ancestor_count> names = {"topic_ancestor1", "topic_ancestor2",
                                                                               "topic_ancestor3", "topic_ancestor4"};
  for (std::size_t k = 0; k < names.size(); ++k) {
    const std::span<const std::uint32_t> ancestor = page.prepared.ancestors[k + 1];
    columns.add({names[k]}, "share that the ancestor of that rank with ever more blocks has; -1: no topic",
                [=](std::size_t i) { return container_shares[ancestor[i]]; });
  }
}

}  // namespace pith::measure

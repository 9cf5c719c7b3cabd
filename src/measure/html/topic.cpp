// Whether what stands around a block is about the page's topic: how many words of the headline and description are
// found there. A second article below the first, or a row of teasers, is well-written prose about something else; this
// tells them in any language.

#include <algorithm>
#include <array>
#include <bit>

#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

/// Per container: which words of the topic its blocks have. Bottom-up: a container stands after its parent.
std::span<const std::uint64_t> masks_of_containers(const HtmlPage& page) {
  const auto& containers = page.containers();
  const std::span<std::uint64_t> masks = page.temporary.array<std::uint64_t>(containers.size(), 0);
  for (std::size_t i = 0; i < page.size(); ++i) masks[page.block(i).container] |= page.prepared.word_facts[i].topic;
  for (std::size_t c = containers.size(); c-- > 1;) {
    if (containers[c].parent >= 0) masks[static_cast<std::size_t>(containers[c].parent)] |= masks[c];
  }
  return masks;
}

/// Topic words in the blocks since the last heading, itself included, up to the next one.
std::span<const std::uint64_t> masks_of_sections(const HtmlPage& page) {
  const std::span<std::uint64_t> masks = page.temporary.room<std::uint64_t>(page.size());
  for (std::size_t begin = 0; begin < page.size();) {
    std::size_t end = begin + 1;
    while (end < page.size() && page.block(end).kind != BlockKind::heading) ++end;
    std::uint64_t mask = 0;
    for (std::size_t i = begin; i < end; ++i) mask |= page.prepared.word_facts[i].topic;
    std::fill(masks.begin() + static_cast<std::ptrdiff_t>(begin), masks.begin() + static_cast<std::ptrdiff_t>(end),
              mask);
    begin = end;
  }
  return masks;
}

/// By number of words: the share of those that stand on the page at all; -1: none does, so that nothing can be told.
std::span<const float> shares_by_count(const HtmlPage& page, std::uint64_t on_page) {
  const std::span<float> shares = page.temporary.array<float>(most_topic_words + 1, -1.0F);
  const int all = std::popcount(on_page);
  for (int k = 0; all > 0 && k <= all; ++k) {
    shares[static_cast<std::size_t>(k)] = static_cast<float>(static_cast<double>(k) / all);
  }
  return shares;
}

}  // namespace

void add_topic_columns(const HtmlPage& page, Columns& columns) {
  const std::span<const WordFacts> of_block = page.prepared.word_facts;
  const std::span<const std::uint64_t> of_container = masks_of_containers(page);
  const std::span<const std::uint64_t> of_section = masks_of_sections(page);
  const std::span<const float> by_count = shares_by_count(page, of_container.empty() ? 0 : of_container[0]);
  const auto share = [=](std::uint64_t mask) { return by_count[static_cast<std::size_t>(std::popcount(mask))]; };
  columns.add({"topic_own"}, "share of the topic's words on the page that the block has; -1: no topic",
              [=](std::size_t i) { return share(of_block[i].topic); });
  columns.add({"topic_section"}, "share that the blocks from the last to the next heading have; -1: no topic",
              [=](std::size_t i) { return share(of_section[i]); });
  const std::span<float> container_shares = page.temporary.room<float>(of_container.size());
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

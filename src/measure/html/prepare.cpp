#include <algorithm>
#include <bit>

#include "measure/hashes.hpp"
#include "measure/html/page.hpp"
#include "measure/phrase_category.hpp"

namespace pith::measure {
namespace {

using blocks::Container;
using page::AttributeName;

std::uint8_t one_further(std::uint8_t distance) noexcept {
  return distance + 1 >= far_away ? far_away : static_cast<std::uint8_t>(distance + 1);
}

std::uint8_t one_more(std::uint8_t count, bool more) noexcept {
  return more && count < 255 ? static_cast<std::uint8_t>(count + 1) : count;
}

/// What the container above says, one step further away.
Distances inherit(const Distances& above) noexcept {
  Distances distances = above;
  for (auto& d : distances.tags) d = one_further(d);
  for (auto& d : distances.groups) d = one_further(d);
  for (auto& d : distances.roles) d = one_further(d);
  return distances;
}

Distances nothing_near() noexcept {
  Distances distances{};
  distances.tags.fill(far_away);
  distances.groups.fill(far_away);
  distances.roles.fill(far_away);
  return distances;
}

constexpr std::array<std::uint8_t, 256> ancestor_places = places_in(ancestor_tags);

void add_tag(HtmlMeasureScratch& s, Distances& distances, page::Tag tag) noexcept {
  const std::size_t place = ancestor_places[static_cast<std::size_t>(tag)];
  if (place < ancestor_tags.size()) {
    distances.tags[place] = 0;
    s.tags_seen |= 1U << place;
  }
  using page::Tag;
  distances.lists = one_more(distances.lists, tag == Tag::ul || tag == Tag::ol || tag == Tag::dl);
  distances.tables = one_more(distances.tables, tag == Tag::table);
  distances.sections = one_more(distances.sections, tag == Tag::section);
  distances.divs = one_more(distances.divs, tag == Tag::div);
}

void add_groups(HtmlMeasureScratch& s, Distances& distances, rules::AttributeGroups groups) noexcept {
  s.groups_seen |= groups;
  for (; groups != 0; groups &= groups - 1) distances.groups[static_cast<std::size_t>(std::countr_zero(groups))] = 0;
}

void add_role(HtmlMeasureScratch& s, Distances& distances, std::string_view role) noexcept {
  if (role.empty()) return;
  for (std::size_t r = 0; r < ancestor_roles.size(); ++r) {
    if (role != ancestor_roles[r]) continue;
    distances.roles[r] = 0;
    s.roles_seen |= 1U << r;
  }
}

/// Groups of all that names an element. The body's classes name the page, not a part of it.
rules::AttributeGroups groups_of(const MeasureInput& in, std::size_t c) {
  return c == 0 ? 0 : in.matches.named[c] | in.matches.marked[c];
}

void prepare_blocks(const MeasureInput& in, HtmlMeasureScratch& s) {
  const auto& blocks = in.blocks.blocks;
  const std::size_t n = blocks.size();
  s.shapes.resize(n);
  s.weighted.resize(n);
  s.link_density.resize(n);
  s.good.resize(n);
  s.fingerprints.resize(n);
  s.phrase.resize(n);
  s.phrases_seen = s.named_lines = 0;
  std::uint64_t cjk = 0;
  for (std::size_t i = 0; i < n; ++i) {
    s.shapes[i] = shape_of(blocks[i].text);
    s.weighted[i] = blocks[i].weighted_words();
    s.good[i] = is_good(blocks[i], s.shapes[i]) ? s.weighted[i] : 0.0F;
    s.phrase[i] = s.weighted[i] < 60 ? phrase_category(in.matches.lines[i]) : Category::content;
    s.link_density[i] = blocks[i].link_density();
    s.phrases_seen |= in.matches.lines[i].found;
    s.named_lines |= 1U << static_cast<unsigned>(s.phrase[i]);
    std::uint64_t print = 1;
    for (std::uint32_t w = 0; w < blocks[i].word_count; ++w) {
      print = mix_hash(print, in.blocks.words[blocks[i].first_word + w].hash);
    }
    s.fingerprints[i] = print;
    cjk += blocks[i].cjk_words;
  }
  s.cjk_share = in.blocks.words.empty() ? 0.0F : static_cast<float>(cjk) / static_cast<float>(in.blocks.words.size());
}

template <typename Value>
void prefix_sums(std::vector<double>& sums, std::size_t n, Value value) {
  sums.resize(n + 1);
  sums[0] = 0;
  for (std::size_t i = 0; i < n; ++i) sums[i + 1] = sums[i] + static_cast<double>(value(i));
}

void prepare_sums(const MeasureInput& in, HtmlMeasureScratch& s) {
  const auto& blocks = in.blocks.blocks;
  const std::size_t n = blocks.size();
  prefix_sums(s.sums.words, n, [&](std::size_t i) { return blocks[i].word_count; });
  prefix_sums(s.sums.weighted, n, [&](std::size_t i) { return s.weighted[i]; });
  prefix_sums(s.sums.linked, n, [&](std::size_t i) { return blocks[i].linked_letters; });
  prefix_sums(s.sums.letters, n, [&](std::size_t i) { return blocks[i].letters; });
  prefix_sums(s.sums.sentences, n, [&](std::size_t i) { return s.shapes[i].sentences; });
  prefix_sums(s.sums.good, n, [&](std::size_t i) { return s.good[i]; });
  prefix_sums(s.sums.links, n, [&](std::size_t i) { return blocks[i].links; });
  prefix_sums(s.sums.headings, n, [&](std::size_t i) { return blocks[i].kind == BlockKind::heading; });
  s.all_words = std::max(1.0F, static_cast<float>(s.sums.words[n]));
  s.all_good = std::max(1.0F, static_cast<float>(s.sums.good[n]));
}

/// The nearest ancestor with more blocks than c; c itself when there is none. Those of the ancestors are known.
std::uint32_t nearest_wider(const std::vector<Container>& containers, const std::vector<std::uint32_t>& wider,
                            std::size_t c) {
  const auto blocks_of = [&](std::size_t k) { return containers[k].end_block - containers[k].first_block; };
  if (containers[c].parent < 0) return static_cast<std::uint32_t>(c);
  const auto parent = static_cast<std::size_t>(containers[c].parent);
  if (blocks_of(parent) > blocks_of(c)) return static_cast<std::uint32_t>(parent);
  // The parent has the same blocks: what is wider than it is wider than c.
  return wider[parent] == parent ? static_cast<std::uint32_t>(c) : wider[parent];
}

/// Top-down: a container's parent stands before it.
void prepare_containers(const MeasureInput& in, HtmlMeasureScratch& s) {
  const auto& containers = in.blocks.containers;
  s.tags_seen = s.roles_seen = 0;
  s.groups_seen = 0;
  s.distances.resize(containers.size());
  s.tag_path.resize(containers.size());
  s.wider.resize(containers.size());
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const Container& here = containers[c];
    const auto parent = static_cast<std::size_t>(std::max(here.parent, 0));
    s.distances[c] = here.parent < 0 ? nothing_near() : inherit(s.distances[parent]);
    add_tag(s, s.distances[c], here.tag);
    add_groups(s, s.distances[c], groups_of(in, c));
    add_role(s, s.distances[c],
             in.page.nodes.empty() ? std::string_view{} : in.page.attribute(here.node, AttributeName::role));
    s.tag_path[c] = mix_hash(here.parent < 0 ? 0 : s.tag_path[parent], static_cast<std::uint64_t>(here.tag));
    s.wider[c] = nearest_wider(containers, s.wider, c);
  }
}

void prepare_ancestors(const MeasureInput& in, HtmlMeasureScratch& s) {
  const auto& blocks = in.blocks.blocks;
  for (auto& rank : s.ancestors) rank.resize(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    std::uint32_t c = blocks[i].container;
    for (auto& rank : s.ancestors) {
      rank[i] = c;
      c = s.wider[c];
    }
  }
}

/// Siblings of one shape: list items, cards, posts.
void prepare_siblings(const MeasureInput& in, HtmlMeasureScratch& s) {
  const auto& containers = in.blocks.containers;
  const std::span<std::uint64_t> keys = s.temporary.array<std::uint64_t>(containers.size());
  for (std::size_t c = 0; c < containers.size(); ++c) {
    keys[c] = mix_hash(in.matches.shapes[c], static_cast<std::uint64_t>(containers[c].parent + 1));
  }
  KeyGroups& rows = s.temporary.groups;
  rows.find(keys);
  const std::span<std::uint32_t> counts = s.temporary.array<std::uint32_t>(rows.count());
  s.siblings.resize(containers.size());
  s.sibling_index.resize(containers.size());
  for (std::size_t c = 0; c < containers.size(); ++c) s.sibling_index[c] = counts[rows.numbers()[c]]++;
  for (std::size_t c = 0; c < containers.size(); ++c) s.siblings[c] = counts[rows.numbers()[c]];
  s.card.resize(containers.size());
  for (std::uint32_t c = 0; c < containers.size(); ++c) {
    const bool is_card = s.siblings[c] >= 3 && containers[c].end_block - containers[c].first_block >= 2;
    const auto parent = static_cast<std::size_t>(std::max(containers[c].parent, 0));
    s.card[c] = is_card || c == 0 ? c : s.card[parent];
  }
}

}  // namespace

void HtmlMeasureScratch::prepare(const MeasureInput& in) {
  temporary.reset();
  prepare_blocks(in, *this);
  prepare_sums(in, *this);
  prepare_containers(in, *this);
  prepare_ancestors(in, *this);
  prepare_siblings(in, *this);
}

}  // namespace pith::measure

#include <algorithm>
#include <bit>

#include "measure/hashes.hpp"
#include "measure/html/page.hpp"
#include "measure/phrase_category.hpp"
#include "measure/prose.hpp"

namespace pith::measure {
namespace {

using blocks::Container;
using page::AttributeName;

/// One more, but not beyond `most`.
std::uint8_t saturating_increment(std::uint8_t count, std::uint8_t most) noexcept {
  return count < most ? static_cast<std::uint8_t>(count + 1) : most;
}

void count_if(bool is_one, std::uint8_t& count) noexcept {
  if (is_one) count = saturating_increment(count, 255);
}

/// What the container above says, one step further away.
Distances inherit(const Distances& above) noexcept {
  Distances distances = above;
  for (auto& d : distances.tags) d = saturating_increment(d, far_away);
  for (auto& d : distances.groups) d = saturating_increment(d, far_away);
  for (auto& d : distances.roles) d = saturating_increment(d, far_away);
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

void add_tag(HtmlMeasureScratch& out, Distances& distances, page::Tag tag) noexcept {
  const std::size_t place = ancestor_places[static_cast<std::size_t>(tag)];
  if (place < ancestor_tags.size()) {
    distances.tags[place] = 0;
    out.tags_seen |= 1U << place;
  }
  using page::Tag;
  count_if(tag == Tag::ul || tag == Tag::ol || tag == Tag::dl, distances.lists);
  count_if(tag == Tag::table, distances.tables);
  count_if(tag == Tag::section, distances.sections);
  count_if(tag == Tag::div, distances.divs);
}

void add_groups(HtmlMeasureScratch& out, Distances& distances, rules::AttributeGroups groups) noexcept {
  out.groups_seen |= groups;
  for (; groups != 0; groups &= groups - 1) distances.groups[static_cast<std::size_t>(std::countr_zero(groups))] = 0;
}

void add_role(HtmlMeasureScratch& out, Distances& distances, std::string_view role) noexcept {
  if (role.empty()) return;
  for (std::size_t r = 0; r < ancestor_roles.size(); ++r) {
    if (role != ancestor_roles[r]) continue;
    distances.roles[r] = 0;
    out.roles_seen |= 1U << r;
  }
}

/// Groups of all that names an element. The body's classes name the page, not a part of it.
rules::AttributeGroups groups_of(const MeasureInput& in, std::size_t c) {
  return c == 0 ? 0 : in.matches.groups_by_name[c] | in.matches.groups_by_property[c];
}

void prepare_blocks(const MeasureInput& in, HtmlMeasureScratch& out) {
  const auto& blocks = in.blocks.blocks;
  const std::size_t n = blocks.size();
  out.shapes = out.temporary.room<TextShape>(n);
  out.weighted = out.temporary.room<float>(n);
  out.link_density = out.temporary.room<float>(n);
  out.good = out.temporary.room<float>(n);
  out.fingerprints = out.temporary.room<std::uint64_t>(n);
  out.word_shares = out.temporary.room<WordShares>(n);
  out.word_facts = out.temporary.room<WordFacts>(n);
  out.phrase = out.temporary.room<Category>(n);
  out.named_lines = {};
  WordReader reader(in.facts, out.temporary);
  std::uint64_t cjk = 0;
  std::uint64_t words = 0;
  for (std::size_t i = 0; i < n; ++i) {
    out.shapes[i] = shape_of(blocks[i].text);
    out.weighted[i] = blocks[i].weighted_words();
    out.good[i] = is_good(blocks[i], out.shapes[i]) ? out.weighted[i] : 0.0F;
    out.phrase[i] = out.weighted[i] < 60 ? phrase_category(in.matches.lines[i]) : Category::content;
    out.link_density[i] = blocks[i].link_density();
    out.named_lines.add(out.phrase[i]);
    // Once a block: of a huge page they are found anew whenever they are asked for.
    const std::span<const text::Word> said = in.blocks.words_of(blocks[i], out.temporary.words);
    out.fingerprints[i] = hash_words(said);
    out.word_shares[i] = word_shares(said);
    out.word_facts[i] = reader.read(said);
    cjk += blocks[i].cjk_words;
    words += blocks[i].word_count;
  }
  out.cjk_share = words == 0 ? 0.0F : static_cast<float>(cjk) / static_cast<float>(words);
}

template <typename Value>
std::span<double> prefix_sums(Temporary& temporary, std::size_t n, Value value) {
  const std::span<double> sums = temporary.room<double>(n + 1);
  sums[0] = 0;
  for (std::size_t i = 0; i < n; ++i) sums[i + 1] = sums[i] + static_cast<double>(value(i));
  return sums;
}

void prepare_sums(const MeasureInput& in, HtmlMeasureScratch& out) {
  const auto& blocks = in.blocks.blocks;
  const std::size_t n = blocks.size();
  out.sums.words = prefix_sums(out.temporary, n, [&](std::size_t i) { return blocks[i].word_count; });
  out.sums.weighted = prefix_sums(out.temporary, n, [&](std::size_t i) { return out.weighted[i]; });
  out.sums.linked = prefix_sums(out.temporary, n, [&](std::size_t i) { return blocks[i].linked_letters; });
  out.sums.letters = prefix_sums(out.temporary, n, [&](std::size_t i) { return blocks[i].letters; });
  out.sums.sentences = prefix_sums(out.temporary, n, [&](std::size_t i) { return out.shapes[i].sentences; });
  out.sums.good = prefix_sums(out.temporary, n, [&](std::size_t i) { return out.good[i]; });
  out.sums.links = prefix_sums(out.temporary, n, [&](std::size_t i) { return blocks[i].links; });
  out.sums.headings =
      prefix_sums(out.temporary, n, [&](std::size_t i) { return blocks[i].kind == BlockKind::heading; });
  out.all_words = std::max(1.0F, static_cast<float>(out.sums.words[n]));
  out.all_good = std::max(1.0F, static_cast<float>(out.sums.good[n]));
}

/// The nearest ancestor with more blocks than c; c itself when there is none. Those of the ancestors are known.
std::uint32_t nearest_wider(const std::vector<Container>& containers, std::span<const std::uint32_t> wider,
                            std::size_t c) {
  const auto blocks_of = [&](std::size_t k) { return containers[k].end_block - containers[k].first_block; };
  if (containers[c].parent < 0) return static_cast<std::uint32_t>(c);
  const auto parent = static_cast<std::size_t>(containers[c].parent);
  if (blocks_of(parent) > blocks_of(c)) return static_cast<std::uint32_t>(parent);
  // The parent has the same blocks: what is wider than it is wider than c.
  return wider[parent] == parent ? static_cast<std::uint32_t>(c) : wider[parent];
}

/// Top-down: a container's parent stands before it.
void prepare_containers(const MeasureInput& in, HtmlMeasureScratch& out) {
  const auto& containers = in.blocks.containers;
  out.tags_seen = out.roles_seen = 0;
  out.groups_seen = 0;
  out.distances = out.temporary.room<Distances>(containers.size());
  out.tag_path = out.temporary.room<std::uint64_t>(containers.size());
  out.wider_ancestor = out.temporary.room<std::uint32_t>(containers.size());
  for (std::size_t c = 0; c < containers.size(); ++c) {
    const Container& here = containers[c];
    const auto parent = static_cast<std::size_t>(std::max(here.parent, 0));
    out.distances[c] = here.parent < 0 ? nothing_near() : inherit(out.distances[parent]);
    add_tag(out, out.distances[c], here.tag);
    add_groups(out, out.distances[c], groups_of(in, c));
    add_role(out, out.distances[c],
             in.page.nodes.empty() ? std::string_view{} : in.page.attribute(here.node, AttributeName::role));
    out.tag_path[c] = mix_hash(here.parent < 0 ? 0 : out.tag_path[parent], static_cast<std::uint64_t>(here.tag));
    out.wider_ancestor[c] = nearest_wider(containers, out.wider_ancestor, c);
  }
}

void prepare_ancestors(const MeasureInput& in, HtmlMeasureScratch& out) {
  const auto& blocks = in.blocks.blocks;
  for (auto& rank : out.ancestors) rank = out.temporary.room<std::uint32_t>(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    std::uint32_t c = blocks[i].container;
    for (auto& rank : out.ancestors) {
      rank[i] = c;
      c = out.wider_ancestor[c];
    }
  }
}

/// Siblings of one shape: list items, cards, posts.
void prepare_siblings(const MeasureInput& in, HtmlMeasureScratch& out) {
  const auto& containers = in.blocks.containers;
  const std::span<std::uint64_t> keys = out.temporary.room<std::uint64_t>(containers.size());
  for (std::size_t c = 0; c < containers.size(); ++c) {
    keys[c] = mix_hash(in.matches.shapes[c], static_cast<std::uint64_t>(containers[c].parent + 1));
  }
  KeyGroups& rows = out.temporary.groups;
  rows.find(keys);
  const std::span<std::uint32_t> counts = out.temporary.array<std::uint32_t>(rows.count());
  out.siblings = out.temporary.room<std::uint32_t>(containers.size());
  out.sibling_index = out.temporary.room<std::uint32_t>(containers.size());
  for (std::size_t c = 0; c < containers.size(); ++c) out.sibling_index[c] = counts[rows.numbers()[c]]++;
  for (std::size_t c = 0; c < containers.size(); ++c) out.siblings[c] = counts[rows.numbers()[c]];
  out.card = out.temporary.room<std::uint32_t>(containers.size());
  for (std::uint32_t c = 0; c < containers.size(); ++c) {
    const bool is_card = out.siblings[c] >= 3 && containers[c].end_block - containers[c].first_block >= 2;
    const auto parent = static_cast<std::size_t>(std::max(containers[c].parent, 0));
    out.card[c] = is_card || c == 0 ? c : out.card[parent];
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

// Which container holds the article: the one that most of the page's good words are in, and the widening ancestors of
// each block.

#include <algorithm>

#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

/// From the body down, while one child holds at least `share` of the page's good words.
std::uint32_t dominant_container(const HtmlPage& page, double share) {
  const auto& containers = page.containers();
  const double enough = share * static_cast<double>(page.prepared.all_good);
  std::uint32_t c = 0;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::uint32_t child = c + 1; child < containers[c].subtree_end; child = containers[child].subtree_end) {
      if (page.prepared.totals(containers[child]).good < enough) continue;
      c = child;
      deeper = true;
      break;
    }
  }
  return c;
}

void add_dominant(const HtmlPage& page, Columns& columns, std::string_view name, double share) {
  add_container_place(page, columns, name, dominant_container(page, share));
}

/// What the columns tell of an ancestor.
struct AncestorValues {
  float words = 0, blocks = 0, link_density = 0, sentence_density = 0, good_share = 0, word_share = 0;
  float good_fraction = 0;
  bool known = false;  ///< computed when a block first asks: most containers are nobody's wider ancestor
};

constexpr MemberColumn<AncestorValues> ancestor_members[] = {
    {"_words", "words of ", &AncestorValues::words},
    {"_blocks", "blocks of ", &AncestorValues::blocks},
    {"_link_density", "share of letters in links, of ", &AncestorValues::link_density},
    {"_sentence_density", "sentence ends per weighted word, of ", &AncestorValues::sentence_density},
    {"_good_share", "share of the page's good words in ", &AncestorValues::good_share},
    {"_word_share", "share of the page's words in ", &AncestorValues::word_share},
    {"_good_fraction", "good words over words, of ", &AncestorValues::good_fraction},
};

struct AncestorName {
  std::string_view name;
  std::string_view meaning;
};

/// By rank: the block's own container and the wider ones above it.
constexpr AncestorName ancestor_names[wider_ancestor_count + 1] = {
    {"container", "the block's own container"},
    {"ancestor1", "its nearest ancestor with more blocks"},
    {"ancestor2", "its second ancestor with ever more blocks"},
    {"ancestor3", "its third ancestor with ever more blocks"},
    {"ancestor4", "its fourth ancestor with ever more blocks"},
};

AncestorValues values_of(const HtmlPage& page, const blocks::Container& container) {
  const Totals totals = page.prepared.totals(container);
  AncestorValues values;
  values.words = static_cast<float>(totals.words);
  values.blocks = static_cast<float>(totals.blocks);
  values.link_density = static_cast<float>(totals.linked / std::max(1.0, totals.letters));
  values.sentence_density = static_cast<float>(totals.sentences / std::max(1.0, totals.weighted));
  values.good_share = static_cast<float>(totals.good / static_cast<double>(page.prepared.all_good));
  values.word_share = static_cast<float>(totals.words / static_cast<double>(page.prepared.all_words));
  values.good_fraction = static_cast<float>(totals.good / std::max(1.0, totals.weighted));
  values.known = true;
  return values;
}

void add_ancestor(const HtmlPage& page, Columns& columns, std::size_t rank, std::span<AncestorValues> of_container) {
  const auto& [name, whose] = ancestor_names[rank];
  const std::span<const std::uint32_t> ancestor = page.prepared.ancestors[rank];
  for (const std::uint32_t c : ancestor) {
    if (!of_container[c].known) of_container[c] = values_of(page, page.containers()[c]);
  }
  const auto values = [=](std::size_t i) -> const AncestorValues& { return of_container[ancestor[i]]; };
  for (const MemberColumn<AncestorValues>& column : ancestor_members) {
    columns.add({name, column.name}, {column.meaning, whose},
                [=, member = column.member](std::size_t i) { return values(i).*member; });
  }
  columns.add({name, "_place"}, {"place of the block in ", whose, ", 0 to 1"}, [=](std::size_t i) {
    const std::size_t before = i - page.containers()[ancestor[i]].first_block;
    return static_cast<double>(before) / std::max(1.0, static_cast<double>(values(i).blocks));
  });
}

void add_ancestors(const HtmlPage& page, Columns& columns) {
  const std::span<AncestorValues> of_container = page.temporary.array<AncestorValues>(page.containers().size());
  for (std::size_t rank = 0; rank <= wider_ancestor_count; ++rank) add_ancestor(page, columns, rank, of_container);
}

}  // namespace

void add_container_place(const HtmlPage& page, Columns& columns, std::string_view name, std::uint32_t chosen) {
  const auto& containers = page.containers();
  const blocks::Container& best = containers[chosen];
  // Per container: how many of its ancestors (itself included) are also above the chosen one.
  const std::span<std::uint16_t> common = page.temporary.room<std::uint16_t>(containers.size());
  for (std::uint32_t c = 0; c < containers.size(); ++c) {
    const bool above_chosen = c <= chosen && chosen < containers[c].subtree_end;
    const auto parent = static_cast<std::size_t>(std::max(containers[c].parent, 0));
    common[c] = above_chosen ? static_cast<std::uint16_t>(containers[c].depth + 1) : common[parent];
  }
  const auto inside = [=](std::size_t i) {
    return page.block(i).container >= chosen && page.block(i).container < best.subtree_end;
  };
  const double extent = std::max(1.0, static_cast<double>(best.end_block - best.first_block));
  columns.add({name, "_inside"}, "in that container, 0 or 1", inside);
  columns.add({name, "_up"}, "levels from the container up to the common ancestor",
              [=](std::size_t i) { return best.depth + 1 - common[page.block(i).container]; });
  columns.add({name, "_below"}, "levels below the container; -1: outside",
              [=](std::size_t i) { return inside(i) ? page.container_of(i).depth - best.depth : -1; });
  columns.add({name, "_place"}, "place relative to the container's blocks, 0 to 1 inside",
              [=](std::size_t i) { return (static_cast<double>(i) - static_cast<double>(best.first_block)) / extent; });
}

void add_container_columns(const HtmlPage& page, Columns& columns) {
  add_dominant(page, columns, "half", 0.5);
  add_dominant(page, columns, "most", 0.7);
  add_dominant(page, columns, "nearly_all", 0.9);
  add_ancestors(page, columns);
  columns.add({"wider_ancestors"}, "ancestors with ever more blocks, up to 12", [=](std::size_t i) {
    std::uint32_t c = page.block(i).container;
    int count = 0;
    for (; count < 12 && page.prepared.wider_ancestor[c] != c; ++count) c = page.prepared.wider_ancestor[c];
    return count;
  });
}

}  // namespace pith::measure

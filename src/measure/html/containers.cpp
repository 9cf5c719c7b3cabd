// Which container holds the article: the one that most of the page's good words are in, and the widening ancestors of
// each block.

#include <algorithm>

#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

/// From the body down, while one child holds at least `share` of the page's good words.
std::uint32_t dominant_container(const HtmlPage& page, double share) {
  const auto& containers = page.containers();
  const double enough = share * static_cast<double>(page.facts.all_good);
  std::uint32_t c = 0;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::uint32_t child = c + 1; child < containers[c].subtree_end; child = containers[child].subtree_end) {
      if (page.facts.totals(containers[child]).good < enough) continue;
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
    {"_words", "words of that ancestor", &AncestorValues::words},
    {"_blocks", "blocks of it", &AncestorValues::blocks},
    {"_link_density", "share of its letters in links", &AncestorValues::link_density},
    {"_sentence_density", "its sentence ends per weighted word", &AncestorValues::sentence_density},
    {"_good_share", "its share of the page's good words", &AncestorValues::good_share},
    {"_word_share", "its share of the page's words", &AncestorValues::word_share},
    {"_good_fraction", "good words of its words", &AncestorValues::good_fraction},
};

AncestorValues values_of(const HtmlPage& page, const blocks::Container& container) {
  const Totals totals = page.facts.totals(container);
  AncestorValues values;
  values.words = static_cast<float>(totals.words);
  values.blocks = static_cast<float>(totals.blocks);
  values.link_density = static_cast<float>(totals.linked / std::max(1.0, totals.letters));
  values.sentence_density = static_cast<float>(totals.sentences / std::max(1.0, totals.weighted));
  values.good_share = static_cast<float>(totals.good / static_cast<double>(page.facts.all_good));
  values.word_share = static_cast<float>(totals.words / static_cast<double>(page.facts.all_words));
  values.good_fraction = static_cast<float>(totals.good / std::max(1.0, totals.weighted));
  values.known = true;
  return values;
}

/// One of the ancestors of each block that hold ever more blocks.
void add_ancestor(const HtmlPage& page, Columns& columns, std::string_view name,
                  std::span<const std::uint32_t> ancestor, std::span<AncestorValues> of_container) {
  for (const std::uint32_t c : ancestor) {
    if (!of_container[c].known) of_container[c] = values_of(page, page.containers()[c]);
  }
  const auto values = [=](std::size_t i) -> const AncestorValues& { return of_container[ancestor[i]]; };
  columns.add_members(name, ancestor_members, values);
  columns.add({name, "_place"}, "place of the block in it, 0 to 1", [=](std::size_t i) {
    const std::size_t before = i - page.containers()[ancestor[i]].first_block;
    return static_cast<double>(before) / std::max(1.0, static_cast<double>(values(i).blocks));
  });
}

/// The block's own container and the wider ones above it.
void add_ancestors(const HtmlPage& page, Columns& columns) {
  static constexpr std::array<std::string_view, wider_ancestor_count + 1> names = {"wider0", "wider1", "wider2",
                                                                                   "wider3", "wider4"};
  const std::span<AncestorValues> of_container = page.temporary.array<AncestorValues>(page.containers().size());
  for (std::size_t k = 0; k < names.size(); ++k) {
    add_ancestor(page, columns, names[k], page.facts.ancestors[k], of_container);
  }
}

}  // namespace

void add_container_place(const HtmlPage& page, Columns& columns, std::string_view name, std::uint32_t chosen) {
  const auto& containers = page.containers();
  const blocks::Container& best = containers[chosen];
  // Per container: how many of its ancestors (itself included) are also above the chosen one.
  const std::span<std::uint16_t> common = page.temporary.array<std::uint16_t>(containers.size());
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
  columns.add({"widenings"}, "ancestors with ever more blocks, up to 12", [=](std::size_t i) {
    std::uint32_t c = page.block(i).container;
    int count = 0;
    for (; count < 12 && page.facts.wider_ancestor[c] != c; ++count) c = page.facts.wider_ancestor[c];
    return count;
  });
}

}  // namespace pith::measure

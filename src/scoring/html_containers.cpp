// Which container holds the article: the one that most of the page's good words are in, and the widening ancestors of
// each block.

#include <algorithm>

#include "scoring/html_measures.hpp"

namespace pith::scoring {
namespace {

/// From the body down, while one child holds at least `share` of the page's good words.
std::uint32_t dominant_container(const HtmlPage& page, double share) {
  const auto& containers = page.containers();
  const double enough = share * static_cast<double>(page.s.all_good);
  std::uint32_t c = 0;
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (std::uint32_t child = c + 1; child < containers[c].subtree_end; child = containers[child].subtree_end) {
      if (page.s.totals(containers[child]).good < enough) continue;
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

/// One of a block's ancestors that hold ever more blocks.
void add_ancestor(const HtmlPage& page, Columns& columns, std::string_view name, int k) {
  const std::span<Totals> totals = page.temporary.array<Totals>(page.size());
  const std::span<std::uint32_t> first = page.temporary.array<std::uint32_t>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) {
    const blocks::Container& container = page.containers()[page.wider(i, k)];
    totals[i] = page.s.totals(container);
    first[i] = container.first_block;
  }
  const auto& s = page.s;
  columns.add({name, "_words"}, "words of that ancestor", [&](std::size_t i) { return totals[i].words; });
  columns.add({name, "_blocks"}, "blocks of it", [&](std::size_t i) { return totals[i].blocks; });
  columns.add({name, "_link_density"}, "share of its letters in links",
              [&](std::size_t i) { return totals[i].linked / std::max(1.0, totals[i].letters); });
  columns.add({name, "_sentence_density"}, "its sentence ends per weighted word",
              [&](std::size_t i) { return totals[i].sentences / std::max(1.0, totals[i].weighted); });
  columns.add({name, "_good_share"}, "its share of the page's good words",
              [&](std::size_t i) { return totals[i].good / static_cast<double>(s.all_good); });
  columns.add({name, "_word_share"}, "its share of the page's words",
              [&](std::size_t i) { return totals[i].words / static_cast<double>(s.all_words); });
  columns.add({name, "_good_fraction"}, "good words of its words",
              [&](std::size_t i) { return totals[i].good / std::max(1.0, totals[i].weighted); });
  columns.add({name, "_place"}, "place of the block in it, 0 to 1",
              [&](std::size_t i) { return static_cast<double>(i - first[i]) / std::max(1.0, totals[i].blocks); });
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
  const auto inside = [&](std::size_t i) {
    return page.block(i).container >= chosen && page.block(i).container < best.subtree_end;
  };
  const double extent = std::max(1.0, static_cast<double>(best.end_block - best.first_block));
  columns.add({name, "_inside"}, "in that container, 0 or 1", inside);
  columns.add({name, "_up"}, "levels from the container up to the common ancestor",
              [&](std::size_t i) { return best.depth + 1 - common[page.block(i).container]; });
  columns.add({name, "_below"}, "levels below the container; -1: outside",
              [&](std::size_t i) { return inside(i) ? page.container_of(i).depth - best.depth : -1; });
  columns.add({name, "_place"}, "place relative to the container's blocks, 0 to 1 inside",
              [&](std::size_t i) { return (static_cast<double>(i) - static_cast<double>(best.first_block)) / extent; });
}

void add_container_columns(const HtmlPage& page, Columns& columns) {
  add_dominant(page, columns, "half", 0.5);
  add_dominant(page, columns, "most", 0.7);
  add_dominant(page, columns, "nearly_all", 0.9);
  add_ancestor(page, columns, "wider0", 0);
  add_ancestor(page, columns, "wider1", 1);
  add_ancestor(page, columns, "wider2", 2);
  add_ancestor(page, columns, "wider3", 3);
  add_ancestor(page, columns, "wider4", 4);
  columns.add({"widenings"}, "ancestors with ever more blocks, up to 12", [&](std::size_t i) {
    std::uint32_t c = page.block(i).container;
    int count = 0;
    for (; count < 12 && page.s.wider[c] != c; ++count) c = page.s.wider[c];
    return count;
  });
}

}  // namespace pith::scoring

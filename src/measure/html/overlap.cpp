// How a block's words overlap with the page's title, headline and description, and where the title stands.

#include <algorithm>

#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

/// The block most like the title, a first-level heading preferred; -1 when none is like it.
std::ptrdiff_t title_place(const HtmlPage& page) {
  std::ptrdiff_t best = -1;
  float most = 0.3F;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const bool first_level = page.block(i).kind == BlockKind::heading && page.block(i).level == 1;
    const float value = page.prepared.word_facts[i].title.jaccard + (first_level ? 0.3F : 0.0F);
    if (value <= most) continue;
    most = value;
    best = static_cast<std::ptrdiff_t>(i);
  }
  return best;
}

std::ptrdiff_t first_h1(const HtmlPage& page) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.block(i).kind == BlockKind::heading && page.block(i).level == 1) return static_cast<std::ptrdiff_t>(i);
  }
  return -1;
}

/// Blocks after `place`, bounded; -999 when there is no such place.
float distance_from(std::ptrdiff_t place, std::size_t i) {
  if (place < 0) return -999;
  return static_cast<float>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(i) - place, -300, 300));
}

}  // namespace

void add_overlap_columns(const HtmlPage& page, Columns& columns) {
  const std::span<const WordFacts> facts = page.prepared.word_facts;
  const std::ptrdiff_t place = title_place(page);
  const std::ptrdiff_t h1 = first_h1(page);
  columns.add({"title_overlap"}, "words shared with the title, of all of both (Jaccard)",
              [=](std::size_t i) { return facts[i].title.jaccard; });
  columns.add({"title_coverage"}, "share of its words that the title has",
              [=](std::size_t i) { return facts[i].title.covered; });
  columns.add({"description_coverage"}, "share of its words that the description has; -1: no description",
              [=](std::size_t i) { return facts[i].description; });
  columns.add({"from_title"}, "blocks after the title; -999: no title",
              [=](std::size_t i) { return distance_from(place, i); });
  columns.add({"from_h1"}, "blocks after the first h1; -999: none",
              [=](std::size_t i) { return distance_from(h1, i); });
}

}  // namespace pith::measure

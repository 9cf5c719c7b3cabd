// What stands around a block in document order.

#include <algorithm>

#include "scoring/html_measures.hpp"

namespace pith::scoring {
namespace {

/// Names of the offsets -3 .. 3.
constexpr std::string_view before_names[] = {"", "before1", "before2", "before3"};
constexpr std::string_view after_names[] = {"", "after1", "after2", "after3"};

/// Levels from block i up to its common container with block j.
int levels_up(const HtmlPage& page, std::size_t i, std::size_t j) {
  const auto& containers = page.containers();
  auto a = static_cast<std::int32_t>(page.block(i).container);
  const std::uint32_t other = page.block(j).container;
  int levels = 0;
  const auto holds = [&](std::int32_t c) {
    const auto at = static_cast<std::uint32_t>(c);
    return at <= other && other < containers[at].subtree_end;
  };
  for (; a >= 0 && !holds(a); ++levels) a = containers[static_cast<std::size_t>(a)].parent;
  return levels;
}

void add_neighbour(const HtmlPage& page, Columns& columns, std::string_view name, std::ptrdiff_t offset) {
  // Value of the neighbour's property, -1 where the page ends.
  const auto of_neighbour = [&](std::size_t i, auto value) -> float {
    const std::ptrdiff_t j = static_cast<std::ptrdiff_t>(i) + offset;
    if (j < 0 || j >= static_cast<std::ptrdiff_t>(page.size())) return -1.0F;
    return static_cast<float>(value(static_cast<std::size_t>(j)));
  };
  columns.add({name, "_words"}, "words of that neighbour; -1: none",
              [&](std::size_t i) { return of_neighbour(i, [&](std::size_t j) { return page.s.weighted[j]; }); });
  columns.add({name, "_link_density"}, "its link density; -1: none", [&](std::size_t i) {
    return of_neighbour(i, [&](std::size_t j) { return page.block(j).link_density(); });
  });
  columns.add({name, "_sentences"}, "its sentence ends; -1: none", [&](std::size_t i) {
    return of_neighbour(i, [&](std::size_t j) { return page.s.shapes[j].sentences; });
  });
  columns.add({name, "_heading"}, "is a heading, 0 or 1; -1: none", [&](std::size_t i) {
    return of_neighbour(i, [&](std::size_t j) { return page.block(j).kind == BlockKind::heading; });
  });
  columns.add({name, "_same_element"}, "stands in the same kind of element, 0 or 1; -1: none", [&](std::size_t i) {
    return of_neighbour(i, [&](std::size_t j) { return page.container_of(i).tag == page.container_of(j).tag; });
  });
  if (offset != 1 && offset != -1) return;
  columns.add({name, "_up"}, "levels up to the common container with it; -1: none",
              [&](std::size_t i) { return of_neighbour(i, [&](std::size_t j) { return levels_up(page, i, j); }); });
}

void add_window(const HtmlPage& page, Columns& columns, std::string_view name, std::size_t reach) {
  const auto window = [&](std::size_t i) {
    return page.s.totals(i > reach ? i - reach : 0, std::min(page.size(), i + reach + 1));
  };
  const std::span<Totals> totals = page.temporary.array<Totals>(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) totals[i] = window(i);
  columns.add({name, "_words"}, "words of the blocks around", [&](std::size_t i) { return totals[i].weighted; });
  columns.add({name, "_link_density"}, "share of their letters in links",
              [&](std::size_t i) { return totals[i].linked / std::max(1.0, totals[i].letters); });
  columns.add({name, "_good"}, "good words of their words",
              [&](std::size_t i) { return totals[i].good / std::max(1.0, totals[i].weighted); });
}

/// The nearest heading above.
void add_headings(const HtmlPage& page, Columns& columns) {
  const std::span<std::ptrdiff_t> above = page.temporary.array<std::ptrdiff_t>(page.size(), -1);
  std::ptrdiff_t last = -1;
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.block(i).kind == BlockKind::heading) last = static_cast<std::ptrdiff_t>(i);
    above[i] = last;
  }
  const auto& s = page.s;
  columns.add({"heading_blocks"}, "blocks since the last heading; -1: none",
              [&](std::size_t i) { return above[i] < 0 ? -1 : static_cast<std::ptrdiff_t>(i) - above[i]; });
  columns.add({"heading_above"}, "level of the last heading; 0: none",
              [&](std::size_t i) { return above[i] < 0 ? 0 : page.block(static_cast<std::size_t>(above[i])).level; });
  columns.add({"heading_good"}, "good words since the last heading; -1: none", [&](std::size_t i) {
    return above[i] < 0 ? -1.0 : s.sums.good[i] - s.sums.good[static_cast<std::size_t>(above[i])];
  });
}

}  // namespace

void add_neighbour_columns(const HtmlPage& page, Columns& columns) {
  for (int k = 1; k <= 3; ++k) add_neighbour(page, columns, before_names[k], -k);
  for (int k = 1; k <= 3; ++k) add_neighbour(page, columns, after_names[k], k);
  add_window(page, columns, "around3", 3);
  add_window(page, columns, "around8", 8);
  add_window(page, columns, "around20", 20);
  add_headings(page, columns);
}

}  // namespace pith::scoring

// What stands around a block in document order.

#include <algorithm>

#include "measure/html/page.hpp"

namespace pith::measure {
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

/// What is told of every neighbour, one after the other in memory.
struct Properties {
  std::span<float> sentences;
  std::span<std::uint8_t> heading;
  std::span<page::Tag> element;
};

Properties properties_of(const HtmlPage& page) {
  const Properties all = {page.temporary.room<float>(page.size()), page.temporary.room<std::uint8_t>(page.size()),
                          page.temporary.room<page::Tag>(page.size())};
  for (std::size_t i = 0; i < page.size(); ++i) {
    all.sentences[i] = page.prepared.shapes[i].sentences;
    all.heading[i] = page.block(i).kind == BlockKind::heading;
    all.element[i] = page.container_of(i).tag;
  }
  return all;
}

void add_neighbour(const HtmlPage& page, const Properties& all, Columns& columns, std::string_view name,
                   std::ptrdiff_t offset) {
  // Value of the neighbour's property, -1 where the page ends. What is before the first block wraps round to after the
  // last.
  const auto of_neighbour = [=](std::size_t i, auto value) -> float {
    const std::size_t j = i + static_cast<std::size_t>(offset);
    return j < page.size() ? static_cast<float>(value(j)) : -1.0F;
  };
  columns.add({name, "_words"}, "words of that neighbour; -1: none",
              [=](std::size_t i) { return of_neighbour(i, [=](std::size_t j) { return page.prepared.weighted[j]; }); });
  columns.add({name, "_link_density"}, "its link density; -1: none", [=](std::size_t i) {
    return of_neighbour(i, [=](std::size_t j) { return page.prepared.link_density[j]; });
  });
  if (offset != 3) {
    columns.add({name, "_sentences"}, "its sentence ends; -1: none",
                [=](std::size_t i) { return of_neighbour(i, [=](std::size_t j) { return all.sentences[j]; }); });
  }
  if (offset != 2 && offset != -2) {
    columns.add({name, "_heading"}, "is a heading, 0 or 1; -1: none",
                [=](std::size_t i) { return of_neighbour(i, [=](std::size_t j) { return all.heading[j]; }); });
  }
  columns.add({name, "_same_element"}, "stands in the same kind of element, 0 or 1; -1: none", [=](std::size_t i) {
    return of_neighbour(i, [=](std::size_t j) { return all.element[i] == all.element[j]; });
  });
  if (offset != 1 && offset != -1) return;
  columns.add({name, "_up"}, "levels up to the common container with it; -1: none",
              [=](std::size_t i) { return of_neighbour(i, [=](std::size_t j) { return levels_up(page, i, j); }); });
}

void add_window(const HtmlPage& page, Columns& columns, std::string_view name, std::size_t reach) {
  const auto sum = [=](std::span<double> Sums::*of, std::size_t i) {
    const std::span<const double> sums = page.prepared.sums.*of;
    return sums[std::min(page.size(), i + reach + 1)] - sums[i > reach ? i - reach : 0];
  };
  columns.add({name, "_words"}, "words of the blocks around", [=](std::size_t i) { return sum(&Sums::weighted, i); });
  columns.add({name, "_link_density"}, "share of their letters in links",
              [=](std::size_t i) { return sum(&Sums::linked, i) / std::max(1.0, sum(&Sums::letters, i)); });
  columns.add({name, "_good"}, "good words of their words",
              [=](std::size_t i) { return sum(&Sums::good, i) / std::max(1.0, sum(&Sums::weighted, i)); });
}

/// The nearest heading above.
void add_headings(const HtmlPage& page, Columns& columns) {
  const std::span<const std::ptrdiff_t> above =
      last_blocks(page, [&](std::size_t i) { return page.block(i).kind == BlockKind::heading; });
  columns.add({"heading_blocks"}, "blocks since the last heading; -1: none",
              [=](std::size_t i) { return above[i] < 0 ? -1 : static_cast<std::ptrdiff_t>(i) - above[i]; });
  columns.add({"heading_above"}, "level of the last heading; 0: none",
              [=](std::size_t i) { return above[i] < 0 ? 0 : page.block(static_cast<std::size_t>(above[i])).level; });
  columns.add({"heading_good"}, "good words since the last heading; -1: none",
              [=](std::size_t i) { return page.good_since(above[i], i); });
}

}  // namespace

void add_neighbour_columns(const HtmlPage& page, Columns& columns) {
  const Properties all = properties_of(page);
  for (int k = 1; k <= 3; ++k) add_neighbour(page, all, columns, before_names[k], -k);
  for (int k = 1; k <= 3; ++k) add_neighbour(page, all, columns, after_names[k], k);
  add_window(page, columns, "around3", 3);
  add_window(page, columns, "around8", 8);
  add_window(page, columns, "around20", 20);
  add_headings(page, columns);
}

}  // namespace pith::measure

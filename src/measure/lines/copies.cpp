// Lines that stand on the page more than once, as a whole or by their first words.

#include <algorithm>

#include "measure/lines/page.hpp"

namespace pith::measure {
namespace {

constexpr MemberColumn<LineCopies> copy_members[] = {
    {"copies", "lines of the page with the same words, this one included", &LineCopies::copies},
    {"first_copy", "1: no line above has the same words", &LineCopies::first_copy},
    {"last_copy_distance", "lines since the last copy, at most 300; 999: none above", &LineCopies::last_copy_distance},
    {"prefix_copies", "lines that begin with the same 8 words; 0: shorter than 5 words", &LineCopies::prefix_copies},
    {"next_prefix", "a line below begins alike: 1 the next, 2 the one after it, 0 neither", &LineCopies::next_prefix},
    {"previous_prefix", "a line above begins alike: 1 the last, 2 the one before it, 0 neither",
     &LineCopies::previous_prefix},
};

constexpr std::size_t prefix_words = 8;
constexpr std::size_t shortest_prefix_line = 5;
constexpr std::size_t shortest_shared_prefix = 3;

std::span<const text::Word> prefix_of(std::span<const text::Word> words) {
  return words.first(std::min(words.size(), prefix_words));
}

bool begin_alike(std::span<const text::Word> a, std::span<const text::Word> b) {
  const std::size_t shared = std::min({a.size(), b.size(), prefix_words});
  const auto same = [](const text::Word& x, const text::Word& y) { return x.hash == y.hash; };
  return shared >= shortest_shared_prefix &&
         std::equal(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shared), b.begin(), same);
}

/// What is known of equal lines.
struct Repeated {
  std::uint32_t count = 0;
  std::uint32_t last = no_line;
};

void count_copies(const LinePage& page) {
  constexpr std::size_t farthest = 300;
  const std::span<std::uint32_t> numbers = page.temporary.room<std::uint32_t>(page.size());
  const std::span<Repeated> repeated = page.temporary.array<Repeated>(page.size());
  std::vector<LineCopies>& copies = page.prepared.copies;
  page.temporary.keys.reset(2 * page.size());
  for (std::size_t i = 0; i < page.size(); ++i) {
    numbers[i] = page.temporary.keys.add(hash_words(page.words(i)));
    Repeated& same = repeated[numbers[i]];
    copies[i].first_copy = same.count == 0 ? 1.0F : 0.0F;
    copies[i].last_copy_distance = same.count == 0 ? 999.0F : static_cast<float>(std::min(farthest, i - same.last));
    ++same.count;
    same.last = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = 0; i < page.size(); ++i) copies[i].copies = static_cast<float>(repeated[numbers[i]].count);
}

void count_prefixes(const LinePage& page) {
  const std::span<std::uint32_t> numbers = page.temporary.array<std::uint32_t>(page.size(), no_line);
  const std::span<std::uint32_t> counts = page.temporary.array<std::uint32_t>(page.size());
  page.temporary.keys.reset(2 * page.size());
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (page.words(i).size() < shortest_prefix_line) continue;
    numbers[i] = page.temporary.keys.add(hash_words(prefix_of(page.words(i))));
    ++counts[numbers[i]];
  }
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (numbers[i] != no_line) page.prepared.copies[i].prefix_copies = static_cast<float>(counts[numbers[i]]);
  }
}

/// Title and abstract, or title, address and abstract, begin alike.
void compare_neighbours(const LinePage& page) {
  for (std::size_t i = 0; i + 1 < page.size(); ++i) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}}) {
      if (i + step >= page.size() || !begin_alike(page.words(i), page.other_words(i + step))) continue;
      page.prepared.copies[i].next_prefix = static_cast<float>(step);
      page.prepared.copies[i + step].previous_prefix = static_cast<float>(step);
      break;
    }
  }
}

}  // namespace

void find_copies(const LinePage& page) {
  constexpr float shortest_copy = 3;  // words; "|" and "12" repeat everywhere
  page.prepared.copies.assign(page.size(), LineCopies{});
  count_copies(page);
  count_prefixes(page);
  compare_neighbours(page);
  for (std::size_t i = 0; i < page.size(); ++i) {
    LineCopies& copies = page.prepared.copies[i];
    copies.is_copied = copies.copies > 1 && page.shape(i).words >= shortest_copy;
  }
}

void add_copy_columns(const LinePage& page, Columns& columns) {
  const std::span<const LineCopies> copies = page.prepared.copies;
  columns.add_members("", copy_members, [=](std::size_t i) -> const LineCopies& { return copies[i]; });
}

}  // namespace pith::measure

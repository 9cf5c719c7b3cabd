// What the phrase packs say of a block and of the lines around it.

#include <algorithm>
#include <bit>

#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

/// Categories whose last and next line matter for what stands between.
constexpr std::array landmark_categories = {Category::related,   Category::hot_topics,  Category::comments,
                                            Category::share,     Category::copyright,   Category::disclaimer,
                                            Category::app_promo, Category::source_line, Category::credit_line,
                                            Category::end_mark,  Category::login_wall};

/// Of these the good words since the last line taught the model nothing.
constexpr rules::CategorySet untold_good = {Category::disclaimer, Category::app_promo, Category::end_mark};

void add_own(const HtmlPage& page, Columns& columns) {
  const auto match = [=](std::size_t i, Category category) -> const rules::PhraseMatch& {
    return page.in.matches.lines[i][static_cast<std::size_t>(category)];
  };
  for (const Category category : {Category::related, Category::newsletter}) {
    columns.add({"phrase_", name_of(category)}, "line 4, prefix 3, suffix 2, inside 1, none 0",
                [=](std::size_t i) { return static_cast<int>(match(i, category).match); });
  }
  columns.add({"phrase_cover"}, "largest share of the line that a phrase covers, 0 to 1", [=](std::size_t i) {
    float share = 0;
    const rules::FoundMatches matches = page.in.matches.lines[i];
    for (std::uint32_t found = matches.found; found != 0; found &= found - 1) {
      share = std::max(share, matches[static_cast<std::size_t>(std::countr_zero(found))].share);
    }
    return share;
  });
}

/// Distance to lines of one category: in blocks since, in good words since, in blocks until.
void add_landmarks(const HtmlPage& page, Columns& columns, Category category) {
  const Absent absent{!page.prepared.named_lines.has(category), -1.0F};
  const std::size_t n = absent.is_absent ? 0 : page.size();
  const std::span<float> since = page.temporary.room<float>(n);
  const std::span<float> until = page.temporary.room<float>(n);
  std::ptrdiff_t last = -1;
  for (std::size_t i = 0; i < n; ++i) {
    if (page.prepared.phrase[i] == category) last = static_cast<std::ptrdiff_t>(i);
    since[i] = last < 0 ? -1.0F : static_cast<float>(static_cast<std::ptrdiff_t>(i) - last);
  }
  std::ptrdiff_t next = -1;
  for (std::size_t i = n; i-- > 0;) {
    if (page.prepared.phrase[i] == category) next = static_cast<std::ptrdiff_t>(i);
    until[i] = next < 0 ? -1.0F : static_cast<float>(next - static_cast<std::ptrdiff_t>(i));
  }
  columns.add_rare(absent, {"since_", name_of(category)}, "blocks since the last such line; -1: none",
                   [=](std::size_t i) { return since[i]; });
  if (!untold_good.has(category)) {
    columns.add_rare(absent, {"good_since_", name_of(category)}, "good words since it; -1: none",
                     [since, good = std::span<const double>(page.prepared.sums.good)](std::size_t i) {
                       return since[i] < 0 ? -1.0 : good[i] - good[i - static_cast<std::size_t>(since[i])];
                     });
  }
  columns.add_rare(absent, {"until_", name_of(category)}, "blocks until the next such line; -1: none",
                   [=](std::size_t i) { return until[i]; });
}

/// Blocks in the nearest wider container of a line that announces related or promoted pages.
void add_announced_sections(const HtmlPage& page, Columns& columns) {
  const std::span<float> level = page.temporary.array<float>(page.size(), 0);
  const std::span<float> share = page.temporary.array<float>(page.size(), -1);
  // From the line at hand to here all blocks are in a section already: thousands of lines may announce the same one.
  std::size_t filled = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    const Category category = page.prepared.phrase[i];
    if (category != Category::related && category != Category::hot_topics && category != Category::advertisement)
      continue;
    for (std::size_t k = 1; k <= 2; ++k) {
      const blocks::Container& container = page.containers()[page.prepared.ancestors[k][i]];
      const auto good = static_cast<float>(page.prepared.totals(container).good);
      // A container with most of the text is the article's, not the announced section.
      if (good > 0.6F * page.prepared.all_good) break;
      for (std::size_t j = std::max(i, filled); j < container.end_block; ++j) {
        level[j] = static_cast<float>(k);
        share[j] = good / page.prepared.all_good;
      }
      filled = std::max<std::size_t>(filled, container.end_block);
    }
  }
  columns.add({"announced"}, "in the section of a related or promoted heading: 1 near, 2 wider, 0 not",
              [=](std::size_t i) { return level[i]; });
  columns.add({"announced_share"}, "that section's share of the page's good words; -1: in none",
              [=](std::size_t i) { return share[i]; });
}

/// The last line that could be a heading: a heading, or a short line that a phrase names.
void add_last_heading_like(const HtmlPage& page, Columns& columns) {
  const std::span<const std::ptrdiff_t> above = last_blocks(page, [&](std::size_t i) {
    const bool is_named = page.prepared.phrase[i] != Category::content && page.prepared.weighted[i] <= 10;
    return is_named || page.block(i).kind == BlockKind::heading;
  });
  columns.add({"last_heading_category"}, "phrase category of the last heading-like line; 0: none, -1: no such line",
              [=](std::size_t i) {
                return above[i] < 0 ? -1 : static_cast<int>(page.prepared.phrase[static_cast<std::size_t>(above[i])]);
              });
  columns.add({"last_heading_blocks"}, "blocks since it; -1: none",
              [=](std::size_t i) { return above[i] < 0 ? -1 : static_cast<std::ptrdiff_t>(i) - above[i]; });
  columns.add({"last_heading_good"}, "good words since it; -1: none",
              [=](std::size_t i) { return page.good_since(above[i], i); });
}

}  // namespace

void add_phrase_columns(const HtmlPage& page, Columns& columns) {
  add_own(page, columns);
  for (const Category category : landmark_categories) add_landmarks(page, columns, category);
  add_announced_sections(page, columns);
  add_last_heading_like(page, columns);
}

}  // namespace pith::measure

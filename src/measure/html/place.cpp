// Where a block stands: its element, what is above it, how far.

#include <algorithm>

#include "measure/html/page.hpp"

namespace pith::measure {
namespace {

/// Elements that a block can stand right in: one ordered column, and a flag for some of them.
constexpr std::array own_tags = {
    page::Tag::p,      page::Tag::li,         page::Tag::h1,      page::Tag::h2,      page::Tag::h3,
    page::Tag::h4,     page::Tag::h5,         page::Tag::h6,      page::Tag::div,     page::Tag::td,
    page::Tag::th,     page::Tag::dt,         page::Tag::dd,      page::Tag::pre,     page::Tag::blockquote,
    page::Tag::button, page::Tag::figcaption, page::Tag::summary, page::Tag::section, page::Tag::article,
    page::Tag::a,      page::Tag::span,       page::Tag::main,    page::Tag::label,   page::Tag::header,
    page::Tag::footer, page::Tag::nav,        page::Tag::form,    page::Tag::body};

/// For the others the numbered column is enough.
constexpr page::Tag flagged_tags[] = {page::Tag::p,   page::Tag::li,        page::Tag::h1, page::Tag::h2,
                                      page::Tag::h3,  page::Tag::div,       page::Tag::td, page::Tag::dd,
                                      page::Tag::pre, page::Tag::figcaption};

constexpr std::array<std::uint8_t, 256> own_places = places_in(own_tags);

void add_own_element(const HtmlPage& page, Columns& columns) {
  const auto tag = [=](std::size_t i) { return page.container_of(i).tag; };
  columns.add({"depth"}, "containers above", [=](std::size_t i) { return page.container_of(i).depth; });
  columns.add({"element"}, "number of the element it stands in",
              [=](std::size_t i) { return own_places[static_cast<std::size_t>(tag(i))]; });
  for (std::size_t t = 0; t < own_tags.size(); ++t) {
    if (std::find(std::begin(flagged_tags), std::end(flagged_tags), own_tags[t]) == std::end(flagged_tags)) continue;
    columns.add({"in_", page::name_of(own_tags[t])}, "stands right in it, 0 or 1",
                [=](std::size_t i) { return tag(i) == own_tags[t]; });
  }
  columns.add({"heading_level"}, "1 to 6, 0: no heading", [=](std::size_t i) { return page::heading_level(tag(i)); });
  columns.add({"list_item"}, "first block of a list item, 0 or 1",
              [=](std::size_t i) { return page.block(i).starts_item; });
  columns.add({"in_link"}, "its container stands in a link, 0 or 1",
              [=](std::size_t i) { return page.container_of(i).in_link; });
}

/// Groups that say what a thing is called when it is dropped, but taught the model nothing.
constexpr std::string_view unused_groups[] = {"crumb", "search", "hot",       "sharing",
                                              "scan",  "reward", "complaint", "like"};

void add_distances(const HtmlPage& page, Columns& columns) {
  const auto near = [=](std::size_t i) -> const Distances& { return page.prepared.distances[page.block(i).container]; };
  for (std::size_t t = 0; t < ancestor_tags.size(); ++t) {
    columns.add_rare({(page.prepared.tags_seen >> t & 1U) == 0, far_away}, {"to_", page::name_of(ancestor_tags[t])},
                     "levels up to the nearest, 0: itself, 30: none", [=](std::size_t i) { return near(i).tags[t]; });
  }
  const auto groups = rules::attribute_group_names;
  for (std::size_t g = 0; g < group_count; ++g) {
    if (std::find(std::begin(unused_groups), std::end(unused_groups), groups[g]) != std::end(unused_groups)) continue;
    columns.add_rare({(page.prepared.groups_seen >> g & 1U) == 0, far_away}, {"class_", groups[g]},
                     "levels up to the nearest class, id or role of the group; 30: none",
                     [=](std::size_t i) { return near(i).groups[g]; });
  }
  for (std::size_t r = 0; r < ancestor_roles.size(); ++r) {
    columns.add_rare({(page.prepared.roles_seen >> r & 1U) == 0, far_away}, {"role_", ancestor_roles[r]},
                     "levels up to the nearest of that ARIA role; 30: none",
                     [=](std::size_t i) { return near(i).roles[r]; });
  }
  columns.add({"lists_above"}, "lists around it", [=](std::size_t i) { return near(i).lists; });
  columns.add({"tables_above"}, "tables around it", [=](std::size_t i) { return near(i).tables; });
  columns.add({"sections_above"}, "sections around it", [=](std::size_t i) { return near(i).sections; });
  columns.add({"divs_above"}, "divs around it", [=](std::size_t i) { return near(i).divs; });
}

void add_hidden(const HtmlPage& page, Columns& columns) {
  columns.add({"hidden_by_style"}, "not displayed, 0 or 1",
              [=](std::size_t i) { return (page.block(i).hidden & blocks::hidden_by_style) != 0; });
  columns.add({"hidden_by_aria"}, "aria-hidden, 0 or 1",
              [=](std::size_t i) { return (page.block(i).hidden & blocks::hidden_by_aria) != 0; });
  columns.add({"screen_reader"}, "for screen readers only, 0 or 1",
              [=](std::size_t i) { return (page.block(i).hidden & blocks::screen_reader) != 0; });
}

void add_position(const HtmlPage& page, Columns& columns) {
  const auto n = static_cast<float>(std::max<std::size_t>(page.size(), 1));
  columns.add({"position"}, "place among the blocks, 0 to 1", [=](std::size_t i) { return static_cast<float>(i) / n; });
  columns.add({"word_position"}, "share of the page's words before it",
              [=](std::size_t i) { return static_cast<float>(page.prepared.sums.words[i]) / page.prepared.all_words; });
  columns.add({"good_position"}, "share of the page's good words before it",
              [=](std::size_t i) { return static_cast<float>(page.prepared.sums.good[i]) / page.prepared.all_good; });
  columns.add({"blocks_before"}, "blocks before it", [=](std::size_t i) { return i; });
  columns.add({"blocks_after"}, "blocks after it", [=](std::size_t i) { return page.size() - 1 - i; });
  columns.add_uniform({"page_cjk_share"}, "share of the page's words that are CJK characters", page.prepared.cjk_share);
}

}  // namespace

void add_place_columns(const HtmlPage& page, Columns& columns) {
  add_own_element(page, columns);
  add_distances(page, columns);
  add_hidden(page, columns);
  add_position(page, columns);
}

}  // namespace pith::measure

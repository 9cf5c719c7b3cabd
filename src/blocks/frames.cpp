#include "blocks/frames.hpp"

#include <algorithm>
#include <string_view>

#include "blocks/captions.hpp"
#include "blocks/marks.hpp"
#include "blocks/tasks.hpp"

namespace pith::blocks {
namespace {

using page::AttributeName;
using page::Page;
using page::Tag;

/// Small decimal numbers only: `start="3"`.
std::uint32_t number_or(std::string_view digits, std::uint32_t otherwise) {
  if (digits.empty() || digits.size() > 6) return otherwise;
  std::uint32_t number = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return otherwise;
    number = number * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return number;
}

Frame frame_of(FrameKind kind, std::uint32_t id) {
  Frame frame;
  frame.kind = kind;
  frame.id = id;
  return frame;
}

/// What ends the search for the list around.
constexpr bool is_frame(Tag tag) {
  return tag == Tag::li || tag == Tag::blockquote || tag == Tag::dl || tag == Tag::details || tag == Tag::td ||
         tag == Tag::th;
}

constexpr std::int32_t not_looked_for = -2;
constexpr std::int32_t no_item = -1;

}  // namespace

FrameFinder::FrameFinder(const Page& page, const BlockList& blocks, std::span<const Note> notes)
    : page_(page),
      blocks_(blocks),
      notes_(notes),
      looks_(blocks.containers.size(), Look::not_yet),
      numbers_(blocks.containers.size(), 0) {}

/// As is_captioned_box(), looked at once.
inline bool FrameFinder::is_box(std::uint32_t container) {
  const Tag tag = blocks_.containers[container].tag;
  if (tag == Tag::table) return !is_data(container) && is_captioned_box(page_, blocks_, container);
  if (tag != Tag::div && tag != Tag::p && tag != Tag::figure) return false;
  Look& look = looks_[container];
  if (look == Look::not_yet) look = is_captioned_box(page_, blocks_, container) ? Look::yes : Look::no;
  return look == Look::yes;
}

std::vector<Frame> FrameFinder::around(std::uint32_t container) {
  std::vector<Frame> frames;
  for (std::int32_t c = frame_from(static_cast<std::int32_t>(container)); c >= 0;) {
    c = frame_from(next_above(static_cast<std::uint32_t>(c), frames));
  }
  std::reverse(frames.begin(), frames.end());
  if (frames.size() <= most_frames) return frames;
  frames.resize(most_frames);
  // Nothing stands right in these but items and cells.
  const bool is_cut = frames.back().kind == FrameKind::list || frames.back().kind == FrameKind::table;
  if (is_cut) frames.pop_back();
  return frames;
}

/// The container, or the nearest one above, that may be a frame; negative: none. Each is looked at once: the blocks of
/// a page stand in the same boxes.
std::int32_t FrameFinder::frame_from(std::int32_t container) {
  if (frame_from_.empty()) frame_from_.resize(blocks_.containers.size(), not_looked_for);
  const auto place = [](std::int32_t c) { return static_cast<std::size_t>(c); };
  std::int32_t found = container;
  while (found >= 0 && frame_from_[place(found)] == not_looked_for &&
         !may_be_frame(static_cast<std::uint32_t>(found))) {
    found = blocks_.containers[place(found)].parent;
  }
  if (found >= 0 && frame_from_[place(found)] != not_looked_for) found = frame_from_[place(found)];
  for (std::int32_t c = container; c >= 0 && frame_from_[place(c)] == not_looked_for;
       c = blocks_.containers[place(c)].parent) {
    frame_from_[place(c)] = found;
    if (c == found) break;
  }
  return found;
}

/// Whether the innermost frame, a figure, holds all text of the box: then the box is no second one.
bool FrameFinder::is_figure_again(std::uint32_t box, const std::vector<Frame>& frames) const {
  if (frames.empty() || frames.back().kind != FrameKind::figure || frames.back().id >= blocks_.containers.size())
    return false;
  const Container& inner = blocks_.containers[frames.back().id];
  const Container& outer = blocks_.containers[box];
  return inner.first_block == outer.first_block && inner.end_block == outer.end_block;
}

/// Adds what the container is; returns where to go on.
std::int32_t FrameFinder::next_above(std::uint32_t c, std::vector<Frame>& frames) {
  const Container& here = blocks_.containers[c];
  if (note_at(c) != nullptr) {
    frames.push_back(frame_of(FrameKind::note, c));
    // A list of notes is no list to its reader.
    const bool is_listed =
        here.tag == Tag::li && here.parent >= 0 && is_list(tag_of(static_cast<std::uint32_t>(here.parent)));
    return is_listed ? blocks_.containers[static_cast<std::size_t>(here.parent)].parent : here.parent;
  }
  // A caption of several blocks stands before its table: HTML has nothing but text in it.
  if (here.tag == Tag::caption && here.end_block - here.first_block > 1) {
    const std::int32_t table = table_around(static_cast<std::int32_t>(c));
    return table < 0 ? here.parent : blocks_.containers[static_cast<std::size_t>(table)].parent;
  }
  if (here.tag == Tag::blockquote) frames.push_back(frame_of(FrameKind::quote, c));
  if (here.tag == Tag::dl) frames.push_back(frame_of(FrameKind::definitions, c));
  if (is_figure(blocks_, c) || (is_box(c) && !is_figure_again(c, frames)))
    frames.push_back(frame_of(FrameKind::figure, c));
  // A figure of the caption alone. Its id is no container's: those of lists without one begin at their number.
  if (is_lone_caption(c))
    frames.push_back(frame_of(FrameKind::figure, 2 * static_cast<std::uint32_t>(blocks_.containers.size()) + c));
  if (here.tag == Tag::details) frames.push_back(frame_of(FrameKind::details, c));
  const Tag tag = tag_of(c);
  if (tag == Tag::li) add_item(c, frames);
  if (is_list(tag)) add_list(c, frames);
  if (here.tag == Tag::td || here.tag == Tag::th) add_cell(c, frames);
  // What stands in a caption, a list say, is none of the table's: only cells and the caption's own text are.
  const bool is_of_table = frames.empty() || frames.back().kind == FrameKind::cell;
  if (here.tag == Tag::table && is_of_table && is_data(c)) frames.push_back(frame_of(FrameKind::table, c));
  return here.parent;
}

std::vector<Frame> FrameFinder::around(const Inset& inset) {
  std::uint32_t container = inset.container;
  const bool has_block = inset.kind == BlockKind::image && inset.block < blocks_.blocks.size();
  auto below = static_cast<std::int32_t>(has_block ? blocks_.blocks[inset.block].container : 0);
  for (int up = 0; up < furthest_figure && below > 0;
       ++up, below = blocks_.containers[static_cast<std::size_t>(below)].parent) {
    const Container& caption = blocks_.containers[static_cast<std::size_t>(below)];
    const bool is_right_below = caption.tag == Tag::figcaption && caption.first_block == inset.block &&
                                caption.parent == static_cast<std::int32_t>(inset.container) &&
                                caption.node > inset.node;
    if (is_right_below && is_lone_caption(static_cast<std::uint32_t>(below)))
      container = static_cast<std::uint32_t>(below);
  }
  return around(container);
}

bool FrameFinder::is_caption_of_box(std::uint32_t container) {
  auto c = static_cast<std::int32_t>(container);
  for (int up = 0; up < furthest_figure && c > 0; ++up, c = blocks_.containers[static_cast<std::size_t>(c)].parent) {
    if (is_box(static_cast<std::uint32_t>(c))) return true;
  }
  return false;
}

/// A <figcaption> that no figure is around.
bool FrameFinder::is_lone_caption(std::uint32_t container) const {
  const Container& here = blocks_.containers[container];
  if (here.tag != Tag::figcaption || here.parent < 0 || stands_in_figure(blocks_, container)) return false;
  return !is_figure(blocks_, static_cast<std::uint32_t>(here.parent));
}

/// The table that the container is or stands in; negative: none.
std::int32_t FrameFinder::table_around(std::int32_t c) const {
  while (c >= 0 && blocks_.containers[static_cast<std::size_t>(c)].tag != Tag::table)
    c = blocks_.containers[static_cast<std::size_t>(c)].parent;
  return c;
}

const Note* FrameFinder::note_at(std::uint32_t container) const {
  const auto found = std::lower_bound(notes_.begin(), notes_.end(), container,
                                      [](const Note& note, std::uint32_t c) { return note.container < c; });
  return found != notes_.end() && found->container == container ? &*found : nullptr;
}

const Note* FrameFinder::note_around(std::uint32_t container) const {
  if (notes_.empty()) return nullptr;
  for (auto c = static_cast<std::int32_t>(container); c >= 0;
       c = blocks_.containers[static_cast<std::size_t>(c)].parent) {
    if (const Note* const note = note_at(static_cast<std::uint32_t>(c))) return note;
  }
  return nullptr;
}

bool FrameFinder::is_data(std::uint32_t table) {
  Look& look = looks_[table];
  if (look == Look::not_yet) {
    const bool is_one = is_shown_table(page_, blocks_, table) && place_cells(page_, blocks_, table, cells_);
    look = is_one ? Look::yes : Look::no;
    if (!is_one) return false;
    if (cell_at_.empty()) cell_at_.resize(blocks_.containers.size(), 0);
    for (std::size_t k = cells_.size(); k > 0 && cell_at_[cells_[k - 1].container] == 0; --k) {
      cell_at_[cells_[k - 1].container] = static_cast<std::uint32_t>(k);
    }
  }
  return look == Look::yes;
}

void FrameFinder::add_cell(std::uint32_t cell, std::vector<Frame>& frames) {
  const std::int32_t table = table_around(blocks_.containers[cell].parent);
  if (table < 0 || !is_data(static_cast<std::uint32_t>(table))) return;
  if (cell_at_[cell] == 0) return;
  const CellPlace& place = cells_[cell_at_[cell] - 1];
  Frame frame = frame_of(FrameKind::cell, cell);
  frame.header = place.is_header;
  frame.row_span = place.row_span;
  frame.column_span = place.column_span;
  frame.row = place.row;
  frame.column = place.column;
  frames.push_back(frame);
}

/// What the container is to readers: a list or an item by its role too, or an item of a word processor's.
Tag FrameFinder::tag_of(std::uint32_t container) {
  const Container& here = blocks_.containers[container];
  if (here.tag == Tag::p) return is_word_item(page_, here) ? Tag::li : Tag::p;
  if (here.tag != Tag::div) return here.tag;
  if (told_tags_.empty()) told_tags_.resize(blocks_.containers.size(), Tag::none);
  Tag& told = told_tags_[container];
  if (told != Tag::none) return told;
  const std::string_view role = page_.attribute(here.node, AttributeName::role);
  told = role == "list" ? Tag::ul : role == "listitem" ? Tag::li : Tag::div;
  return told;
}

/// Whether it is a frame to its readers, whatever its tag.
bool FrameFinder::is_other_frame(std::uint32_t container) {
  return is_figure(blocks_, container) || is_box(container) || is_lone_caption(container) ||
         note_at(container) != nullptr;
}

/// Whether next_above() may add something for it.
bool FrameFinder::may_be_frame(std::uint32_t container) {
  const Tag tag = tag_of(container);
  return is_frame(tag) || is_list(tag) || tag == Tag::caption || tag == Tag::table || is_other_frame(container);
}

/// The list that it is an item of; itself when it stands in none, or in something else within one.
std::uint32_t FrameFinder::list_of(std::uint32_t item) {
  for (std::int32_t c = blocks_.containers[item].parent; c >= 0;) {
    const Container& above = blocks_.containers[static_cast<std::size_t>(c)];
    const Tag tag = tag_of(static_cast<std::uint32_t>(c));
    if (is_list(tag)) return static_cast<std::uint32_t>(c);
    if (is_frame(tag) || is_other_frame(static_cast<std::uint32_t>(c))) break;
    c = above.parent;
  }
  return item;
}

void FrameFinder::add_item(std::uint32_t item, std::vector<Frame>& frames) {
  const std::uint32_t list = list_of(item);
  if (list != item && is_bare_list(list)) return;
  Frame frame = frame_of(FrameKind::item, item);
  if (list != item) frame.number = number_of(item, list);
  frame.task = task_of(page_, blocks_, item);
  const bool is_placed =
      list == item ? blocks_.containers[item].tag == Tag::p : word_items_.is_levelled(page_, blocks_, item, list);
  if (is_placed) return add_word_item(frame, frames);
  frames.push_back(frame);
  if (list != item) return;
  // Items without a list, side by side, are one. Its id is no container's: the one around them may be a frame itself.
  const auto around = static_cast<std::uint32_t>(std::max(blocks_.containers[item].parent, 0));
  frames.push_back(frame_of(FrameKind::list, static_cast<std::uint32_t>(blocks_.containers.size()) + around));
}

/// With its list, and the items that the list stands in. The id of a list is no container's: a paragraph holds no item.
void FrameFinder::add_word_item(Frame frame, std::vector<Frame>& frames) {
  for (auto item = static_cast<std::int32_t>(frame.id); item >= 0;) {
    const WordItem& place = word_items_.at(page_, blocks_, static_cast<std::uint32_t>(item));
    frame.id = static_cast<std::uint32_t>(item);
    frame.number = place.number;
    frames.push_back(frame);
    frames.push_back(frame_of(FrameKind::list, static_cast<std::uint32_t>(blocks_.containers.size()) + place.first));
    frame = frame_of(FrameKind::item, 0);
    item = place.above;
  }
}

void FrameFinder::add_list(std::uint32_t list, std::vector<Frame>& frames) {
  // Text right in a list, outside of its items, is text.
  const bool has_item = !frames.empty() && frames.back().kind == FrameKind::item;
  if (is_bare_list(list) || !has_item) return;
  frames.push_back(frame_of(FrameKind::list, list));
  // A list right in a list belongs to the item above it.
  const std::int32_t outer = blocks_.containers[list].parent;
  if (outer < 0 || !is_list(tag_of(static_cast<std::uint32_t>(outer)))) return;
  const std::int32_t item = item_above(list, static_cast<std::uint32_t>(outer));
  if (item >= 0) add_item(static_cast<std::uint32_t>(item), frames);
}

/// The item of `outer` that stands before the list, which is right in it; negative: none.
std::int32_t FrameFinder::item_above(std::uint32_t list, std::uint32_t outer) {
  if (items_above_.empty()) items_above_.resize(blocks_.containers.size(), not_looked_for);
  if (items_above_[list] == not_looked_for) find_items_above(outer);
  return items_above_[list];
}

/// Of all lists right in `outer` at once: there may be as many as blocks.
void FrameFinder::find_items_above(std::uint32_t outer) {
  std::int32_t item = no_item;
  for (std::uint32_t c = outer + 1; c < blocks_.containers[outer].subtree_end; c = blocks_.containers[c].subtree_end) {
    if (tag_of(c) == Tag::li) item = static_cast<std::int32_t>(c);
    items_above_[c] = item;
  }
}

/// Whether all text of the list stands in lists within it.
bool FrameFinder::is_bare_list(std::uint32_t list) {
  Look& look = looks_[list];
  if (look != Look::not_yet) return look == Look::yes;
  const Container& here = blocks_.containers[list];
  std::uint32_t next = here.first_block;  // the next block that no inner list has been found for
  for (std::uint32_t c = list + 1; c < here.subtree_end;) {
    const Container& inner = blocks_.containers[c];
    if (!is_list(tag_of(c))) {
      ++c;
      continue;
    }
    if (inner.first_block != next) break;
    next = inner.end_block;
    c = inner.subtree_end;
  }
  look = next == here.end_block && here.first_block < here.end_block ? Look::yes : Look::no;
  return look == Look::yes;
}

std::uint32_t FrameFinder::number_of(std::uint32_t item, std::uint32_t list) {
  if (blocks_.containers[list].tag != Tag::ol || is_told_bullet(page_, blocks_.containers[item].node)) return 0;
  if (numbers_[list] == 0) number_items(list);
  return numbers_[item];
}

void FrameFinder::number_items(std::uint32_t list) {
  const Container& here = blocks_.containers[list];
  std::vector<std::uint32_t> items;
  for (std::uint32_t c = list + 1; c < here.subtree_end;) {
    const Container& inner = blocks_.containers[c];
    if (tag_of(c) == Tag::li && list_of(c) == list) items.push_back(c);
    c = is_list(tag_of(c)) ? inner.subtree_end : c + 1;
  }
  const bool is_reversed = page_.has_attribute(here.node, AttributeName::reversed);
  const auto first = is_reversed ? static_cast<std::uint32_t>(items.size()) : 1U;
  std::uint32_t next = number_or(page_.attribute(here.node, AttributeName::start), first);
  for (const std::uint32_t item : items) {
    // No list counts from 0: without a number an item would be one of another kind of list.
    const std::uint32_t number = number_or(page_.attribute(blocks_.containers[item].node, AttributeName::value), next);
    numbers_[item] = std::max(number, 1U);
    next = is_reversed ? numbers_[item] - 1 : numbers_[item] + 1;
  }
  numbers_[list] = 1;
}

}  // namespace pith::blocks

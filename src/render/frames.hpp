/// Frames: what opens and closes between one block and the next. Private to render.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

namespace pith::render {

inline bool is_same(const Frame& a, const Frame& b) noexcept {
  return a.kind == b.kind && a.id == b.id;
}

/// How many of the outermost frames two blocks share.
[[nodiscard]] inline std::size_t shared_frames(const Block& above, const Block& below) noexcept {
  const std::size_t most = std::min(above.frames.size(), below.frames.size());
  std::size_t shared = 0;
  while (shared < most && is_same(above.frames[shared], below.frames[shared])) ++shared;
  return shared;
}

/// Whether the block stands in that frame, which would be at that depth.
[[nodiscard]] inline bool is_within(const Block& block, const Frame& frame, std::size_t depth) noexcept {
  return depth < block.frames.size() && is_same(block.frames[depth], frame);
}

/// Whether what it stands right in is of that kind.
[[nodiscard]] inline bool stands_right_in(const Block& block, FrameKind kind) noexcept {
  return !block.frames.empty() && block.frames.back().kind == kind;
}

/// Depth of the innermost frame of that kind; the number of frames when there is none.
[[nodiscard]] inline std::size_t innermost(const Block& block, FrameKind kind) noexcept {
  for (std::size_t depth = block.frames.size(); depth > 0; --depth) {
    if (block.frames[depth - 1].kind == kind) return depth - 1;
  }
  return block.frames.size();
}

/// Depth of the outermost table that the block stands in a cell of; the number of frames when there is none.
[[nodiscard]] inline std::size_t table_depth(const Block& block) noexcept {
  for (std::size_t k = 0; k + 1 < block.frames.size(); ++k) {
    if (block.frames[k].kind == FrameKind::table && block.frames[k + 1].kind == FrameKind::cell) return k;
  }
  return block.frames.size();
}

/// Whether it stands in a cell of that table, whose frame would be at that depth.
[[nodiscard]] inline bool stands_in_cell_of(const Block& block, const Frame& table, std::size_t depth) noexcept {
  return is_within(block, table, depth) && depth + 1 < block.frames.size() &&
         block.frames[depth + 1].kind == FrameKind::cell;
}

/// Whether it is what a details shows when it is closed.
[[nodiscard]] inline bool is_summary(const Block& block) noexcept {
  return block.kind == BlockKind::caption && stands_right_in(block, FrameKind::details);
}

/// What stands before the text of an item that is something to do.
[[nodiscard]] inline std::string_view task_mark(Task task) noexcept {
  if (task == Task::none) return {};
  return task == Task::done ? "[x] " : "[ ] ";
}

/// One past the last of the captions that stand side by side right in a figure, from the first on: its text and its
/// credit are two blocks on many pages. The next block where `first` is no such caption.
[[nodiscard]] inline std::size_t captions_end(std::span<const Block> blocks, std::size_t first) noexcept {
  const auto is_caption = [&](const Block& block) {
    return block.kind == BlockKind::caption && stands_right_in(block, FrameKind::figure);
  };
  std::size_t end = first + 1;
  if (!is_caption(blocks[first])) return end;
  const std::size_t depth = blocks[first].frames.size() - 1;
  while (end < blocks.size() && is_caption(blocks[end]) && blocks[end].frames.size() == depth + 1 &&
         is_within(blocks[end], blocks[first].frames[depth], depth))
    ++end;
  return end;
}

/// Whether a note stands around the block, deeper than `depth`.
[[nodiscard]] inline bool stands_in_inner_note(const Block& block, std::size_t depth) noexcept {
  return std::any_of(block.frames.begin() + static_cast<std::ptrdiff_t>(depth) + 1, block.frames.end(),
                     [](const Frame& frame) { return frame.kind == FrameKind::note; });
}

/// What the references to a note call it. `first`: the first block in the note, whose frame stands at `depth`.
[[nodiscard]] inline std::string note_label(std::span<const Block> blocks, std::size_t first, std::size_t depth) {
  const Frame& note = blocks[first].frames[depth];
  for (std::size_t i = first; i < blocks.size() && is_within(blocks[i], note, depth); ++i) {
    const BlockKind kind = blocks[i].kind;
    const bool tells = kind != BlockKind::image && kind != BlockKind::embed && kind != BlockKind::code;
    if (tells && !blocks[i].detail.empty() && !stands_in_inner_note(blocks[i], depth)) return blocks[i].detail;
  }
  return std::to_string(note.id);
}

/// The text of the cell in a table of text that is filled cell by cell: a new row where the one before it has another
/// number. `last_row`: that number, kept by the caller.
[[nodiscard]] inline std::string& text_of_cell(std::vector<std::vector<std::string>>& rows, const Frame& cell,
                                               std::uint32_t& last_row) {
  constexpr std::uint32_t most_columns = 1000;  // as many as HTML allows
  if (rows.empty() || cell.row != last_row) rows.emplace_back();
  last_row = cell.row;
  const std::size_t column = std::min(cell.column, most_columns);
  if (rows.back().size() <= column) rows.back().resize(column + 1);
  return rows.back()[column];
}

/// Calls open(frame, depth), close(frame, depth) and each(index) in order. Frames above `outside` are not looked at.
template <typename Open, typename Close, typename Each>
void walk_frames(std::span<const Block> blocks, std::size_t outside, Open open, Close close, Each each) {
  const Block* above = nullptr;
  const auto close_down_to = [&](std::size_t depth) {
    for (std::size_t k = above == nullptr ? 0 : above->frames.size(); k > depth; --k)
      close(above->frames[k - 1], k - 1);
  };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::size_t shared = above == nullptr ? outside : std::max(outside, shared_frames(*above, blocks[i]));
    close_down_to(shared);
    for (std::size_t k = shared; k < blocks[i].frames.size(); ++k) open(blocks[i], k, i);
    each(i);
    above = &blocks[i];
  }
  close_down_to(outside);
}

}  // namespace pith::render

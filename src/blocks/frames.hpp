/// Frames: which elements stand around a block, as its readers are told. Found from the containers when asked.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <pith/article.hpp>

#include "blocks/blocks.hpp"
#include "blocks/notes.hpp"
#include "blocks/tables.hpp"
#include "blocks/word_items.hpp"

namespace pith::blocks {

/// What stands deeper is told as standing in the outermost of its frames. Real pages have ten; a page can have hundreds
/// around each of its blocks.
inline constexpr std::size_t most_frames = 64;

/// Refers to the page, the blocks and the notes, which must outlive it.
class FrameFinder {
 public:
  /// `notes`: ordered by container.
  FrameFinder(const page::Page& page, const BlockList& blocks, std::span<const Note> notes);

  /// Outermost first, most_frames of them at most. Tables of layout are none, nor are lists that hold nothing but
  /// lists.
  [[nodiscard]] std::vector<Frame> around(std::uint32_t container);
  /// Of an image: those of the caption right below it, where that is a figure with nothing in it but the caption.
  [[nodiscard]] std::vector<Frame> around(const Inset& inset);
  /// Whether its classes call it the caption of the box that is a figure to its readers.
  [[nodiscard]] bool is_caption_of_box(std::uint32_t container);
  /// The note that it stands in; nullptr when in none.
  [[nodiscard]] const Note* note_around(std::uint32_t container) const;

 private:
  enum class Look : std::uint8_t { not_yet, no, yes };

  [[nodiscard]] bool is_data(std::uint32_t table);
  [[nodiscard]] bool is_box(std::uint32_t container);
  [[nodiscard]] bool is_figure_again(std::uint32_t box, const std::vector<Frame>& innermost_first) const;
  [[nodiscard]] std::int32_t table_around(std::int32_t container) const;
  [[nodiscard]] bool is_lone_caption(std::uint32_t container) const;
  [[nodiscard]] bool is_other_frame(std::uint32_t container);
  [[nodiscard]] bool is_bare_list(std::uint32_t list);
  [[nodiscard]] const Note* note_at(std::uint32_t container) const;
  [[nodiscard]] page::Tag tag_of(std::uint32_t container);
  [[nodiscard]] bool may_be_frame(std::uint32_t container);
  [[nodiscard]] std::int32_t frame_from(std::int32_t container);
  [[nodiscard]] std::uint32_t list_of(std::uint32_t item);
  [[nodiscard]] std::uint32_t number_of(std::uint32_t item, std::uint32_t list);
  void number_items(std::uint32_t list);
  [[nodiscard]] std::int32_t item_above(std::uint32_t list, std::uint32_t outer);
  void find_items_above(std::uint32_t outer);
  void add_item(std::uint32_t item, std::vector<Frame>& innermost_first);
  void add_word_item(Frame frame, std::vector<Frame>& innermost_first);
  void add_list(std::uint32_t list, std::vector<Frame>& innermost_first);
  void add_cell(std::uint32_t cell, std::vector<Frame>& innermost_first);
  [[nodiscard]] std::int32_t next_above(std::uint32_t container, std::vector<Frame>& innermost_first);

  const page::Page& page_;
  const BlockList& blocks_;
  std::span<const Note> notes_;
  std::vector<Look> looks_;                // per container: a table of data, a list of lists, a box with a caption
  std::vector<page::Tag> told_tags_;       // per container: tag_of() of boxes; none: not looked. Empty until asked
  std::vector<std::int32_t> frame_from_;   // per container, for frame_from(). Empty until asked
  std::vector<std::uint32_t> numbers_;     // per container: of an item
  std::vector<std::int32_t> items_above_;  // per container: of a list right in a list. Empty until there is one
  WordItems word_items_;
  std::vector<CellPlace> cells_;        // of all tables looked at
  std::vector<std::uint32_t> cell_at_;  // per container: 1 and the place in cells_. Empty until there is one
};

}  // namespace pith::blocks

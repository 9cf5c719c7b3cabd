/// Notes: footnotes that the text refers to.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "blocks/blocks.hpp"

namespace pith::blocks {

/// A note and a link that refers to it.
struct Note {
  std::uint32_t container = 0;  ///< of the note
  std::uint32_t block = 0;      ///< that refers to it first
  std::uint32_t span = 0;       ///< of the reference, in BlockList::spans
  std::string_view label;       ///< as the reference shows it, without brackets: "1", "a"
};

/// In order of their containers, one for each: short links, raised, in brackets or named so, to an element further down
/// that is not itself a heading; and raised labels before a note in the same sentence. `address`: the page's own, where
/// it is known; some pages write their links in full. Linear in the page when there is such a link; else in the spans.
[[nodiscard]] std::vector<Note> find_notes(const page::Page& page, const BlockList& blocks,
                                           std::string_view address = {});

/// A note that a style moves into the margin: it stands within a sentence, and was set aside so that it comes after it.
struct SideNote {
  std::uint32_t container = 0;
  std::uint32_t sentence = 0;  ///< the block
};
/// In order. Linear in the containers where BlockList::has_side_notes is true.
[[nodiscard]] std::vector<SideNote> find_side_notes(const page::Page& page, const BlockList& blocks);

/// Links within the notes that lead back to where they are referred to: those to an earlier place in a line. Indexes in
/// BlockList::spans, in order. Linear as find_notes().
[[nodiscard]] std::vector<std::uint32_t> find_back_links(const page::Page& page, const BlockList& blocks,
                                                         std::span<const Note> notes, std::string_view address = {});

/// A stretch of a block's text.
struct TextPart {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;  ///< not after `begin`: nothing is left
};

/// What a block in a note tells: without links back at its edges and, where it is the note's first block, without the
/// label that it begins with.
[[nodiscard]] TextPart text_of_note(const BlockList& blocks, const TextBlock& block, std::string_view label,
                                    std::span<const std::uint32_t> back_links, bool is_first);

/// The label of a link's text, "" when it cannot be that of a reference.
[[nodiscard]] std::string_view note_label(std::string_view text) noexcept;

}  // namespace pith::blocks

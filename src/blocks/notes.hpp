/// Notes: footnotes that the text refers to.
#pragma once

#include <cstdint>
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
/// that is not itself a heading. `address`: the page's own, where it is known; some pages write their links in full.
/// Linear in the page when there is such a link; else in the spans.
[[nodiscard]] std::vector<Note> find_notes(const page::Page& page, const BlockList& blocks,
                                           std::string_view address = {});

/// The label of a link's text, "" when it cannot be that of a reference.
[[nodiscard]] std::string_view note_label(std::string_view text) noexcept;

}  // namespace pith::blocks

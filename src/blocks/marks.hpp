/// Small elements that mean something beside their text. Private to blocks.
#pragma once

#include <cstdint>

#include "page/page.hpp"

namespace pith::blocks {

/// A link to a place of this page that shows nothing but a mark: a pilcrow beside a heading, an arrow back from a note.
[[nodiscard]] bool is_mark_of_place(const page::Page& page, std::uint32_t link);

/// An <rt> without <rp>, so that nothing parts the reading from what it reads.
[[nodiscard]] bool is_bare_reading(const page::Page& page, std::uint32_t rt) noexcept;

/// An element that shows something of another page, or plays.
[[nodiscard]] bool is_embed(page::Tag tag) noexcept;

}  // namespace pith::blocks

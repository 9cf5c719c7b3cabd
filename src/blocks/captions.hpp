/// Captions: which boxes are figures to their readers, and which text in them tells of the image.
#pragma once

#include <cstdint>

#include "blocks/blocks.hpp"

namespace pith::blocks {

/// A <figure>, or the box of a <figcaption> that stands in none: an image and its caption, and no more.
[[nodiscard]] bool is_figure(const BlockList& blocks, std::uint32_t container) noexcept;

/// Whether a <figure> is around it.
[[nodiscard]] bool stands_in_figure(const BlockList& blocks, std::uint32_t container) noexcept;

/// A small box of an image and text that is its caption, as classes say ("<div class=wp-caption>"), small or slanted
/// letters below the image in one paragraph, a <figure> without a <figcaption>, or a table of two cells.
[[nodiscard]] bool is_captioned_box(const page::Page& page, const BlockList& blocks, std::uint32_t container) noexcept;

/// Whether an image stands in the line that the container begins with, or right above it: of most paragraphs none does.
[[nodiscard]] inline bool begins_with_image(const BlockList& blocks, std::uint32_t container) noexcept {
  const Container& here = blocks.containers[container];
  return here.first_block < here.end_block && blocks.blocks[here.first_block].images > 0;
}

/// Whether the container is, or stands in, what classes call a caption, below the box `outside`.
[[nodiscard]] bool is_called_caption(const page::Page& page, const BlockList& blocks, std::uint32_t container,
                                     std::uint32_t outside) noexcept;

/// Boxes and links stand between a figure and its caption.
inline constexpr int furthest_figure = 8;

}  // namespace pith::blocks

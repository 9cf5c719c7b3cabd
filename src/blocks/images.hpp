/// Images and embeds: where they are kept, and whether they are content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "page/page.hpp"

namespace pith::blocks {

/// The address of an <img>, as in the page: that of a lazy image is where its script looks for it, that of one in
/// several sizes the largest. "" when it has none that a reader could load.
[[nodiscard]] std::string_view image_address(const page::Page& page, std::uint32_t image) noexcept;

/// What an image that stands for a sign says, "\U0001F389"; "" of others. Signs have no letters.
[[nodiscard]] std::string_view sign_of_image(const page::Page& page, std::uint32_t image) noexcept;

/// Whether the link around it leads to a picture: itself, larger. A card leads to a page.
[[nodiscard]] bool leads_to_picture(const page::Page& page, std::uint32_t image) noexcept;

/// Whether it is content by its own marks: no pixel, icon, avatar, badge or button.
[[nodiscard]] bool is_content_image(const page::Page& page, std::uint32_t image) noexcept;

/// The address of an <iframe>, <video> or <audio>, or of the video that an element of the page's own names; "" when it
/// has none.
[[nodiscard]] std::string embed_address(const page::Page& page, std::uint32_t embed);

/// Whether an embed is content: a player of video, sound, or a post, not a form or an advertisement.
[[nodiscard]] bool is_content_embed(const page::Page& page, std::uint32_t embed) noexcept;

/// Whether an element of the page's own shows an image: "<amp-img src alt>".
[[nodiscard]] bool is_image_element(const page::Page& page, std::uint32_t node) noexcept;

}  // namespace pith::blocks

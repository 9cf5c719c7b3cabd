/// What the style of an inline element says of its letters, where its tag says nothing, or something else.
#pragma once

#include <optional>
#include <string_view>

#include <pith/article.hpp>

#include "page/tags.hpp"

namespace pith::blocks {

/// Raised, lowered, struck, bold or italic letters: "<span style='font-weight:700'>". The first of these, where several
/// are told.
[[nodiscard]] std::optional<SpanKind> mark_of_style(std::string_view style) noexcept;

/// Whether the style takes the emphasis of its tag away: "<b style='font-weight:normal'>", as word processors write
/// around whole texts.
[[nodiscard]] bool style_undoes(std::string_view style, SpanKind kind) noexcept;

/// Whether white space and line ends are shown as they stand: "white-space: pre-wrap".
[[nodiscard]] bool keeps_lines(std::string_view style) noexcept;
/// Whether all letters are of one width, as those of code.
[[nodiscard]] bool is_typed(std::string_view style) noexcept;

/// The part of a table that a box is shown as: "display:table-row"; none: it is no part.
[[nodiscard]] page::Tag table_part_of_style(std::string_view style) noexcept;

/// Whether a word processor wrote what has the style as an item of a list: "mso-list:l0 level1 lfo1".
[[nodiscard]] bool is_item_of_word(std::string_view style) noexcept;
/// Which list, "l0", and how deep in it: 1 and more. Of a style for which is_item_of_word() is true.
struct ListOfWord {
  std::string_view name;
  int level = 1;
};
[[nodiscard]] ListOfWord list_of_word(std::string_view style) noexcept;
/// Whether it is the mark before such an item, as it looked in print: "mso-list:Ignore".
[[nodiscard]] bool is_mark_of_word(std::string_view style) noexcept;

}  // namespace pith::blocks

/// What small elements and classes mean beside their text. Private to blocks.
#pragma once

#include <cstdint>
#include <string_view>

#include "page/page.hpp"
#include "text/word_lists.hpp"

namespace pith::blocks {

/// A link to a place of this page that shows nothing but a mark: a pilcrow beside a heading, an arrow back from a note.
[[nodiscard]] bool is_mark_of_place(const page::Page& page, std::uint32_t link);

/// A link that says by its class or role that it refers to a note.
[[nodiscard]] bool refers_to_note(const page::Page& page, std::uint32_t link) noexcept;

/// A button that is a word of a sentence, as the terms of a glossary are: it and what follows within the same line go
/// on in small letters or with a mark. The line has begun before it.
[[nodiscard]] bool is_word_of_sentence(const page::Page& page, std::uint32_t button);

/// An <rt> without <rp>, so that nothing parts the reading from what it reads.
[[nodiscard]] bool is_bare_reading(const page::Page& page, std::uint32_t rt) noexcept;

/// A <q>, whose quotation marks browsers add, unless it or the text beside it has some.
[[nodiscard]] bool needs_quotation_marks(const page::Page& page, std::uint32_t q) noexcept;

/// Takes the first word off the value of a class attribute, whose words single spaces part.
[[nodiscard]] std::string_view take_class(std::string_view& classes) noexcept;

/// The first element of an item that shows its mark or number, which the list has anyway: "<li><span>1.</span> Wash".
[[nodiscard]] bool is_printed_mark(const page::Page& page, std::uint32_t span, page::Tag list);

/// An element whose items make a list.
[[nodiscard]] constexpr bool is_list(page::Tag tag) noexcept {
  return tag == page::Tag::ul || tag == page::Tag::ol || tag == page::Tag::menu;
}

/// An item that its editor calls no number, whatever its list is.
[[nodiscard]] bool is_told_bullet(const page::Page& page, std::uint32_t item) noexcept;

/// An element without content whose role says that it parts what stands above it from what stands below.
[[nodiscard]] bool is_told_rule(const page::Page& page, std::uint32_t node) noexcept;

/// An element of a name that HTML does not know, or of the page's own.
[[nodiscard]] constexpr bool is_of_page(page::Tag tag) noexcept {
  return tag == page::Tag::custom || tag == page::Tag::unknown;
}

/// Whether such an element is a part of a sentence: text right before it and right after it, and a word or a formula in
/// it; or a name that HTML does not know, within a paragraph or right after text. Elsewhere such elements are boxes.
[[nodiscard]] bool is_part_of_line(const page::Page& page, std::uint32_t i);

/// Whether no text stands right before or after the element.
[[nodiscard]] bool stands_alone(const page::Page& page, std::uint32_t i);

/// What an engine for papers calls an element by its name.
enum class PaperPart : std::uint8_t { none, formula, note, citation, code };
[[nodiscard]] PaperPart paper_part_of(const page::Page& page, std::uint32_t node) noexcept;

/// An element that shows something of another page, or plays.
[[nodiscard]] bool is_embed(page::Tag tag) noexcept;

/// Right in a box of lines: one of them, or some that stand further in.
[[nodiscard]] bool is_line_of_box(const page::Page& page, std::uint32_t node) noexcept;

/// What an element is to readers: its tag or, of a box, the part of a table that its role tells.
[[nodiscard]] page::Tag told_tag(const page::Page& page, std::uint32_t node) noexcept;

/// Of a table that is made without <table>.
[[nodiscard]] bool is_cell_by_role(const page::Page& page, std::uint32_t node) noexcept;

}  // namespace pith::blocks

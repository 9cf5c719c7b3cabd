/// Notes as Markdown has them: of the whole page, without frames around them. Private to render.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <vector>

#include <pith/article.hpp>

namespace pith::render {

using NoteLabels = std::set<std::string, std::less<>>;

/// Whether any block stands in a note.
[[nodiscard]] bool has_notes(const std::vector<Block>& blocks) noexcept;

/// Notes that the text refers to without the frames around them, each below the outermost of these: else they would
/// part it. Those of a table stay in its cells, and what refers to them is text, as references are that are written as
/// HTML: no reader of Markdown would find the way.
[[nodiscard]] std::vector<Block> with_notes_apart(std::vector<Block> blocks);

/// What the text refers to, before or after the note: readers leave out notes that nothing refers to. What is written
/// as HTML (summaries, some tables) refers to nothing.
[[nodiscard]] NoteLabels referred_notes(const std::vector<Block>& blocks);

}  // namespace pith::render

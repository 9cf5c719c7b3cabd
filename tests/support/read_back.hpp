/// ReadBack: the blocks of an article, and those that a parser of Markdown finds in its rendering, as lines that can be
/// compared: the frames around a block, what it is, and its text without white space.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <pith/article.hpp>

namespace pith::test {

/// What the Markdown of the article has to give back. Frames: quote, item with its number, cell with its place;
/// figures, details and definition lists are no frames in Markdown. A cell is one line, its marks left out. Notes come
/// last, by label. The text of blocks with formulas is left out: only readers that know formulas read them right.
[[nodiscard]] std::vector<std::string> lines_of(const Article& article);

/// The same of the HTML that a parser of Markdown made.
[[nodiscard]] std::vector<std::string> lines_of_html(std::string_view html);

/// The first line that differs, "want ... got ..."; empty when none does.
[[nodiscard]] std::string first_difference(const std::vector<std::string>& want, const std::vector<std::string>& got);

}  // namespace pith::test

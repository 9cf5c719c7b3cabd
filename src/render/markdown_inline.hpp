/// A block's text as Markdown: CommonMark's inlines, and of GitHub's what cells and deletions need. Private to render.
#pragma once

#include <string>
#include <string_view>

#include <pith/render.hpp>

namespace pith::render {

/// Where the text stands. In a line of its own (a heading, a cell) line breaks are "<br>"; in a cell, bars are escaped.
enum class MarkdownPlace : std::uint8_t { lines, one_line, cell };

/// The text with its spans marked, and special characters escaped where they would mean something. In formulas
/// (\(...\), \[...\], $$...$$) nothing is escaped: their readers know no Markdown.
[[nodiscard]] std::string inline_markdown(const Block& block, Links links, MarkdownPlace place);

/// Text without spans.
[[nodiscard]] std::string escaped_markdown(std::string_view text, MarkdownPlace place);

/// An address between round brackets.
[[nodiscard]] std::string escaped_markdown_target(std::string_view target);

/// Longest run of backticks: what encloses them is longer.
[[nodiscard]] std::size_t longest_backticks(std::string_view text) noexcept;

}  // namespace pith::render

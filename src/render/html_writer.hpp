/// HtmlWriter: blocks with their frames as HTML. Private to render.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pith/render.hpp>

namespace pith::render {

/// Escapes for text and for attribute values; a newline becomes `newline`.
void append_escaped_html(std::string& out, std::string_view text, std::string_view newline);

/// ` name="value"`
void append_html_attribute(std::string& out, std::string_view name, std::string_view value);

/// The block's text with its spans.
void append_inline_html(std::string& out, const Block& block, Links links);

/// Appends the blocks; the outermost `outside` frames, which all of them share, are not written.
void append_html(std::string& out, std::span<const Block> blocks, std::size_t outside, Links links);

}  // namespace pith::render

/// Wrapping: plain text whose paragraphs a program (lynx, html2text, a mail) broke into lines of at most some width.
/// Greedily: a line ends where the next word had no room. That is how such lines are known, in any script.
#pragma once

#include <cstddef>
#include <string_view>

namespace pith::plain_text {

/// Takes the next line, without its end (CR, LF, both, form feed or vertical tab), off the front of `rest`.
[[nodiscard]] std::string_view take_line(std::string_view& rest) noexcept;

/// The width, in cells, that the text was wrapped to; 0: it was not. Linear; of most text only the first lines are
/// read.
[[nodiscard]] std::size_t wrap_width(std::string_view utf8) noexcept;

/// Whether `line` ended because the first word of `next`, the line after it, had no room. `width` is not 0.
[[nodiscard]] bool was_broken(std::string_view line, std::string_view next, std::size_t width) noexcept;

/// Whether a space stood where the line was broken: not between two CJK characters.
[[nodiscard]] bool was_broken_at_space(std::string_view line, std::string_view next) noexcept;

}  // namespace pith::plain_text

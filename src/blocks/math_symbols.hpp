/// Signs of formulas, and what LaTeX calls them. Private to blocks.
#pragma once

#include <string>
#include <string_view>

namespace pith::blocks {

/// The command of one character, "\\sum", or the character.
[[nodiscard]] std::string_view latex_of_sign(std::string_view character) noexcept;

/// Whether LaTeX reads the sign as its own unless a backslash stands before it, in formulas and in words.
[[nodiscard]] bool needs_backslash(char sign) noexcept;

/// Words as "\\text{...}" has them: what LaTeX would read as more than a letter has a backslash.
[[nodiscard]] std::string latex_of_words(std::string_view utf8);

/// "sin", "max": LaTeX has a command of that name.
[[nodiscard]] bool is_function_name(std::string_view name) noexcept;

/// Whether what stands below and above the LaTeX are its limits: "\\sum", "\\max".
[[nodiscard]] bool takes_limits(std::string_view latex) noexcept;

/// The command that puts the sign above its argument, "hat" of "^"; "" when there is none.
[[nodiscard]] std::string_view accent_above(std::string_view sign) noexcept;
/// The same below: "underbrace".
[[nodiscard]] std::string_view accent_below(std::string_view sign) noexcept;

/// Adds LaTeX to other LaTeX; a command does not run into a letter after it.
void append_latex(std::string& out, std::string_view latex);

}  // namespace pith::blocks

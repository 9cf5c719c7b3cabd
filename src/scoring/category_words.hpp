/// Category words: what the words of a dropped line say about its kind when no whole phrase of the rules does.
/// Too weak to drop a line for; all lines asked about are folded (text::append_folded).
#pragma once

#include <pith/article.hpp>

#include <string_view>

namespace pith::scoring {

/// A line that is nothing but the controls of readers' comments, with numbers and times: "Reply Report 12",
/// "3 hours ago Like Reply", "Comments (0)". `bare_time`: nothing but a time ("3 hours ago").
enum class CommentMark : unsigned char { none, bare_time, controls };
[[nodiscard]] CommentMark comment_mark(std::string_view folded) noexcept;

/// The section that a short line announces by a word in it, as "More from this author" does; content: none.
[[nodiscard]] Category section_of_words(std::string_view folded) noexcept;

/// What a line speaks of: rights and licences, accounts to follow, sharing; content: none.
[[nodiscard]] Category category_of_words(std::string_view folded) noexcept;

}  // namespace pith::scoring

/// Signs of boilerplate: what the words of a line say against it, wherever it stands. Private to the passes.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "select/passes/passes.hpp"

namespace pith::select {

/// One to ten, as sections and items of notices are counted.
inline constexpr std::array<std::string_view, 10> han_numbers = {"\u4E00", "\u4E8C", "\u4E09", "\u56DB", "\u4E94",
                                                                 "\u516D", "\u4E03", "\u516B", "\u4E5D", "\u5341"};

/// Where kept prose stands: its first, second and last block; first and second are size() when there is none.
struct ProseExtent {
  std::size_t first = 0, second = 0, last = 0;

  /// The block below the last prose; `size` where there is none.
  [[nodiscard]] std::size_t after_last(std::size_t size) const noexcept { return first < size ? last + 1 : size; }
};
[[nodiscard]] ProseExtent prose_extent(const PassState& state);

/// What kind of everyday line block `i` is: rights, calls to follow, offers, notices of machines; content: none.
/// Of lines up to 200 bytes, by the line patterns and the sign of copyright. Headings of the article are asked, too.
[[nodiscard]] Category everyday_category(PassState& state, std::size_t i);

/// The same, or what a phrase says that the line is or begins with, or comments that it announces.
[[nodiscard]] Category sign_of_boilerplate(PassState& state, std::size_t i);

/// Whether a folded line fits a line pattern of this use.
[[nodiscard]] bool fits_pattern(PassState& state, rules::PatternUse use, std::string_view folded);

/// Whether it fits one of each of two uses: what it is about, and what it says of that, in whatever wording.
[[nodiscard]] bool fits_both(PassState& state, rules::PatternUse what, rules::PatternUse how, std::string_view folded);

/// Whether a phrase names the line, alone on it, as a credit: "Source: Reuters".
[[nodiscard]] bool is_named_credit(const PassState& state, std::size_t i);

/// Whether nothing but the model's doubts and the bounds of the main segment speak against a short line of plain text
/// that is not kept, and the model gives it `least_score`.
[[nodiscard]] bool may_be_line(PassState& state, std::size_t i, float least_score);

/// Words between the blanks of a line, and how many of them are entries of menus, labels or the marks of a path.
struct NamedWords {
  std::size_t all = 0, named = 0;
};
[[nodiscard]] NamedWords named_words(PassState& state, std::string_view line);

/// Whether the line has what stands between the steps of a path: "Home > News".
[[nodiscard]] bool has_path_mark(std::string_view line);

/// "Home Politics Sports Weather", "Home > News": whether half of the words of a line are named so, three or more.
[[nodiscard]] bool is_menu_line(PassState& state, std::size_t i);

/// Whether one of the first lines is a menu: entries between blanks or bars, no sentence, one of them such as "Sign in"
/// or "Home". Other entries may be anything.
[[nodiscard]] bool is_top_menu(PassState& state, std::size_t i);

/// Whether a folded line of a few words heads a list of other things, by its words: "Similar documents".
[[nodiscard]] bool heads_other_things(PassState& state, std::string_view folded);

/// Whether a list of other things stands below the line, by a phrase or its words.
[[nodiscard]] bool heads_list(PassState& state, std::size_t i);

/// "Terms | Privacy policy | Contact": whether the line is parts between bars, two of which a phrase names.
[[nodiscard]] bool is_bar_of_entries(PassState& state, std::size_t i);

/// "Share Improve this answer Follow": whether the line is nothing but what a reader may do with the page.
[[nodiscard]] bool is_command_row(const PassState& state, std::size_t i);

/// "2023-09-05 16:05 ...": whether the line begins with a day and a time of day, whatever follows.
[[nodiscard]] bool is_date_line(std::string_view line);

/// "12 March 2019", "Updated June 2, 2018", whatever the language: a short line that is a day with its year and little
/// more.
[[nodiscard]] bool is_dated(std::string_view line);

/// Groups of elements that hold sentences which are not the article's.
inline constexpr rules::AttributeGroups foreign_groups =
    rules::attribute_groups({"comment", "nav",   "footer",     "sidebar", "share",   "related",    "promo",
                             "cookie",  "popup", "newsletter", "author",  "account", "hot",        "app",
                             "legal",   "form",  "date",       "tagcat",  "wall",    "disclosure", "caption"});

/// Whether a container of block `i`, or one above it, has a class, id or role of these groups; up to the body.
[[nodiscard]] bool stands_in(const PassState& state, std::size_t i, rules::AttributeGroups groups);

/// Whether what is shown of the unit has at least this score on average, by letters, and is not made of links, as menus
/// are: of its letters at most `most_links` are linked. Nothing of it is hidden, unless `may_hide`.
struct TextLimits {
  float least_score;
  float most_links = 0.3F;
  bool may_hide = false;
};
[[nodiscard]] bool may_be_text(const PassState& state, const blocks::Container& unit, TextLimits limits) noexcept;

/// Whether the text right above and right below is kept, in one part of the page with it. A line that is not shown, or
/// a few words, may stand between it and the text below.
[[nodiscard]] bool stands_within_text(const PassState& state, const blocks::Container& unit) noexcept;

/// Whether an image or something to play stands in the blocks [begin, end) or at their edges, so that they may be its
/// caption.
[[nodiscard]] bool has_image_beside(const PassState& state, std::size_t begin, std::size_t end) noexcept;

/// Whether the model takes what stands in these blocks, of a box, for the article's: its name misleads then.
[[nodiscard]] bool is_sure_text(const PassState& state, const std::vector<std::uint32_t>& box);

}  // namespace pith::select

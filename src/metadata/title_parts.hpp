/// A title cut at the marks that may stand between a headline and the site's name, and off that name. Private to
/// metadata.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// A separator within a title: where it begins, and what stands on both sides.
struct Parting {
  std::string_view before, after;
  bool spaced = false;  ///< white space on both sides, or a mark that needs none
  bool rare = false;    ///< of a mark that titles have for other reasons: to be believed beside a known name only
};

/// Longer ones are no titles: of them only the beginning is looked at, as each part of a title is folded and searched.
inline constexpr std::size_t longest_title_bytes = 1000;

/// All separators of a title, from the left; none of a longer one.
[[nodiscard]] std::vector<Parting> partings(std::string_view title);

/// Those of marks that hardly stand for anything else.
[[nodiscard]] std::vector<Parting> usual_partings(std::string_view title);

/// Lower case, without spaces and punctuation: how titles and names are compared here.
[[nodiscard]] std::string folded(std::string_view text);

/// Whether a title says nothing of its page: "README", "Home".
[[nodiscard]] bool is_generic_title(std::string_view text);

/// Spaces and one more.
[[nodiscard]] int count_words(std::string_view text) noexcept;

/// Names of a site, folded.
using Sites = std::vector<std::string>;

[[nodiscard]] bool is_site(std::string_view text, const Sites& sites);

/// "Headline (Site)", "[Site] Headline" and the like: the headline; empty when the brackets hold something else.
[[nodiscard]] std::string_view without_bracketed_site(std::string_view title, const Sites& sites);

/// Cuts the site's name off both ends as long as it is known to be that.
[[nodiscard]] std::string_view without_known_site(std::string_view title, const Sites& sites);

/// Cuts the last part of a title where nothing tells the site, when it is short and looks like a site's name.
[[nodiscard]] std::string_view without_likely_site(std::string_view title);

}  // namespace pith::metadata

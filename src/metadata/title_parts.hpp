/// A title cut at the marks that may stand between a headline and the site's name. Private to metadata.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace pith::metadata {

/// A separator within a title: where it begins, and what stands on both sides.
struct Parting {
  std::string_view before, after;
  bool spaced = false;  ///< white space on both sides, or a mark that needs none
};

/// Longer ones are no titles: of them only the beginning is looked at, as each part of a title is folded and searched.
inline constexpr std::size_t longest_title_bytes = 1000;

/// All separators of a title, from the left; none of a longer one.
[[nodiscard]] std::vector<Parting> partings(std::string_view title);

}  // namespace pith::metadata

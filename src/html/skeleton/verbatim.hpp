/// The part of a page that the parser gets as it is, fenced: without tags nested too deep, and not at any cost.
#pragma once

#include <cstddef>
#include <string_view>

#include "html/skeleton/skeleton.hpp"

namespace pith::html {

struct Verbatim {
  bool is_affordable = true;  ///< false: a parser would take too long for the whole page
  bool has_frameset = false;  ///< whether it takes the body's place hangs on all that stands before
};

/// Appends utf8[begin..] to the skeleton, whose nesting goes on.
[[nodiscard]] Verbatim append_verbatim(std::string_view utf8, std::size_t begin, Skeleton& out);

}  // namespace pith::html

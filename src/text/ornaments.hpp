/// Ornaments: lines of signs that part one piece of a text from the next.
#pragma once

#include <string_view>

namespace pith::text {

/// A line of nothing but such signs: three and more with or without spaces between ("* * *"), or one that stands for
/// nothing else.
[[nodiscard]] bool is_ornament(std::string_view line) noexcept;

}  // namespace pith::text

/// Characters that no parser takes. Pure function; any thread.
#pragma once

#include <string_view>

#include "core/arena.hpp"

namespace pith::html {

/// The page with U+FFFD for control characters and noncharacters, as Gumbo reads them. A view of `utf8` when there are
/// none, else in `storage`.
[[nodiscard]] std::string_view replace_invalid(std::string_view utf8, core::Arena& storage);

/// Whether it finds anything to replace, for every machine: for tests, where replace_invalid() looks in another way.
[[nodiscard]] bool portable_holds_invalid(std::string_view utf8) noexcept;

}  // namespace pith::html

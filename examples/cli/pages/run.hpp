/// What `pith FILE...` does.
#pragma once

#include "pages/arguments.hpp"

namespace pages {

/// Returns the exit code.
[[nodiscard]] int run(const Arguments& arguments);

}  // namespace pages

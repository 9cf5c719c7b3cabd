/// The loop of `pith filter`.
#pragma once

#include "filter/arguments.hpp"

namespace filter {

/// From standard input to standard output. Returns the exit code.
[[nodiscard]] int run(const Arguments& arguments);

}  // namespace filter

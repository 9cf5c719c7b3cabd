/// The whole of `pith batch`: one reader, several extractors, one writer.
#pragma once

#include "batch/arguments.hpp"

namespace batch {

/// Returns the exit code.
[[nodiscard]] int run(const Arguments& arguments);

}  // namespace batch

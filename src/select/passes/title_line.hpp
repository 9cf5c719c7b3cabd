/// The line of a plain-text page that is its headline. Private to the passes.
#pragma once

#include <cstdint>

#include "select/passes/passes.hpp"

namespace pith::select {

/// The line above the first article text whose words the text takes up again; -1 when there is none. Reads the scores
/// of the model. Linear.
[[nodiscard]] std::int32_t find_title_line(PassState& state);

}  // namespace pith::select

/// The line of a plain-text page that is its headline. Private to the passes.
#pragma once

#include <cstdint>
#include <string_view>

#include "select/passes/passes.hpp"

namespace pith::select {

/// The line above the first article text whose words the text takes up again; -1 when there is none. Reads the scores
/// of the model. Linear.
[[nodiscard]] std::int32_t find_title_line(const PassState& state);

/// "2023-09-05 16:05 ...": whether the line begins with a day and a time of day, whatever follows.
[[nodiscard]] bool is_date_line(std::string_view line);

/// "12 March 2019", "Updated June 2, 2018", whatever the language: a short line that is a day with its year and little
/// more.
[[nodiscard]] bool is_dated(std::string_view line);

}  // namespace pith::select

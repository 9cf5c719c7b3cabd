/// report.json: what a run did.
#pragma once

#include <string>

#include "batch/arguments.hpp"
#include "batch/run_state.hpp"

namespace batch {

/// One object, indented, with a newline at its end.
[[nodiscard]] std::string make_report(const Arguments& arguments, const RunState& state);

/// One line for people: "12 records, 10 pages, 9 kept in 1 file, 0 errors; 210 pages/s".
[[nodiscard]] std::string summary_of(const RunState& state);

}  // namespace batch

/// report.json: what a run did.
#pragma once

#include <string>

#include "batch/arguments.hpp"
#include "batch/run_state.hpp"

namespace batch {

/// One object, indented, with a newline at its end.
[[nodiscard]] std::string make_report(const Arguments& arguments, const RunState& state);

/// One line for people: "1,234 records, 1,000 pages, 900 kept in 3 files; 210 pages/s".
[[nodiscard]] std::string summary_of(const RunState& state);

}  // namespace batch

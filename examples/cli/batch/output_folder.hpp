/// Whether a run may write to a folder, and where it goes on.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "batch/arguments.hpp"
#include "batch/inputs.hpp"
#include "batch/run_state.hpp"
#include "files/descriptor.hpp"

namespace batch {

struct OutputFolder {
  cli::Descriptor lock;  ///< held while the run lives, so that no other writes there
  RunState state;        ///< where to begin
};

/// Makes the folder where it is not there. Nothing, with the exit code after a line on stderr, where there is nothing
/// to do or nothing can be done.
[[nodiscard]] std::optional<OutputFolder> open_output(const Arguments& arguments, const std::vector<Input>& inputs,
                                                      int& exit_code);

}  // namespace batch

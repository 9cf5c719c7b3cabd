/// The files that a run reads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace batch {

struct Input {
  std::string path;
  std::uint64_t bytes = 0;
};

/// The files named, in that order, and those of the folders named, by path; but of none those in `output`, the folder
/// that the run writes to. Nothing, after a line on stderr, when one cannot be read.
[[nodiscard]] std::optional<std::vector<Input>> find_inputs(const std::vector<std::string>& names,
                                                            const std::string& output);

}  // namespace batch

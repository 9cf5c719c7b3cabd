/// Names of files in JSON.
#pragma once

#include <string>
#include <string_view>

namespace pages {

/// A JSON string with its quotes. A byte that is not UTF-8 becomes \udcXX, as Python's os.fsdecode() has it: so every
/// name can be had back.
[[nodiscard]] std::string json_name(std::string_view name);

}  // namespace pages

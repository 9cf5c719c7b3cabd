/// The pages that were named on the command line or in lists.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pages/arguments.hpp"

namespace pages {

struct PageInput {
  std::string name;  ///< of a file; "-" is standard input
  std::string url;
};

/// Nothing, after a line on stderr, when a list cannot be read or does not fit.
[[nodiscard]] std::optional<std::vector<PageInput>> list_inputs(const Arguments& arguments);

/// Lines without their \n or \r\n, empty ones too; where the text holds a NUL, what stands between NULs, so that names
/// may hold newlines.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

}  // namespace pages

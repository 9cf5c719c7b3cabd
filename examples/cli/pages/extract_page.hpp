/// One page: from its file to what is printed.
#pragma once

#include <pith.hpp>
#include <string>
#include <vector>

#include "options/page_reader.hpp"
#include "pages/arguments.hpp"
#include "pages/inputs.hpp"

namespace pages {

struct Printed {
  std::string output;                 ///< without a heading
  std::vector<std::string> messages;  ///< for standard error
  int exit_code = 0;
  bool was_read = false;
};

/// Reads no more than the limit of the reader's options.
[[nodiscard]] Printed extract_page(cli::PageReader& reader, const Arguments& arguments, const PageInput& input);

}  // namespace pages

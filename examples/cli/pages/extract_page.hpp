/// One page: from its file to what is printed.
#pragma once

#include <optional>
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

/// What one thread reads pages with.
struct PageReaders {
  cli::PageReader first;
  std::optional<cli::PageReader> second;  ///< of a comparison: what it is compared with
};

/// Reads no more than the limit of the reader's options.
[[nodiscard]] Printed extract_page(PageReaders& readers, const Arguments& arguments, const PageInput& input);

}  // namespace pages

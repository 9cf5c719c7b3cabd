/// Arguments of `pith FILE...`.
#pragma once

#include <string>
#include <vector>

#include "options/extraction.hpp"

namespace pages {

struct Arguments {
  cli::ExtractionArguments extraction;
  cli::Format format = cli::Format::text;
  std::string url;
  std::string encoding;
  std::string output;  ///< file; empty: standard output
  bool explain = false;
  bool evidence = false;            ///< explain with phrases and features
  std::vector<std::string> inputs;  ///< files; "-" is standard input
};

}  // namespace pages

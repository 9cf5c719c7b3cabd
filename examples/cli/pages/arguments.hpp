/// Arguments of `pith FILE...`.
#pragma once

#include <optional>
#include <pith.hpp>
#include <string>
#include <vector>

#include "options/extraction.hpp"

namespace pages {

struct Arguments {
  cli::ExtractionArguments extraction;
  cli::Format format = cli::Format::text;
  std::string url;
  std::string urls_from;   ///< file with a URL a line, in the order of the inputs
  std::string files_from;  ///< file with a name a line, or URL, tab, name
  std::string encoding;
  std::string known_title;
  pith::Date fetched_at;  ///< unknown: not given
  std::string output;     ///< file; empty: standard output
  bool explain = false;
  bool evidence = false;                       ///< explain with phrases and features
  std::optional<pith::Leaning> other_leaning;  ///< of the second side of the report
  std::vector<std::string> other_rules;        ///< files that the second side reads on top of the first one's
  unsigned jobs = 1;
  std::vector<std::string> inputs;  ///< files; "-" is standard input

  [[nodiscard]] bool compares() const { return other_leaning.has_value() || !other_rules.empty(); }
};

}  // namespace pages

/// Arguments of `pith batch`.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "options/extraction.hpp"
#include "streams/decoder.hpp"

namespace batch {

/// Which articles are kept. Empty lists and zeros choose nothing away.
struct SelectionArguments {
  float min_confidence = 0;
  std::vector<std::string> verdicts;
  std::vector<std::string> languages;     ///< "zh" takes "zh-Hans" too
  std::size_t min_words = 0;              ///< Chinese, Japanese and Korean characters count one each
  std::size_t max_bytes = 0;              ///< of a page
  std::vector<std::string> include_urls;  ///< patterns as the shell has them: "https://*.example/*"
  std::vector<std::string> exclude_urls;
  bool drop_duplicates = false;
  bool keep_empty = false;
};

struct Arguments {
  cli::ExtractionArguments extraction;
  SelectionArguments selection;
  cli::Format format = cli::Format::jsonl;
  streams::Coding compression = streams::Coding::identity;
  std::string output;  ///< folder
  std::vector<std::string> inputs;
  unsigned jobs = 0;  ///< 0: one a core
  bool resume = false;
  std::size_t shard_bytes = std::size_t{512} << 20U;  ///< before compression
  std::size_t queue_bytes = std::size_t{32} << 20U;   ///< of records that are read and not yet written
};

}  // namespace batch

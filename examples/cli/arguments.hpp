/// Arguments of the pith command.
#pragma once

#include <pith.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cli {

enum class Format { text, markdown, html, json, jsonl };

struct Arguments {
  Format format = Format::text;
  pith::SourceKind kind = pith::SourceKind::automatic;
  pith::Links links = pith::Links::keep;
  pith::Options options;
  std::string url;
  std::string encoding;
  std::vector<std::string> rules;  ///< files
  std::string output;              ///< file; empty: standard output
  bool explain = false;
  bool evidence = false;            ///< explain with phrases and features
  std::vector<std::string> inputs;  ///< files; "-" is standard input
};

/// Exit codes, told in --help and README.md.
inline constexpr int exit_article = 0;
inline constexpr int exit_no_article = 1;
inline constexpr int exit_usage_or_io = 2;

/// Reads the command line. An exit code when the program is done already (help, version, a wrong argument).
[[nodiscard]] std::optional<int> parse(int argc, char** argv, Arguments& out);

}  // namespace cli

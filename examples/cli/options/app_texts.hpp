/// What the manual and the completions want to know of an app.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace cli {

struct OptionText {
  std::vector<std::string> names;  ///< "-j", "--jobs"; of a positional: its name
  std::string value;               ///< "FILE", "{a,b}"; empty: a flag
  std::string help;
  std::vector<std::string> choices;  ///< of {a,b}
  bool is_positional = false;
};

[[nodiscard]] std::vector<OptionText> options_of(const CLI::App& app);

/// The app itself, then its subcommands.
[[nodiscard]] std::vector<const CLI::App*> verbs_of(const CLI::App& app);

}  // namespace cli

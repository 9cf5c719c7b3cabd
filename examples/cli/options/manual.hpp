/// The manual page and the completions of shells, made of the same text as --help.
#pragma once

#include <string>

namespace CLI {
class App;
}

namespace cli {

/// A manual page, for man(1).
[[nodiscard]] std::string manual_page(const CLI::App& app, const std::string& version);

/// Completions for "bash", "zsh" or "fish"; empty for another shell.
[[nodiscard]] std::string completions(const CLI::App& app, const std::string& shell);

}  // namespace cli

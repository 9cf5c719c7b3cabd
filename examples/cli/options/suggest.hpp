/// What a mistyped option may have been.
#pragma once

#include <string>
#include <string_view>

namespace CLI {
class App;
}

namespace cli {

/// The option of `app`, or of its subcommand that was named, that is nearest to `given`; empty: none is near.
[[nodiscard]] std::string nearest_option(const CLI::App& app, std::string_view given);

/// The verb of `app` that is nearest to `given`; empty: none is near.
[[nodiscard]] std::string nearest_verb(const CLI::App& app, std::string_view given);

/// How many letters have to be put in, taken out, replaced or swapped with the next to make one of the other.
[[nodiscard]] std::size_t letters_apart(std::string_view a, std::string_view b);

}  // namespace cli

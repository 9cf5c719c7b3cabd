/// Options whose values are numbers. CLI11 by itself takes "-1" for the largest there is, and "nan" for one from 0
/// to 1.
#pragma once

#include <cstddef>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace cli {

/// A number of bytes, at least one: "500KB", "32MB", "1000000". `value` has to outlive `app`.
CLI::Option* add_size(CLI::App& app, const char* name, std::size_t& value, const char* help);

/// From 0 to 1. `value` has to outlive `app`.
CLI::Option* add_share(CLI::App& app, const char* name, float& value, const char* help);

/// A whole number, zero included. `value` has to outlive `app`.
CLI::Option* add_count(CLI::App& app, const char* name, std::size_t& value, const char* help);

}  // namespace cli

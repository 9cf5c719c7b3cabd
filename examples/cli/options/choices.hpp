/// Options whose values are names.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

namespace cli {

template <typename Value>
using Choices = std::map<std::string, Value>;

/// "{a,b,c}", as the help shows the values.
template <typename Value>
std::string shown(const Choices<Value>& choices) {
  std::string names;
  for (const auto& entry : choices) names += (names.empty() ? "{" : ",") + entry.first;
  return names + "}";
}

/// The name of `value`, which is one of `choices`.
template <typename Value>
std::string name_in(const Choices<Value>& choices, const Value& value) {
  for (const auto& [name, choice] : choices)
    if (choice == value) return name;
  return {};
}

/// One of `choices`, by name, into `value`: a Value, or an optional one. Both have to outlive `app`.
template <typename Target, typename Value>
CLI::Option* add_choice(CLI::App& app, const char* name, Target& value, const Choices<Value>& choices,
                        const char* help) {
  const auto known = [&choices](std::string& given) {
    return choices.count(given) > 0 ? std::string{} : "unknown value \"" + given + "\", not one of " + shown(choices);
  };
  return app
      .add_option_function<std::string>(
          name, [&value, &choices](const std::string& given) { value = choices.at(given); }, help)
      ->check(CLI::Validator(known, "", ""))
      ->type_name(shown(choices));
}

}  // namespace cli

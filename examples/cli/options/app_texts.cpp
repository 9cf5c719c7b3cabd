#include "options/app_texts.hpp"

#include <sstream>

namespace cli {
namespace {

std::vector<std::string> split_choices(const std::string& type) {
  std::vector<std::string> out;
  if (!type.starts_with('{')) return out;
  std::istringstream names(type.substr(1, type.size() - 2));
  for (std::string name; std::getline(names, name, ',');) out.push_back(name);
  return out;
}

/// "SIZE:SIZE [b, kb(=1024b), ...]": CLI11 adds what a transformation takes.
std::string short_type(const std::string& type) {
  return type.starts_with('{') ? type : type.substr(0, type.find(':'));
}

}  // namespace

std::vector<OptionText> options_of(const CLI::App& app) {
  std::vector<OptionText> out;
  for (const CLI::Option* const option : app.get_options()) {
    if (option->get_group().empty()) continue;  // hidden
    OptionText text;
    text.is_positional = option->get_positional() && option->get_lnames().empty() && option->get_snames().empty();
    for (const std::string& name : option->get_snames()) text.names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) text.names.push_back("--" + name);
    if (text.is_positional) text.names.push_back(option->get_name());
    if (option->get_expected_max() > 0 && !text.is_positional) text.value = short_type(option->get_type_name());
    text.choices = split_choices(text.value);
    text.help = option->get_description();
    out.push_back(std::move(text));
  }
  return out;
}

std::vector<const CLI::App*> verbs_of(const CLI::App& app) {
  std::vector<const CLI::App*> out = {&app};
  for (const CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; })) out.push_back(verb);
  return out;
}

}  // namespace cli

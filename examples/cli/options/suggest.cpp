#include "options/suggest.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

namespace cli {

std::size_t letters_apart(std::string_view a, std::string_view b) {
  // Rows of the usual table: distances of the fronts of a to the front of b at hand, and to the two before it.
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  std::vector<std::size_t> above = row;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    const std::vector<std::size_t> two_above = std::exchange(above, row);
    row[0] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      row[i] = std::min({above[i] + 1, row[i - 1] + 1, above[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool is_swap = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (is_swap) row[i] = std::min(row[i], two_above[i - 2] + 1);
    }
  }
  return row[a.size()];
}

namespace {

std::string nearest(const std::vector<std::string>& names, std::string_view given) {
  std::string best;
  // A third of the letters wrong is another word.
  std::size_t best_distance = 1 + given.size() / 3;
  for (const std::string& name : names) {
    const std::size_t distance = letters_apart(name, given);
    if (distance >= best_distance) continue;
    best_distance = distance;
    best = name;
  }
  return best;
}

}  // namespace

std::string nearest_option(const CLI::App& app, std::string_view given) {
  const auto chosen = app.get_subcommands();
  const CLI::App& asked = chosen.empty() ? app : *chosen.front();
  std::vector<std::string> names;
  for (const CLI::Option* const option : asked.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return nearest(names, given.substr(0, given.find('=')));
}

std::string nearest_verb(const CLI::App& app, std::string_view given) {
  std::vector<std::string> names;
  for (const CLI::App* const verb : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(verb->get_name());
  return nearest(names, given);
}

}  // namespace cli

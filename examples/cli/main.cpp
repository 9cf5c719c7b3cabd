// pith: the command. Reads pages, writes their articles.

#include <iostream>
#include <pith.hpp>

#include "exit_codes.hpp"
#include "verb.hpp"

namespace {

/// The verb without a name is the command itself.
void add_verb(CLI::App& app, cli::Verb& verb) {
  const bool is_command = *verb.name() == '\0';
  CLI::App& own = is_command ? app : *app.add_subcommand(verb.name(), verb.description());
  if (is_command) app.description(verb.description());
  own.footer(verb.footer());
  verb.add_options(own);
}

cli::Verb& chosen(const CLI::App& app, std::vector<std::unique_ptr<cli::Verb>>& verbs) {
  for (const auto& verb : verbs)
    if (*verb->name() != '\0' && app.got_subcommand(verb->name())) return *verb;
  return *verbs.front();
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  auto verbs = cli::make_verbs();
  CLI::App app("", "pith");
  app.set_version_flag("--version", std::string("pith ") + pith::library_version());
  app.require_subcommand(0, 1);
  for (const auto& verb : verbs) add_verb(app, *verb);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, std::cout, std::cerr);
    return code == 0 ? cli::exit_done : cli::exit_usage_or_io;
  }
  return chosen(app, verbs).run();
}

// pith: the command. Reads pages, writes their articles.

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <new>
#include <pith.hpp>
#include <system_error>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "exit_codes.hpp"
#include "files/say.hpp"
#include "options/manual.hpp"
#include "options/suggest.hpp"
#include "verb.hpp"

namespace {

/// Pages come and go by the thousand: what one of them frees serves the next, and does not return to the system, which
/// has to clear it each time.
void keep_freed_memory() {
#ifdef __GLIBC__
  constexpr int bytes_kept = 16 << 20;
  mallopt(M_TOP_PAD, bytes_kept);
  mallopt(M_MMAP_THRESHOLD, 2 * bytes_kept);
#endif
}

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

/// Options for the makers of packages, which --help does not show.
void add_texts(CLI::App& app) {
  app.add_flag_callback("--manual",
                        [&app] {
                          std::cout << cli::manual_page(app, pith::library_version());
                          throw CLI::Success();
                        })
      ->group("");
  app.add_option_function<std::string>("--completions",
                                       [&app](const std::string& shell) {
                                         std::cout << cli::completions(app, shell);
                                         throw CLI::Success();
                                       })
      ->check(CLI::IsMember({"bash", "zsh", "fish"}))
      ->group("");
}

void complain_of_extra(const CLI::App& app, const std::string& what) {
  if (!what.starts_with('-')) return cli::say("unexpected argument " + what + "; --help lists what there is");
  const std::string near = cli::nearest_option(app, what);
  cli::say("unknown option " + what + (near.empty() ? "" : ", did you mean " + near + "?") +
           "; --help lists what there is");
}

/// CLI11's own words, but for an option that stands without its value, "--jobs: 1 required N:INT in [1 - 1024]
/// missing", or twice, "--to: At Most 1 required but received 2" (of later versions "At most").
std::string message_of(const CLI::ParseError& error) {
  const std::string what = error.what();
  if (error.get_exit_code() != static_cast<int>(CLI::ExitCodes::ArgumentMismatch)) return what;
  const std::string option = what.substr(0, what.find(':'));
  if (what.ends_with(" missing")) return option + " needs a value";
  return what.find("ost 1 required") == std::string::npos ? what : option + " may be given once";
}

/// The exit code where the command line ends the program: help, version, a mistake.
int end_of(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {
    app.exit(error, std::cout, std::cerr);
    if (std::cout.flush()) return cli::exit_done;
    cli::say("cannot write to standard output");
    return cli::exit_usage_or_io;
  }
  // By the exit code: the name of the error is that of the verb. What is required may be there, but mistyped.
  const auto is_error = [&error](CLI::ExitCodes code) { return error.get_exit_code() == static_cast<int>(code); };
  const bool is_extra = is_error(CLI::ExitCodes::ExtrasError);
  const auto extras =
      is_extra || is_error(CLI::ExitCodes::RequiredError) ? app.remaining(true) : std::vector<std::string>{};
  const auto option = std::find_if(extras.begin(), extras.end(), [](const auto& one) { return one.starts_with('-'); });
  if (option != extras.end())
    complain_of_extra(app, *option);
  else if (is_extra && !extras.empty())
    complain_of_extra(app, extras.front());
  else
    cli::say(message_of(error) + "; --help lists what there is");
  return cli::exit_usage_or_io;
}

/// The arguments as CLI11 takes them, the last one first. It leaves a verb at "--" and gives what follows to the
/// command, once the verb has all that it must have; so "--" is left out, and what it protects is written as no option
/// is.
std::vector<std::string> arguments_of(const CLI::App& app, int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto is_verb = [&app](const std::string& name) {
    return !app.get_subcommands([&name](const CLI::App* verb) { return verb->get_name() == name; }).empty();
  };
  const auto mark = std::find(arguments.begin(), arguments.end(), "--");
  if (mark != arguments.end() && is_verb(arguments.front())) {
    for (auto name = mark + 1; name != arguments.end(); ++name)
      if ((name->starts_with('-') && *name != "-") || is_verb(*name)) name->insert(0, "./");
    arguments.erase(mark);
  }
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

/// "pith page.html filter": what the verb would not heed. Empty: nothing.
std::string given_before_verb(const CLI::App& app) {
  if (app.get_subcommands().empty()) return {};
  for (const CLI::Option* const option : app.get_options())
    if (option->count() > 0) return option->get_positional() ? option->results().front() : option->get_name();
  return {};
}

/// "pith filtr": the verb that was meant, where no file has that name. Empty: none was.
std::string mistyped_verb(const CLI::App& app, const char* first) {
  const bool is_file = first == nullptr || *first == '-' || ::access(first, F_OK) == 0;
  return is_file || !app.get_subcommands().empty() ? std::string() : cli::nearest_verb(app, first);
}

int run(int argc, char** argv) {
  auto verbs = cli::make_verbs();
  CLI::App app("", "pith");
  app.set_version_flag("--version", std::string("pith ") + pith::library_version());
  app.require_subcommand(0, 1);
  for (const auto& verb : verbs) add_verb(app, *verb);
  add_texts(app);
  try {
    app.parse(arguments_of(app, argc, argv));
  } catch (const CLI::ParseError& error) {
    return end_of(app, error);
  }
  const std::string lost = given_before_verb(app);
  if (!lost.empty()) {
    cli::say("unexpected " + lost + " before " + app.get_subcommands().front()->get_name() +
             "; --help lists what there is");
    return cli::exit_usage_or_io;
  }
  const std::string verb = mistyped_verb(app, argv[1]);
  if (verb.empty()) return chosen(app, verbs).run();
  cli::say(std::string("no file ") + argv[1] + ", did you mean pith " + verb + "?");
  return cli::exit_usage_or_io;
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  try {
    return run(argc, argv);
  } catch (const std::bad_alloc&) {
    cli::say("out of memory");
  } catch (const std::system_error& error) {
    cli::say(std::string("cannot start a thread: ") + error.what());
  }
  return cli::exit_usage_or_io;
}

#include "options/manual.hpp"

#include "options/app_texts.hpp"

namespace cli {
namespace {

/// Text as troff takes it: a hyphen of an option is a minus, no line begins with a control character, and a long list
/// without blanks may be broken after its commas.
std::string troff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const bool is_control = (c == '.' || c == '\'') && (out.empty() || out.back() == '\n');
    if (is_control) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else if (c == ',')
      out += ",\\:";
    else
      out += c;
  }
  return out;
}

std::string join(const std::vector<std::string>& parts, const std::string& separator) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : separator) + part;
  return out;
}

void add_options(const CLI::App& app, std::string& out) {
  for (const OptionText& option : options_of(app)) {
    out += ".TP\n\\fB" + troff(join(option.names, ", ")) + "\\fR";
    if (!option.value.empty()) out += " \\fI" + troff(option.value) + "\\fR";
    out += "\n" + troff(option.help) + "\n";
  }
}

std::string zsh_quoted(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'') out += "'\\'";
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string bash(const CLI::App& app) {
  std::string out =
      "# bash completion of pith\n_pith() {\n  local word=${COMP_WORDS[COMP_CWORD]} "
      "before=${COMP_WORDS[COMP_CWORD-1]}\n"
      "  local verb=${COMP_WORDS[1]}\n  case \"$verb/$before\" in\n";
  std::string names;
  std::string verbs;
  for (const CLI::App* const verb : verbs_of(app)) {
    const bool is_command = verb == &app;
    if (!is_command) verbs += verb->get_name() + " ";
    names += is_command ? "    *) words=\"" : "    " + verb->get_name() + ") words=\"";
    for (const OptionText& option : options_of(*verb)) {
      if (option.is_positional) continue;
      names += join(option.names, " ") + " ";
      if (option.choices.empty()) continue;
      out += "    " + (is_command ? std::string("*") : verb->get_name()) + "/" + option.names.back() +
             ") COMPREPLY=($(compgen -W \"" + join(option.choices, " ") + "\" -- \"$word\")); return ;;\n";
    }
    names += "\" ;;\n";
  }
  // The verbs' own cases have to come before the one of any verb.
  const std::size_t command = names.find('\n') + 1;
  out += "  esac\n  local words\n  case $verb in\n" + names.substr(command) + names.substr(0, command) +
         "  esac\n  [ \"$COMP_CWORD\" = 1 ] && words=\"$words " + verbs +
         "\"\n  case $word in\n    -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$word\")\n"
         "         $([ \"$COMP_CWORD\" = 1 ] && compgen -W \"" +
         verbs +
         "\" -- \"$word\")) ;;\n  esac\n}\n"
         "complete -o filenames -F _pith pith\n";
  return out;
}

std::string zsh(const CLI::App& app) {
  std::string out = "#compdef pith\n_pith() {\n  case $words[2] in\n";
  std::string command;
  for (const CLI::App* const verb : verbs_of(app)) {
    std::string lines = "_arguments -s";
    for (const OptionText& option : options_of(*verb)) {
      if (option.is_positional) continue;
      const std::string value = option.value.empty()
                                    ? ""
                                    : ":" + zsh_quoted(option.names.back()) + ":" +
                                          (option.choices.empty() ? "_files" : "(" + join(option.choices, " ") + ")");
      for (const std::string& name : option.names)
        lines += " \\\n      '" + name + "[" + zsh_quoted(option.help) + "]" + value + "'";
    }
    lines += " \\\n      '*:file:_files'";
    if (verb == &app)
      command = lines;
    else
      out += "    " + verb->get_name() + ") " + lines + " ;;\n";
  }
  return out + "    *) " + command + " ;;\n  esac\n}\n_pith \"$@\"\n";
}

std::string fish_quoted(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string fish(const CLI::App& app) {
  std::string out = "# fish completion of pith\n";
  for (const CLI::App* const verb : verbs_of(app)) {
    const bool is_command = verb == &app;
    const std::string when = is_command ? "__fish_use_subcommand" : "__fish_seen_subcommand_from " + verb->get_name();
    if (!is_command)
      out += "complete -c pith -n __fish_use_subcommand -a " + verb->get_name() + " -d '" +
             fish_quoted(verb->get_description()) + "'\n";
    for (const OptionText& option : options_of(*verb)) {
      if (option.is_positional) continue;
      out += "complete -c pith -n '" + when + "'";
      for (const std::string& name : option.names)
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.value.empty()) out += option.choices.empty() ? " -r" : " -x -a '" + join(option.choices, " ") + "'";
      out += " -d '" + fish_quoted(option.help) + "'\n";
    }
  }
  return out;
}

}  // namespace

std::string manual_page(const CLI::App& app, const std::string& version) {
  std::string out = ".TH PITH 1 \"\" \"pith " + version +
                    "\" \"User Commands\"\n.nh\n.ad l\n.SH NAME\npith \\- the article of web pages\n"
                    ".SH SYNOPSIS\n";
  for (const CLI::App* const verb : verbs_of(app))
    out += ".B pith" + (verb == &app ? "" : " " + verb->get_name()) + "\n[\\fIOPTION\\fR]... [\\fI" +
           (verb == &app                  ? "FILE"
            : verb->get_name() == "batch" ? "INPUT"
                                          : "<INPUT >OUTPUT") +
           "\\fR]...\n.br\n";
  for (const CLI::App* const verb : verbs_of(app)) {
    out += verb == &app ? ".SH DESCRIPTION\n" : ".SH \"pith " + verb->get_name() + "\"\n";
    out += troff(verb->get_description()) + "\n.PP\n.nf\n" + troff(verb->get_footer()) + "\n.fi\n";
    add_options(*verb, out);
  }
  return out;
}

std::string completions(const CLI::App& app, const std::string& shell) {
  if (shell == "bash") return bash(app);
  if (shell == "zsh") return zsh(app);
  return shell == "fish" ? fish(app) : std::string();
}

}  // namespace cli

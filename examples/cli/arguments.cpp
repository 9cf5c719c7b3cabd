#include "arguments.hpp"

#include <CLI/CLI.hpp>
#include <iostream>
#include <map>

namespace cli {
namespace {

constexpr const char* description =
    "Prints the article of web pages or scraped text, without menus, related links, disclaimers, promos and comments.";

constexpr const char* footer =
    "Several files are separated by \"==> NAME <==\" lines; with --to jsonl each is one line with its name.\n"
    "Exit codes: 0 every input had an article; 1 some input had none; 2 wrong usage, or a file could not be read or "
    "written.";

const std::map<std::string, Format> formats = {{"text", Format::text},
                                               {"markdown", Format::markdown},
                                               {"html", Format::html},
                                               {"json", Format::json},
                                               {"jsonl", Format::jsonl}};
const std::map<std::string, pith::SourceKind> kinds = {
    {"auto", pith::SourceKind::automatic}, {"html", pith::SourceKind::html}, {"text", pith::SourceKind::text}};
const std::map<std::string, pith::Leaning> leanings = {
    {"balanced", pith::Leaning::balanced}, {"precise", pith::Leaning::precise}, {"complete", pith::Leaning::complete}};
const std::map<std::string, pith::Links> link_choices = {{"keep", pith::Links::keep}, {"drop", pith::Links::drop}};

/// A choice by name, shown as {a,b,c} in the help.
template <typename Value>
CLI::Option* add_choice(CLI::App& app, const char* name, Value& value, const std::map<std::string, Value>& names,
                        const char* help) {
  const auto known = [&names](std::string& given) {
    return names.count(given) > 0 ? std::string{} : "unknown value \"" + given + "\"";
  };
  std::string shown;
  for (const auto& entry : names) shown += (shown.empty() ? "{" : ",") + entry.first;
  return app
      .add_option_function<std::string>(
          name, [&value, &names](const std::string& given) { value = names.at(given); }, help)
      ->check(CLI::Validator(known, "", ""))
      ->type_name(shown + "}");
}

}  // namespace

std::optional<int> parse(int argc, char** argv, Arguments& out) {
  CLI::App app(description, "pith");
  app.footer(footer);
  app.set_version_flag("--version", std::string("pith ") + pith::library_version());
  add_choice(app, "--to", out.format, formats, "output format (text)");
  add_choice(app, "--from", out.kind, kinds, "what the input is (auto)");
  add_choice(app, "--leaning", out.options.leaning, leanings, "which mistake is worse (balanced)");
  add_choice(app, "--links", out.links, link_choices, "links in markdown and html (keep)");
  app.add_option("--url", out.url, "address of the page: resolves links, helps to judge")->type_name("URL");
  app.add_option("--encoding", out.encoding, "charset label that overrules what the page says")->type_name("LABEL");
  app.add_option("--rules", out.rules, "phrases, attribute words or a model to add; may be given again")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_flag("--keep-dropped", out.options.keep_dropped, "json: dropped blocks too, with category, score and reason");
  app.add_flag("--keep-credits", out.options.keep_credits, "keep byline, source and editor lines");
  app.add_flag("--keep-comments", out.options.keep_comments, "keep readers' comments");
  app.add_flag("!--drop-captions", out.options.keep_captions, "leave the captions of pictures out");
  app.add_flag("--explain", out.explain, "print every block with score, category, and who decided, instead");
  app.add_flag("--evidence", out.evidence, "print that with the phrases found in each block and all its features");
  app.add_option("-o,--output", out.output, "write there instead of to standard output")->type_name("FILE");
  app.add_option("FILE", out.inputs, "pages; - or none: standard input")->type_name("");
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const int code = app.exit(error, std::cout, std::cerr);
    return code == 0 ? exit_article : exit_usage_or_io;
  }
  if (out.inputs.empty()) out.inputs.emplace_back("-");
  return std::nullopt;
}

}  // namespace cli

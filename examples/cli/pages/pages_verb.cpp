#include "pages/pages_verb.hpp"

#include <CLI/CLI.hpp>

#include "options/choices.hpp"
#include "options/instants.hpp"
#include "pages/run.hpp"

namespace pages {
namespace {

const cli::Choices<cli::Format> formats = {{"text", cli::Format::text}, {"markdown", cli::Format::markdown},
                                           {"html", cli::Format::html}, {"tei", cli::Format::tei},
                                           {"json", cli::Format::json}, {"jsonl", cli::Format::jsonl}};

/// An instant by its name on the command line, into `out`, which has to outlive `app`.
void add_instant(CLI::App& app, const char* name, pith::Date& out, const char* help) {
  const auto known = [](std::string& given) {
    return cli::parse_instant(given).known() ? std::string{}
                                             : "\"" + given + "\" is not a time such as 2024-03-23T08:15Z";
  };
  app.add_option_function<std::string>(
         name, [&out](const std::string& given) { out = cli::parse_instant(given); }, help)
      ->check(CLI::Validator(known, "", ""))
      ->type_name("TIME");
}

}  // namespace

const char* PagesVerb::description() const {
  return "Prints the article of web pages or scraped text, without menus, related links, disclaimers, promos and "
         "comments.";
}

const char* PagesVerb::footer() const {
  return "Several files are separated by \"==> NAME <==\" lines; with --to jsonl each is one line with its name.\n"
         "Exit codes: 0 every input had an article; 1 some input had none; 2 wrong usage, or a file could not be read "
         "or "
         "written.";
}

void PagesVerb::add_options(CLI::App& app) {
  cli::add_choice(app, "--to", arguments_.format, formats, "output format (text)");
  cli::add_extraction_options(app, arguments_.extraction);
  app.add_option("--url", arguments_.url, "address of the page: resolves links, helps to judge")->type_name("URL");
  app.add_option("--urls-from", arguments_.urls_from, "addresses of the pages, one a line, in their order")
      ->type_name("FILE");
  app.add_option("--files-from", arguments_.files_from,
                 "pages too: a name, or URL, tab and name, a line or between NULs")
      ->type_name("FILE");
  app.add_option("-j,--jobs", arguments_.jobs, "pages extracted at once (1)")
      ->check(CLI::Range(1, 1024).description(""))
      ->type_name("N");
  app.add_option("--encoding", arguments_.encoding, "charset label that overrules what the page says")
      ->type_name("LABEL");
  app.add_option("--known-title", arguments_.known_title, "the page's headline, where it is known")->type_name("TEXT");
  add_instant(
      app, "--fetched-at", arguments_.fetched_at,
      "when the pages were fetched (2024-03-23T08:15Z, or seconds since 1970): \"3 hours ago\" counts from it, later "
      "dates are refused");
  app.add_flag("--keep-dropped", arguments_.extraction.options.keep_dropped,
               "json: dropped blocks too, with category, score and reason");
  app.add_flag("--explain", arguments_.explain,
               "print every block with score, category and who decided; --to json too, --to html: a report to look at");
  app.add_flag("--evidence", arguments_.evidence,
               "print that with the phrases found in each block and all its features");
  cli::add_choice(app, "--compare-leaning", arguments_.other_leaning, cli::leanings(),
                  "with --explain --to html: what another leaning makes of the page, side by side");
  app.add_option("--compare-rules", arguments_.other_rules,
                 "with --explain --to html: what more rules make of it; may be given again")
      ->type_name("FILE")
      ->allow_extra_args(false);
  // An empty name is a variable of a script that was never set.
  const auto is_named = [](std::string& file) { return file.empty() ? std::string("needs a name") : std::string(); };
  app.add_option("-o,--output", arguments_.output, "write there instead of to standard output")
      ->check(CLI::Validator(is_named, "", ""))
      ->type_name("FILE");
  app.add_option("FILE", arguments_.inputs, "pages; - or nothing: standard input")->type_name("");
}

int PagesVerb::run() {
  const bool shows_text = arguments_.format == cli::Format::text && !arguments_.explain && !arguments_.evidence;
  if (shows_text) arguments_.extraction.options.metadata = false;  // nobody would see it
  return pages::run(arguments_);
}

}  // namespace pages

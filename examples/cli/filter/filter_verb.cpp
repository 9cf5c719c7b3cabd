#include "filter/filter_verb.hpp"

#include "exit_codes.hpp"
#include "files/say.hpp"
#include "filter/run.hpp"
#include "options/choices.hpp"
#include "options/numbers.hpp"

namespace filter {
namespace {

const cli::Choices<cli::Format> formats = {{"text", cli::Format::text},
                                           {"markdown", cli::Format::markdown},
                                           {"html", cli::Format::html},
                                           {"tei", cli::Format::tei},
                                           {"json", cli::Format::json}};

void add_field(CLI::App& app, const char* name, FieldNames& names, const char* help) {
  std::string defaults;
  for (const std::string& field : names) defaults += (defaults.empty() ? " (" : ",") + field;
  app.add_option(name, names, help + defaults + ")")->delimiter(',')->type_name("A,B.C")->allow_extra_args(false);
}

}  // namespace

const char* FilterVerb::description() const {
  return "Reads JSON Lines with pages, writes one line with the article for each";
}

const char* FilterVerb::footer() const {
  return "One JSON object a line in, exactly one out, in the same order; other fields are passed through. A line "
         "without\n"
         "a page gets \"error\" in place of the article, and the run goes on. Written: text, metadata, confidence,\n"
         "verdict, language, charset.\n"
         "Example: pith filter < pages.jsonl > articles.jsonl\n"
         "Exit codes: 0 every line got its line; 2 wrong usage, or the input or output failed.";
}

void FilterVerb::add_options(CLI::App& app) {
  add_field(app, "--input-field", arguments_.input, "where the page is, the first that holds a string");
  add_field(app, "--url-field", arguments_.url, "its address");
  add_field(app, "--charset-field", arguments_.charset, "of bytes: their charset");
  add_field(app, "--content-type-field", arguments_.content_type, "of bytes: the HTTP header's value");
  add_field(
      app, "--fetched-at-field", arguments_.fetched_at,
      "when it was fetched, ISO 8601 or seconds since 1970: \"3 hours ago\" counts from it, later dates are refused");
  app.add_flag("--base64", arguments_.is_base64, "the page is base64; so is any field whose name ends so");
  cli::add_choice(app, "--to", arguments_.format, formats,
                  "rendering in \"text\"; json: an object in \"article\" (text)");
  app.add_flag("--keep-input", arguments_.keep_input, "pass the page through as well");
  app.add_option("--prefix", arguments_.prefix, "put before the name of each field written")->type_name("P");
  app.add_flag("--spans", arguments_.spans, "write \"attributes\" as of Dolma: characters of the text, and a score");
  app.add_flag("--unbuffered", arguments_.is_unbuffered, "write each line at once, for pools of workers");
  cli::add_size(app, "--max-line-bytes", arguments_.max_line_bytes, "longer lines are errors (256MB)");
  cli::add_extraction_options(app, arguments_.extraction);
}

int FilterVerb::run() {
  if (arguments_.spans && arguments_.format == cli::Format::json) {
    cli::say("--spans needs a text that it can point into: not with --to json");
    return cli::exit_usage_or_io;
  }
  return filter::run(arguments_);
}

}  // namespace filter

#include "batch/batch_verb.hpp"

#include "batch/run.hpp"
#include "batch/selection.hpp"
#include "exit_codes.hpp"
#include "files/say.hpp"
#include "options/choices.hpp"
#include "options/numbers.hpp"
#include "streams/encoder.hpp"

namespace batch {
namespace {

const cli::Choices<cli::Format> formats = {
    {"jsonl", cli::Format::jsonl}, {"text", cli::Format::text}, {"markdown", cli::Format::markdown}};
constexpr const char* article_verdicts = "article, listing, forum, product, documentation";
const cli::Choices<streams::Coding> codings = {
    {"none", streams::Coding::identity}, {"gz", streams::Coding::gzip}, {"zst", streams::Coding::zstd}};

CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& list, const char* type,
                      const std::string& help) {
  return app.add_option(name, list, help)->delimiter(',')->type_name(type)->allow_extra_args(false);
}

/// A name that no article has would leave out all of them without a word.
std::string check_verdict(const std::string& name) {
  if (pith::from_name<pith::Verdict>(name)) return {};
  return "unknown verdict \"" + name + "\", not one of those of articles: " + article_verdicts;
}

std::string check_language(const std::string& tag) {
  return is_language_tag(tag) ? std::string() : "\"" + tag + "\" is not a language tag such as en or zh-Hans";
}

void add_selection(CLI::App& app, SelectionArguments& out) {
  cli::add_share(app, "--min-confidence", out.min_confidence, "keep articles of at least this confidence");
  add_list(app, "--verdict", out.verdicts, "A,B", std::string("keep these: ") + article_verdicts)
      ->check(CLI::Validator(check_verdict, "", ""));
  add_list(app, "--language", out.languages, "A,B", "keep these: zh takes zh-Hans too")
      ->check(CLI::Validator(check_language, "", ""));
  cli::add_count(app, "--min-words", out.min_words, "keep articles of at least so many words");
  cli::add_size(app, "--max-bytes", out.max_bytes, "leave out larger pages (they are cut at 64MB)");
  add_list(app, "--include-url", out.include_urls, "PATTERN", "keep only such addresses: 'https://*.example/*'");
  add_list(app, "--exclude-url", out.exclude_urls, "PATTERN", "leave out such addresses");
  app.add_flag("--drop-duplicates", out.drop_duplicates, "keep the first of articles with the same text");
  app.add_flag("--keep-empty", out.keep_empty, "write records of pages without an article too");
}

}  // namespace

const char* BatchVerb::description() const {
  return "Extracts a crawl (WARC, WET, JSON Lines, folders of pages) into numbered files";
}

const char* BatchVerb::footer() const {
  return "Writes FOLDER/part-00000.jsonl, ... and report.json. A run that was killed goes on with --resume: no record "
         "is\n"
         "lost or written twice.\n"
         "Example: pith batch --output articles --compress zst crawl/*.warc.gz\n"
         "Exit codes: 0 done; 1 done, but an input was left out: it holds nothing that pith reads; 2 wrong usage, or "
         "an\n"
         "input is missing; 3 the output cannot be written; 4 an input was lost on the way; 130, 143 stopped by a "
         "signal.\n"
         "After 3, 4, 130, 143 and any crash, --resume goes on.";
}

void BatchVerb::add_options(CLI::App& app) {
  app.add_option("-o,--output", arguments_.output, "folder for the output")->type_name("FOLDER")->required();
  app.add_option("INPUT", arguments_.inputs, ".warc, .warc.gz, .warc.zst, .wet, .jsonl(.gz,.zst), pages, folders")
      ->type_name("")
      ->required();
  app.add_option("-j,--jobs", arguments_.jobs, "extractors that run at once (one per core)")
      ->type_name("N")
      ->check(CLI::Range(0, 1024).description(""));
  app.add_flag("--resume", arguments_.resume, "go on with what was not finished");
  cli::add_choice(app, "--to", arguments_.format, formats, "format of the output (jsonl)");
  cli::add_choice(app, "--compress", arguments_.compression, codings, "compression of the output (none)");
  cli::add_size(app, "--shard-size", arguments_.shard_bytes, "largest file of output, before compression (512MB)");
  cli::add_size(app, "--queue-size", arguments_.queue_bytes, "records waiting in memory (32MB)");
  add_selection(app, arguments_.selection);
  cli::add_extraction_options(app, arguments_.extraction);
  app.get_option("--language")->excludes("--no-metadata");
}

int BatchVerb::run() {
  if (streams::make_encoder(arguments_.compression) == nullptr) {
    cli::say(std::string("this build of pith was made without ") + streams::name_of(arguments_.compression));
    return cli::exit_usage_or_io;
  }
  if (arguments_.format == cli::Format::text && arguments_.selection.languages.empty())
    arguments_.extraction.options.metadata = false;  // nobody would see it
  return batch::run(arguments_);
}

}  // namespace batch

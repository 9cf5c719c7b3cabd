#include "options/extraction.hpp"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "files/read_file.hpp"
#include "files/say.hpp"
#include "options/choices.hpp"

namespace cli {
namespace {

const Choices<pith::SourceKind> kinds = {
    {"auto", pith::SourceKind::automatic}, {"html", pith::SourceKind::html}, {"text", pith::SourceKind::text}};
const Choices<pith::Expect> kinds_of_page = {
    {"auto", pith::Expect::automatic},  {"article", pith::Expect::article},
    {"forum", pith::Expect::forum},     {"product", pith::Expect::product},
    {"listing", pith::Expect::listing}, {"documentation", pith::Expect::documentation}};
const Choices<pith::Links> link_choices = {{"keep", pith::Links::keep}, {"drop", pith::Links::drop}};
const Choices<pith::TextTables> table_choices = {{"tabs", pith::TextTables::tabs},
                                                 {"aligned", pith::TextTables::aligned}};
const Choices<pith::ListMarks> mark_choices = {{"keep", pith::ListMarks::keep}, {"drop", pith::ListMarks::drop}};
const Choices<bool> front_matter_choices = {{"none", false}, {"yaml", true}};

/// Rules are words and a model: a thousand times this is a wrong file.
constexpr std::size_t max_rules_bytes = std::size_t{256} << 20U;

/// A flag that makes `value` false. (CLI11's own kind is shown in the help as "--name{false}".)
void add_switch_off(CLI::App& app, const char* name, bool& value, const char* help) {
  app.add_flag_callback(
      name, [&value] { value = false; }, help);
}

}  // namespace

const Choices<pith::Leaning>& leanings() {
  static const Choices<pith::Leaning> all = {{"balanced", pith::Leaning::balanced},
                                             {"precise", pith::Leaning::precise},
                                             {"complete", pith::Leaning::complete}};
  return all;
}

void add_extraction_options(CLI::App& app, ExtractionArguments& out) {
  add_choice(app, "--from", out.kind, kinds, "what the input is (auto)");
  add_choice(app, "--expect", out.expect, kinds_of_page, "what the pages are known to be (auto)");
  add_choice(app, "--leaning", out.options.leaning, leanings(), "which mistake is worse (balanced)");
  add_choice(app, "--links", out.style.links, link_choices, "links in markdown, html and tei (keep)");
  add_choice(app, "--tables", out.style.text.tables, table_choices, "how text separates the cells of tables (tabs)");
  add_choice(app, "--list-marks", out.style.text.list_marks, mark_choices, "marks of list items in text (drop)");
  add_choice(app, "--front-matter", out.style.front_matter, front_matter_choices, "metadata before markdown (none)");
  app.add_option("--rules", out.rules, "phrases, attribute words or a model to add; may be given again")
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_option("--site-memory", out.site_memory, "what sites repeat, from --learn-site: it is left out")
      ->type_name("FILE");
  app.add_option("--learn-site", out.learn_site, "add to FILE what the sites of these pages repeat")->type_name("FILE");
  app.add_flag("--keep-credits", out.options.keep_credits, "keep byline, source and editor lines");
  app.add_flag("--keep-comments", out.options.keep_comments, "keep readers' comments");
  add_switch_off(app, "--drop-captions", out.options.keep_captions, "leave the captions of pictures out");
  add_switch_off(app, "--drop-images", out.options.keep_images, "leave images out");
  add_switch_off(app, "--drop-embeds", out.options.keep_embeds, "leave videos and frames out");
  add_switch_off(app, "--no-guesses", out.options.metadata_guesses, "only metadata that the page declares or labels");
  add_switch_off(app, "--no-metadata", out.options.metadata, "no metadata but a title that the text shows: faster");
  app.add_flag_callback(
      "--origins", [&out] { out.style.origins = pith::JsonOrigins::write; },
      "json: where each field of the metadata was found, and how sure that is");
}

void describe(const ExtractionArguments& arguments, nlohmann::ordered_json& out) {
  const pith::Options& options = arguments.options;
  const RenderingStyle& style = arguments.style;
  out["from"] = name_in(kinds, arguments.kind);
  out["expect"] = name_in(kinds_of_page, arguments.expect);
  out["leaning"] = name_in(leanings(), options.leaning);
  out["links"] = name_in(link_choices, style.links);
  out["tables"] = name_in(table_choices, style.text.tables);
  out["list_marks"] = name_in(mark_choices, style.text.list_marks);
  out["front_matter"] = name_in(front_matter_choices, style.front_matter);
  out["keep_credits"] = options.keep_credits;
  out["keep_comments"] = options.keep_comments;
  out["keep_captions"] = options.keep_captions;
  out["keep_images"] = options.keep_images;
  out["keep_embeds"] = options.keep_embeds;
  out["metadata"] = options.metadata;
  out["metadata_guesses"] = options.metadata_guesses;
  out["origins"] = style.origins == pith::JsonOrigins::write;
  out["rules"] = arguments.rules;
  out["site_memory"] = arguments.site_memory;
  out["learn_site"] = arguments.learn_site;
}

const char* name_of(Format format) {
  constexpr const char* names[] = {"text", "markdown", "html", "tei", "json", "jsonl"};
  return names[static_cast<std::size_t>(format)];
}

std::optional<pith::Rules> load_rule_files(const std::vector<std::string>& files, const pith::Rules& base) {
  pith::Rules rules = base;
  for (const std::string& name : files) {
    const FileBytes file = read_whole_file(name, max_rules_bytes);
    if (!file.error.empty()) {
      say("cannot read " + name + ": " + file.error);
      return std::nullopt;
    }
    const auto loaded = pith::load_rules(file.bytes, rules);
    if (!loaded) {
      say(name + ":" + std::to_string(loaded.error().line) + ": " + loaded.error().message);
      return std::nullopt;
    }
    rules = loaded.value();
  }
  return rules;
}

std::string render(const pith::Article& article, Format format, const RenderingStyle& style) {
  switch (format) {
    case Format::text:
      return pith::to_text(article, style.text);
    case Format::markdown:
      return (style.front_matter ? pith::to_front_matter(article) + "\n" : std::string()) +
             pith::to_markdown(article, style.links);
    case Format::html:
      return pith::to_html(article, style.links);
    case Format::tei:
      return pith::to_tei(article, style.links);
    case Format::json:
    case Format::jsonl:
      break;
  }
  return pith::to_json(article, pith::JsonLayout::one_line, style.origins);
}

}  // namespace cli

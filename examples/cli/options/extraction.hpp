/// The options that say how a page becomes an article; every verb has them.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <pith.hpp>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

enum class Format { text, markdown, html, tei, json, jsonl };

/// What the renderings can be told.
struct RenderingStyle {
  pith::Links links = pith::Links::keep;
  pith::TextStyle text;
  bool front_matter = false;  ///< before Markdown
  pith::JsonOrigins origins = pith::JsonOrigins::leave_out;
};

struct ExtractionArguments {
  pith::Options options;
  pith::SourceKind kind = pith::SourceKind::automatic;
  pith::Expect expect = pith::Expect::automatic;
  RenderingStyle style;
  std::vector<std::string> rules;  ///< files
  std::string site_memory;         ///< file to read what sites repeat from; empty: none
  std::string learn_site;          ///< file to write it to; empty: nothing is learned
};

/// --from, --expect, --leaning, --rules, --site-memory, --learn-site, what is kept, dropped and guessed, and --links,
/// --tables, --list-marks, --front-matter and --origins. `out` has to outlive `app`.
void add_extraction_options(CLI::App& app, ExtractionArguments& out);

/// Adds what they say, by name, as a report tells it: "leaning": "balanced".
void describe(const ExtractionArguments& arguments, nlohmann::ordered_json& out);

[[nodiscard]] const char* name_of(Format format);

/// The values of --leaning, by name.
[[nodiscard]] const std::map<std::string, pith::Leaning>& leanings();

/// `base` with the files of --rules; nothing, after a line on stderr, when one of them is refused.
[[nodiscard]] std::optional<pith::Rules> load_rule_files(const std::vector<std::string>& files,
                                                         const pith::Rules& base = pith::builtin_rules());

/// The article in a format; json and jsonl are one line, without a newline at the end.
[[nodiscard]] std::string render(const pith::Article& article, Format format, const RenderingStyle& style);

}  // namespace cli

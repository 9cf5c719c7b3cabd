// pith: the command. Reads pages, writes their articles.

#include <pith.hpp>

#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "arguments.hpp"

namespace {

using cli::Arguments;
using cli::Format;

void complain(const std::string& what) {
  std::cerr << "pith: " << what << '\n';
}

std::optional<std::string> read_input(const std::string& name) {
  const bool is_standard = name == "-";
  std::FILE* const file = is_standard ? stdin : std::fopen(name.c_str(), "rb");
  if (file == nullptr) return std::nullopt;
  std::string bytes;
  std::array<char, 65536> part;
  for (std::size_t size = 1; size != 0;)
    bytes.append(part.data(), size = std::fread(part.data(), 1, part.size(), file));
  // A folder opens, but its first read fails.
  const bool failed = std::ferror(file) != 0;
  if (!is_standard) std::fclose(file);
  return failed ? std::nullopt : std::optional(std::move(bytes));
}

/// The built-in rules with the files of --rules; nothing when one of them is refused.
std::optional<pith::Rules> load_all_rules(const std::vector<std::string>& files) {
  pith::Rules rules = pith::builtin_rules();
  for (const std::string& name : files) {
    const auto bytes = read_input(name);
    if (!bytes) {
      complain("cannot read " + name);
      return std::nullopt;
    }
    const auto loaded = pith::load_rules(*bytes, rules);
    if (!loaded) {
      complain(name + ":" + std::to_string(loaded.error().line) + ": " + loaded.error().message);
      return std::nullopt;
    }
    rules = loaded.value();
  }
  return rules;
}

std::string render(const pith::Article& article, const Arguments& arguments, const std::string& name) {
  switch (arguments.format) {
    case Format::text:
      return pith::to_text(article);
    case Format::markdown:
      return pith::to_markdown(article, arguments.links);
    case Format::html:
      return pith::to_html(article, arguments.links);
    case Format::json:
      return pith::to_json(article);
    case Format::jsonl:
      break;
  }
  nlohmann::ordered_json record = {{"file", name}};
  record.update(nlohmann::ordered_json::parse(pith::to_json(article, pith::JsonLayout::one_line)));
  return record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// Writes one input's answer to `out`; answers the exit code it stands for.
int extract_one(pith::Extractor& extractor, const Arguments& arguments, const std::string& name, std::ostream& out) {
  const auto bytes = read_input(name);
  if (!bytes) {
    complain("cannot read " + name);
    return cli::exit_usage_or_io;
  }
  const pith::Source source{.bytes = *bytes,
                            .url = arguments.url,
                            .content_type = {},
                            .kind = arguments.kind,
                            .encoding = arguments.encoding};
  if (arguments.explain || arguments.evidence) {
    const pith::Explanation explanation = extractor.explain(source);
    out << pith::to_text(explanation, arguments.evidence ? pith::ExplainDetail::evidence : pith::ExplainDetail::blocks);
    return explanation.article.empty() ? cli::exit_no_article : cli::exit_article;
  }
  const pith::Article article = extractor.extract(source);
  out << render(article, arguments, name);
  if (article.empty())
    complain((name == "-" ? "standard input" : name) + ": no article (" + pith::name_of(article.verdict) + ")");
  return article.empty() ? cli::exit_no_article : cli::exit_article;
}

int extract_all(pith::Extractor& extractor, const Arguments& arguments, std::ostream& out) {
  const bool headed = arguments.inputs.size() > 1 && arguments.format != Format::jsonl;
  int worst = cli::exit_article;
  for (std::size_t i = 0; i < arguments.inputs.size(); ++i) {
    if (headed) out << (i > 0 ? "\n" : "") << "==> " << arguments.inputs[i] << " <==\n";
    worst = std::max(worst, extract_one(extractor, arguments, arguments.inputs[i], out));
  }
  out.flush();
  return worst;
}

}  // namespace

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  Arguments arguments;
  if (const auto done = cli::parse(argc, argv, arguments)) return *done;
  const auto rules = load_all_rules(arguments.rules);
  if (!rules) return cli::exit_usage_or_io;
  pith::Extractor extractor(arguments.options, *rules);
  std::ofstream file;
  if (!arguments.output.empty()) {
    file.open(arguments.output, std::ios::binary);
    if (!file) {
      complain("cannot write " + arguments.output);
      return cli::exit_usage_or_io;
    }
  }
  std::ostream& out = arguments.output.empty() ? std::cout : file;
  const int code = extract_all(extractor, arguments, out);
  if (!out) {
    complain("cannot write " + (arguments.output.empty() ? std::string("to standard output") : arguments.output));
    return cli::exit_usage_or_io;
  }
  return code;
}

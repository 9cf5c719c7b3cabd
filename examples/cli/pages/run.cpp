#include "pages/run.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "exit_codes.hpp"
#include "files/read_file.hpp"
#include "files/say.hpp"

namespace pages {
namespace {

std::string render(const pith::Article& article, const Arguments& arguments, const std::string& name) {
  if (arguments.format == cli::Format::json) return pith::to_json(article);
  std::string rendered = cli::render(article, arguments.format, arguments.extraction.links);
  if (arguments.format != cli::Format::jsonl) return rendered;
  nlohmann::ordered_json record = {{"file", name}};
  record.update(nlohmann::ordered_json::parse(rendered));
  return record.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// Writes one input's answer to `out`; answers the exit code it stands for.
int extract_one(pith::Extractor& extractor, const Arguments& arguments, const std::string& name, std::ostream& out) {
  const cli::FileBytes file = cli::read_file(name, arguments.extraction.options.limits.max_input_bytes);
  if (!file.error.empty()) {
    cli::say("cannot read " + name + ": " + file.error);
    return cli::exit_usage_or_io;
  }
  const pith::Source source{.bytes = file.bytes,
                            .url = arguments.url,
                            .content_type = {},
                            .kind = arguments.extraction.kind,
                            .encoding = arguments.encoding};
  if (arguments.explain || arguments.evidence) {
    const pith::Explanation explanation = extractor.explain(source);
    out << pith::to_text(explanation, arguments.evidence ? pith::ExplainDetail::evidence : pith::ExplainDetail::blocks);
    return explanation.article.empty() ? cli::exit_no_article : cli::exit_done;
  }
  const pith::Article article = extractor.extract(source);
  out << render(article, arguments, name);
  if (article.empty())
    cli::say((name == "-" ? "standard input" : name) + ": no article (" + pith::name_of(article.verdict) + ")");
  return article.empty() ? cli::exit_no_article : cli::exit_done;
}

int extract_all(pith::Extractor& extractor, const Arguments& arguments, std::ostream& out) {
  std::vector<std::string> inputs = arguments.inputs;
  if (inputs.empty()) inputs.emplace_back("-");
  const bool headed = inputs.size() > 1 && arguments.format != cli::Format::jsonl;
  int worst = cli::exit_done;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (headed) out << (i > 0 ? "\n" : "") << "==> " << inputs[i] << " <==\n";
    worst = std::max(worst, extract_one(extractor, arguments, inputs[i], out));
  }
  out.flush();
  return worst;
}

}  // namespace

int run(const Arguments& arguments) {
  const auto rules = cli::load_rule_files(arguments.extraction.rules);
  if (!rules) return cli::exit_usage_or_io;
  pith::Extractor extractor(arguments.extraction.options, *rules);
  std::ofstream file;
  if (!arguments.output.empty()) {
    file.open(arguments.output, std::ios::binary);
    if (!file) {
      cli::say("cannot write " + arguments.output);
      return cli::exit_usage_or_io;
    }
  }
  std::ostream& out = arguments.output.empty() ? std::cout : file;
  const int code = extract_all(extractor, arguments, out);
  if (!out) {
    cli::say("cannot write " + (arguments.output.empty() ? std::string("to standard output") : arguments.output));
    return cli::exit_usage_or_io;
  }
  return code;
}

}  // namespace pages

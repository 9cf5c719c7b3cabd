#include "pages/run.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "exit_codes.hpp"
#include "files/output_file.hpp"
#include "files/progress.hpp"
#include "files/say.hpp"
#include "options/page_reader.hpp"
#include "pages/extract_page.hpp"
#include "pages/inputs.hpp"
#include "pages/run_in_order.hpp"

namespace pages {
namespace {

/// The label is one that the library knows: it then does not guess, also where bytes fit no guess.
bool is_known_encoding(const std::string& label) {
  const pith::Article probe = pith::extract(pith::Source{
      .bytes = "<p>\xe9\xe8", .url = {}, .content_type = {}, .kind = pith::SourceKind::html, .encoding = label});
  return std::none_of(probe.notices.begin(), probe.notices.end(),
                      [](const pith::Notice& notice) { return notice.code == pith::NoticeCode::charset_guessed; });
}

/// Prints what the pages gave, in their order.
class Printer {
 public:
  Printer(const Arguments& arguments, const std::vector<PageInput>& inputs)
      : inputs_(inputs),
        is_headed_(inputs.size() > 1 && arguments.format != cli::Format::jsonl),
        out_(arguments.output),
        progress_(cli::Progress::Unit::pages, inputs.size(), 0) {}

  /// False: nothing more can be written.
  bool take(std::size_t index, Printed&& printed) {
    for (const std::string& message : printed.messages) {
      progress_.end();
      cli::say(message);
    }
    worst_ = std::max(worst_, printed.exit_code);
    if (printed.was_read) {
      if (is_headed_) out_.write((has_printed_ ? "\n==> " : "==> ") + inputs_[index].name + " <==\n");
      out_.write(printed.output);
      has_printed_ = true;
    }
    progress_.show(index + 1, index + 1);
    return out_.error().empty();
  }

  [[nodiscard]] int finish() {
    progress_.end();
    const bool was_nothing_read = !has_printed_ && worst_ == cli::exit_usage_or_io;
    if (!was_nothing_read) out_.finish();  // else what stood in the file stays
    if (out_.error().empty()) return worst_;
    cli::say(out_.error());
    return cli::exit_usage_or_io;
  }

  [[nodiscard]] const std::string& error() const noexcept { return out_.error(); }

 private:
  const std::vector<PageInput>& inputs_;
  bool is_headed_;
  cli::OutputFile out_;
  cli::Progress progress_;
  bool has_printed_ = false;
  int worst_ = cli::exit_done;
};

/// What the readers of all threads share.
struct Readers {
  const Arguments& arguments;
  const cli::Knowledge& knowledge;
  const std::optional<pith::Rules>& compared;
  cli::SiteLearning& learning;

  [[nodiscard]] PageReaders make() const {
    pith::Options options = arguments.extraction.options;
    PageReaders readers{cli::PageReader(options, knowledge, learning.part()), std::nullopt};
    options.leaning = arguments.other_leaning.value_or(options.leaning);
    if (compared) readers.second.emplace(options, *compared, knowledge);
    return readers;
  }
};

void extract_all(const Readers& readers, const std::vector<PageInput>& inputs, Printer& printer) {
  const Arguments& arguments = readers.arguments;
  if (arguments.jobs <= 1) {
    PageReaders reader = readers.make();
    for (std::size_t i = 0; i < inputs.size() && printer.take(i, extract_page(reader, arguments, inputs[i])); ++i) {
    }
    return;
  }
  OrderedRun<Printed> run(inputs.size(), arguments.jobs);
  run.run(
      [&] {
        const auto reader = std::make_shared<PageReaders>(readers.make());
        return [&, reader](std::size_t index) { return extract_page(*reader, arguments, inputs[index]); };
      },
      [&](std::size_t index, Printed&& printed) { return printer.take(index, std::move(printed)); });
}

/// Writes what was learned; the exit code is the worse of both.
int finish(Printer& printer, cli::SiteLearning& learning) {
  const int exit_code = printer.finish();
  if (printer.error().empty()) learning.finish();
  if (learning.error().empty()) return exit_code;
  cli::say(learning.error());
  return cli::exit_usage_or_io;
}

}  // namespace

int run(const Arguments& arguments) {
  if (!arguments.encoding.empty() && !is_known_encoding(arguments.encoding)) {
    cli::say("--encoding: unknown charset \"" + arguments.encoding + "\"");
    return cli::exit_usage_or_io;
  }
  const auto knowledge = cli::load_knowledge(arguments.extraction);
  if (!knowledge) return cli::exit_usage_or_io;
  const bool is_article_only = arguments.format == cli::Format::markdown || arguments.format == cli::Format::tei;
  if ((arguments.explain || arguments.evidence) && is_article_only) {
    cli::say("--explain and --evidence are for --to text, json, jsonl and html");
    return cli::exit_usage_or_io;
  }
  if (arguments.compares() && (!arguments.explain || arguments.format != cli::Format::html)) {
    cli::say("--compare-leaning and --compare-rules need --explain --to html");
    return cli::exit_usage_or_io;
  }
  std::optional<pith::Rules> compared;  // of the second side: those of the first, and more
  if (arguments.compares()) compared = cli::load_rule_files(arguments.other_rules, knowledge->rules);
  if (arguments.compares() && !compared) return cli::exit_usage_or_io;
  const auto inputs = list_inputs(arguments);
  if (!inputs) return cli::exit_usage_or_io;
  cli::SiteLearning learning(arguments.extraction.learn_site);
  if (!learning.error().empty()) {
    cli::say(learning.error());
    return cli::exit_usage_or_io;
  }
  Printer printer(arguments, *inputs);
  if (printer.error().empty()) extract_all({arguments, *knowledge, compared, learning}, *inputs, printer);
  return finish(printer, learning);
}

}  // namespace pages

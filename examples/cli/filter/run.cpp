#include "filter/run.hpp"

#include <unistd.h>

#include <cerrno>
#include <new>

#include "exit_codes.hpp"
#include "files/descriptor.hpp"
#include "files/say.hpp"
#include "filter/input_record.hpp"
#include "filter/line_reader.hpp"
#include "filter/output_record.hpp"
#include "filter/source.hpp"
#include "options/page_reader.hpp"

namespace filter {
namespace {

constexpr std::size_t block_bytes = std::size_t{256} << 10U;

class Filter {
 public:
  Filter(const Arguments& arguments, const cli::Knowledge& knowledge, cli::SiteLearning& learning)
      : arguments_(arguments),
        format_(article_format(arguments)),
        reader_(arguments.extraction.options, knowledge, learning.part()),
        parser_(arguments, output_names(arguments)),
        lines_(STDIN_FILENO, arguments.max_line_bytes) {}

  int run();

 private:
  void process(LineReader::Outcome outcome, std::string_view line);
  void extract(const InputRecord& input);
  bool flush();

  const Arguments& arguments_;
  records::ArticleFormat format_;
  cli::PageReader reader_;
  RecordParser parser_;
  LineReader lines_;
  std::string out_;
  unsigned long long line_count_ = 0;
  unsigned long long error_count_ = 0;
};

void Filter::extract(const InputRecord& input) {
  std::string content_type;
  pith::Article article = reader_.extract(source_of(input, arguments_, content_type));
  append_article(out_, input, records::make_fields(std::move(article), format_), format_);
}

void Filter::process(LineReader::Outcome outcome, std::string_view line) {
  ++line_count_;
  const std::size_t before = out_.size();
  InputRecord input;
  try {
    if (outcome == LineReader::Outcome::too_long)
      input.error = "longer than " + std::to_string(arguments_.max_line_bytes) + " bytes";
    else
      input = parser_.parse(line);
    if (input.error.empty()) {
      extract(input);
      return;
    }
  } catch (const std::bad_alloc&) {
    out_.resize(before);
    input.error = "not enough memory";
  }
  ++error_count_;
  append_error(out_, input, format_, line_count_);
}

bool Filter::flush() {
  const bool written = cli::write_all(STDOUT_FILENO, out_);
  out_.clear();
  if (!written) cli::say("cannot write to standard output: " + cli::reason_of(errno));
  return written;
}

int Filter::run() {
  for (;;) {
    // Whoever sends lines one by one may wait for the answer to the last one.
    const bool is_time = arguments_.is_unbuffered || out_.size() >= block_bytes || lines_.needs_to_read();
    if (is_time && !flush()) return cli::exit_usage_or_io;
    std::string_view line;
    const LineReader::Outcome outcome = lines_.next(line);
    if (outcome == LineReader::Outcome::end) break;
    if (outcome == LineReader::Outcome::failed) {
      const int error = errno;
      static_cast<void>(flush());
      cli::say("cannot read standard input: " + cli::reason_of(error));
      return cli::exit_usage_or_io;
    }
    process(outcome, line);
  }
  if (!flush()) return cli::exit_usage_or_io;
  if (error_count_ > 0)
    cli::say(std::to_string(error_count_) + " of " + std::to_string(line_count_) + " lines had an error");
  return cli::exit_done;
}

}  // namespace

int run(const Arguments& arguments) {
  const auto knowledge = cli::load_knowledge(arguments.extraction);
  if (!knowledge) return cli::exit_usage_or_io;
  cli::SiteLearning learning(arguments.extraction.learn_site);
  if (learning.error().empty()) {
    const int exit_code = Filter(arguments, *knowledge, learning).run();
    if (exit_code != cli::exit_done) return exit_code;
    learning.finish();
  }
  if (learning.error().empty()) return cli::exit_done;
  cli::say(learning.error());
  return cli::exit_usage_or_io;
}

}  // namespace filter

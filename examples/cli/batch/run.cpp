#include "batch/run.hpp"

#include <csignal>
#include <exception>
#include <memory>
#include <thread>

#include "batch/conveyor.hpp"
#include "batch/inputs.hpp"
#include "batch/output_folder.hpp"
#include "batch/page_extractor.hpp"
#include "batch/reader.hpp"
#include "batch/report.hpp"
#include "batch/run_writer.hpp"
#include "batch/stop_signals.hpp"
#include "exit_codes.hpp"
#include "files/progress.hpp"
#include "files/say.hpp"
#include "options/page_reader.hpp"

namespace batch {
namespace {

std::uint64_t bytes_of(const std::vector<Input>& inputs, std::size_t count) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < count && i < inputs.size(); ++i) bytes += inputs[i].bytes;
  return bytes;
}

unsigned job_count(const Arguments& arguments) {
  return arguments.jobs > 0 ? arguments.jobs : std::max(1U, std::thread::hardware_concurrency());
}

void read_all(Reader& reader, Conveyor& conveyor) {
  for (bool is_more = true; is_more;) {
    auto parcel = conveyor.take_empty();
    is_more = reader.fill(*parcel);
    if (!conveyor.send(std::move(parcel))) break;
  }
  conveyor.close();
}

void extract_all(PageExtractor& extractor, Conveyor& conveyor) {
  while (auto parcel = conveyor.take_work()) {
    extractor.process(*parcel);
    conveyor.deliver(std::move(parcel));
  }
}

void write_all(RunWriter& writer, Conveyor& conveyor, cli::Progress& progress) {
  while (auto parcel = conveyor.take_done()) {
    writer.write(*parcel);
    progress.show(parcel->file_bytes, writer.state().tally["pages"]);
    conveyor.give_back(std::move(parcel));
    if (!writer.error().empty()) conveyor.abandon();
  }
  progress.end();
}

/// The threads of a run, from the first parcel to the last.
class Run {
 public:
  Run(const Arguments& arguments, const std::vector<Input>& inputs, const cli::Knowledge& knowledge, RunState state)
      : conveyor_(arguments.queue_bytes),
        signals_([this] { conveyor_.stop(); }),
        arguments_(arguments),
        inputs_(inputs),
        knowledge_(knowledge),
        reader_(inputs, state.place, max_page_bytes(arguments) + max_http_header),
        writer_(arguments, std::move(state)) {}

  [[nodiscard]] int run() {
    if (!writer_.error().empty()) return report_end();
    cli::Progress progress(cli::Progress::Unit::bytes, bytes_of(inputs_, inputs_.size()),
                           bytes_of(inputs_, writer_.state().place.input));
    make_extractors();
    std::vector<std::thread> threads;
    std::exception_ptr trouble;
    try {
      start(threads);
      write_all(writer_, conveyor_, progress);
    } catch (...) {  // want of memory or threads
      trouble = std::current_exception();
      conveyor_.abandon();
    }
    for (std::thread& thread : threads) thread.join();
    if (trouble) std::rethrow_exception(trouble);
    const bool is_whole = signals_.received() == 0 && reader_.failure().empty() && writer_.error().empty();
    if (is_whole)
      writer_.finish();
    else
      writer_.stop();
    return report_end();
  }

 private:
  void make_extractors() {
    for (unsigned i = 0; i < job_count(arguments_); ++i)
      extractors_.push_back(std::make_unique<PageExtractor>(arguments_, inputs_, knowledge_));
  }

  /// The reader comes last: nothing begins before all are there.
  void start(std::vector<std::thread>& threads) {
    for (const auto& extractor : extractors_)
      threads.emplace_back([this, &extractor] { extract_all(*extractor, conveyor_); });
    threads.emplace_back([this] { read_all(reader_, conveyor_); });
  }

  [[nodiscard]] int report_end() const {
    const std::string again = "; --resume goes on from there";
    if (!writer_.error().empty()) {
      cli::say(writer_.error() + again);
      return cli::exit_cannot_write;
    }
    if (!reader_.failure().empty()) {
      cli::say(reader_.failure() + again);
      return cli::exit_input_lost;
    }
    if (signals_.received() != 0) {
      cli::say(std::string("stopped by ") + (signals_.received() == SIGINT ? "SIGINT" : "SIGTERM") + again);
      return cli::exit_signal + signals_.received();
    }
    cli::say(summary_of(writer_.state()));
    return writer_.state().tally["inputs_left_out"] > 0 ? cli::exit_input_left_out : cli::exit_done;
  }

  /// A page of the largest size is whole with its HTTP header.
  static constexpr std::size_t max_http_header = std::size_t{64} << 10U;

  Conveyor conveyor_;
  StopSignals signals_;  // before any other thread: they inherit its mask
  const Arguments& arguments_;
  const std::vector<Input>& inputs_;
  const cli::Knowledge& knowledge_;
  Reader reader_;
  RunWriter writer_;
  std::vector<std::unique_ptr<PageExtractor>> extractors_;
};

}  // namespace

int run(const Arguments& arguments) {
  const auto knowledge = cli::load_knowledge(arguments.extraction);
  if (!knowledge) return cli::exit_usage_or_io;
  const auto inputs = find_inputs(arguments.inputs, arguments.output);
  if (!inputs) return cli::exit_usage_or_io;
  if (inputs->empty()) {
    cli::say("no files in " + arguments.inputs.front());
    return cli::exit_usage_or_io;
  }
  const std::string trouble = cli::SiteLearning(arguments.extraction.learn_site).error();
  if (!trouble.empty()) {
    cli::say(trouble);
    return cli::exit_usage_or_io;
  }
  int exit_code = cli::exit_done;
  auto output = open_output(arguments, *inputs, exit_code);
  if (!output) return exit_code;
  return Run(arguments, *inputs, *knowledge, std::move(output->state)).run();
}

}  // namespace batch

#include "batch/output_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "exit_codes.hpp"
#include "files/say.hpp"

namespace batch {
namespace {

namespace fs = std::filesystem;

bool holds_output(const std::string& folder) {
  std::error_code error;
  for (fs::directory_iterator entries(folder, error); !error && entries != fs::directory_iterator();
       entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    if (name.starts_with("part-") || name == "report.json") return true;
  }
  return false;
}

/// Empty, or why not.
std::string make_folder(const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return error.message();
  return ::access(folder.c_str(), W_OK | X_OK) == 0 ? std::string() : cli::reason_of(errno);
}

/// What a folder's state allows; empty: to go on with it.
std::string reason_against(const Arguments& arguments, const RunState& state, const std::string& fingerprint) {
  const std::string& folder = arguments.output;
  if (state.fingerprint != fingerprint)
    return folder + " holds the output of another run (other input, options or version): name another folder";
  return arguments.resume ? std::string() : folder + " holds an unfinished run: --resume goes on with it";
}

}  // namespace

std::optional<OutputFolder> open_output(const Arguments& arguments, const std::vector<Input>& inputs, int& exit_code) {
  const std::string& folder = arguments.output;
  exit_code = cli::exit_cannot_write;
  const std::string trouble = make_folder(folder);
  OutputFolder out;
  if (trouble.empty()) out.lock = cli::Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (out.lock.number() < 0) {
    cli::say("cannot write to " + folder + ": " + (trouble.empty() ? cli::reason_of(errno) : trouble));
    return std::nullopt;
  }
  exit_code = cli::exit_usage_or_io;
  if (::flock(out.lock.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    cli::say("another pith batch writes to " + folder);
    return std::nullopt;
  }
  const std::string fingerprint = fingerprint_of(arguments, inputs);
  auto state = read_state(folder);
  if (state && state->is_complete && state->fingerprint == fingerprint) {
    cli::say(folder + " is complete: nothing to do");
    exit_code = state->tally["inputs_left_out"] > 0 ? cli::exit_input_left_out : cli::exit_done;
    return std::nullopt;
  }
  const std::string reason = state                  ? reason_against(arguments, *state, fingerprint)
                             : holds_output(folder) ? folder + " holds other output: name another folder"
                                                    : std::string();
  if (!reason.empty()) {
    cli::say(reason);
    return std::nullopt;
  }
  if (state) out.state = std::move(*state);
  out.state.fingerprint = fingerprint;
  return out;
}

}  // namespace batch

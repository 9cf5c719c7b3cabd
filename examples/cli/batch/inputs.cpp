#include "batch/inputs.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include "files/say.hpp"

namespace batch {
namespace {

namespace fs = std::filesystem;

bool is_unhidden(const fs::directory_entry& entry) {
  return !entry.path().filename().string().starts_with('.');
}

/// Folders on the way to where a walk is, so that a link back to one of them is not followed for ever.
class Ancestors {
 public:
  /// True when `folder`, `depth` below the beginning of the walk, is one of those around it.
  [[nodiscard]] bool is_among(const fs::path& folder, std::size_t depth) {
    std::error_code ignored;
    const fs::path place = fs::canonical(folder, ignored);
    places_.resize(std::min(depth, places_.size()));
    const bool found = std::find(places_.begin(), places_.end(), place) != places_.end();
    places_.push_back(place);
    return found;
  }

 private:
  std::vector<fs::path> places_;
};

bool add_folder(const std::string& name, const std::string& output, std::vector<Input>& out) {
  std::error_code error;
  const std::size_t first = out.size();
  fs::path last = name;  // which one cannot be read, where one cannot
  Ancestors ancestors;
  static_cast<void>(ancestors.is_among(name, 0));
  fs::recursive_directory_iterator entries(name, fs::directory_options::follow_directory_symlink, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    std::error_code ignored;
    last = entries->path();
    if (entries->is_directory(ignored)) {
      const bool is_loop = ancestors.is_among(last, static_cast<std::size_t>(entries.depth()) + 1);
      const bool is_output = fs::equivalent(last, output, ignored);
      if (is_loop || is_output || !is_unhidden(*entries)) entries.disable_recursion_pending();
    } else if (is_unhidden(*entries) && entries->is_regular_file(ignored)) {
      out.push_back({last.string(), entries->file_size(ignored)});
    }
  }
  if (error) cli::say("cannot read " + last.string() + ": " + error.message());
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  return !error;
}

/// Only what can be read again from a place in its middle can be resumed.
std::string reason_against_file(const std::string& name) {
  std::error_code error;
  const fs::file_status status = fs::status(name, error);
  if (error) return error.message();
  if (!fs::is_regular_file(status)) return "not a file or folder; pith filter reads from a pipe";
  return ::access(name.c_str(), R_OK) == 0 ? std::string() : cli::reason_of(errno);
}

bool add_file(const std::string& name, std::vector<Input>& out) {
  const std::string reason = reason_against_file(name);
  std::error_code ignored;
  if (reason.empty())
    out.push_back({name, fs::file_size(name, ignored)});
  else
    cli::say("cannot read " + name + ": " + reason);
  return reason.empty();
}

}  // namespace

std::optional<std::vector<Input>> find_inputs(const std::vector<std::string>& names, const std::string& output) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code ignored;
    const bool found = fs::is_directory(name, ignored) ? add_folder(name, output, inputs) : add_file(name, inputs);
    if (!found) return std::nullopt;
  }
  return inputs;
}

}  // namespace batch

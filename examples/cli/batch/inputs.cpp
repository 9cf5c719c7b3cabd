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

bool add_folder(const std::string& name, std::vector<Input>& out) {
  std::error_code error;
  const std::size_t first = out.size();
  fs::recursive_directory_iterator entries(name, fs::directory_options::follow_directory_symlink, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const std::string file_name = entries->path().filename().string();
    if (file_name.starts_with('.')) continue;
    if (entries->is_regular_file(error) && !error) out.push_back({entries->path().string(), entries->file_size(error)});
  }
  if (error) cli::say("cannot read " + name + ": " + error.message());
  std::sort(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
            [](const Input& a, const Input& b) { return a.path < b.path; });
  return !error;
}

bool add_file(const std::string& name, std::vector<Input>& out) {
  std::error_code error;
  const std::uintmax_t bytes = fs::file_size(name, error);
  if (!error && ::access(name.c_str(), R_OK) != 0) error.assign(errno, std::generic_category());
  if (error)
    cli::say("cannot read " + name + ": " + error.message());
  else
    out.push_back({name, bytes});
  return !error;
}

}  // namespace

std::optional<std::vector<Input>> find_inputs(const std::vector<std::string>& names) {
  std::vector<Input> inputs;
  for (const std::string& name : names) {
    std::error_code ignored;
    const bool found = fs::is_directory(name, ignored) ? add_folder(name, inputs) : add_file(name, inputs);
    if (!found) return std::nullopt;
  }
  return inputs;
}

}  // namespace batch

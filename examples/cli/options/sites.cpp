#include "options/sites.hpp"

#include <sys/stat.h>

#include <utility>

#include "files/read_file.hpp"
#include "files/say.hpp"

namespace cli {
namespace {

/// A host is 2 MB at most.
constexpr std::size_t max_memory_bytes = std::size_t{16} << 30U;

/// Empty, or why not.
std::string read_memory(const std::string& name, pith::SiteMemory& out) {
  const FileBytes file = read_whole_file(name, max_memory_bytes);
  if (!file.error.empty()) return "cannot read " + name + ": " + file.error;
  auto loaded = pith::load_site_memory(file.bytes);
  if (!loaded) return name + ": " + loaded.error().message;
  out = std::move(loaded).value();
  return {};
}

/// A file that is not there yet, or empty, or no plain one, holds nothing.
bool may_hold_memory(const std::string& name) {
  struct stat status = {};
  return ::stat(name.c_str(), &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
}

}  // namespace

std::optional<pith::SiteMemory> load_site_memory(const std::string& file) {
  pith::SiteMemory memory;
  const std::string reason = read_memory(file, memory);
  if (reason.empty()) return memory;
  say(reason);
  return std::nullopt;
}

SiteLearning::SiteLearning(const std::string& file) {
  if (file.empty()) return;
  if (may_hold_memory(file)) error_ = read_memory(file, before_);
  if (!error_.empty()) return;
  // Opened before the first page: a run that cannot write its result should not begin.
  output_ = std::make_unique<OutputFile>(file);
  error_ = output_->error();
}

pith::SiteMemory* SiteLearning::part() {
  if (output_ == nullptr) return nullptr;
  const std::lock_guard<std::mutex> lock(mutex_);
  return &parts_.emplace_back();
}

void SiteLearning::finish() {
  if (output_ == nullptr || !error_.empty()) return;
  for (const pith::SiteMemory& part : parts_) before_.merge(part);
  output_->write(before_.save());
  output_->finish();
  error_ = output_->error();
}

}  // namespace cli

#include "batch/learned_sites.hpp"

#include <cstdio>
#include <filesystem>
#include <utility>

#include "files/atomic_file.hpp"

namespace batch {

LearnedSites::LearnedSites(const std::string& file, const std::string& folder)
    : learning_(file), memory_(learning_.part()), path_(folder + "/.pith-sites"), error_(learning_.error()) {}

void LearnedSites::resume() {
  std::error_code error;
  if (memory_ == nullptr || !error_.empty() || !std::filesystem::exists(path_, error)) return;
  auto before = cli::load_site_memory(path_);
  if (!before)
    error_ = "cannot read what the last run learned";
  else
    *memory_ = std::move(*before);
}

void LearnedSites::add(const pith::SiteMemory& learned) {
  if (memory_ != nullptr && learned.hosts() > 0) memory_->merge(learned);
}

void LearnedSites::flush_to_disk() {
  if (memory_ == nullptr || !error_.empty()) return;
  const std::string reason = cli::write_whole_file(path_, memory_->save());
  if (!reason.empty()) error_ = "cannot write " + path_ + ": " + reason;
}

void LearnedSites::finish() {
  if (memory_ == nullptr || !error_.empty()) return;
  learning_.finish();
  error_ = learning_.error();
}

void LearnedSites::remove_file() const {
  if (memory_ != nullptr) static_cast<void>(std::remove(path_.c_str()));
}

}  // namespace batch

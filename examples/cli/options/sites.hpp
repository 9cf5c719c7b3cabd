/// What sites repeat: the files of --site-memory and --learn-site.
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <pith/site.hpp>
#include <string>

#include "files/output_file.hpp"

namespace cli {

/// The memory in a file; nothing, after a line on stderr, when it is refused.
[[nodiscard]] std::optional<pith::SiteMemory> load_site_memory(const std::string& file);

/// What a run learns, and the file it goes to when all of it was learned: what the file held is kept.
class SiteLearning {
 public:
  /// Empty: nothing is learned.
  explicit SiteLearning(const std::string& file);

  /// A memory for one thread to learn into; null: nothing is learned. Any thread.
  [[nodiscard]] pith::SiteMemory* part();

  /// After all threads: merges the parts and writes the file under a temporary name, then renames it.
  void finish();

  /// Why the file cannot be read or written; empty: all went well so far.
  [[nodiscard]] const std::string& error() const noexcept { return error_; }

 private:
  std::mutex mutex_;
  pith::SiteMemory before_;
  std::deque<pith::SiteMemory> parts_;
  std::unique_ptr<OutputFile> output_;  // null: nothing is learned
  std::string error_;
};

}  // namespace cli

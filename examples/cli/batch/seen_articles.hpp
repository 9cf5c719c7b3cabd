/// The articles a run has kept, by hash, to drop exact duplicates (what counts as the same text: folded_hash() in
/// selection.hpp); remembered in the output folder for a resumed run.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include "files/descriptor.hpp"

namespace batch {

class SeenArticles {
 public:
  explicit SeenArticles(const std::string& folder) : path_(folder + "/.pith-batch.hashes") {}

  /// Reads the first `count` hashes of an earlier run. False when they are not there.
  [[nodiscard]] bool resume(std::uint64_t count);
  /// False when it was there already.
  [[nodiscard]] bool add(std::uint64_t hash);
  /// Brings new hashes to the disk. Empty, or "cannot write FILE: reason".
  [[nodiscard]] std::string flush_to_disk();
  void remove_file() const;
  [[nodiscard]] std::uint64_t count() const noexcept { return count_; }

 private:
  std::string path_;
  cli::Descriptor file_;
  std::unordered_set<std::uint64_t> hashes_;
  std::string waiting_;  // eight bytes a hash, in the machine's order
  std::uint64_t count_ = 0;
};

}  // namespace batch

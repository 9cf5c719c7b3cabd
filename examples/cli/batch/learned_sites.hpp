/// What a run of `pith batch` has learned of sites so far, in a file beside its state: a resumed run knows it again.
#pragma once

#include <pith/site.hpp>
#include <string>

#include "options/sites.hpp"

namespace batch {

class LearnedSites {
 public:
  /// `file` of --learn-site; empty: nothing is learned. `folder`: of the output.
  LearnedSites(const std::string& file, const std::string& folder);

  /// Reads what the unfinished run in the folder had written down.
  void resume();
  /// Adds what the pages of a parcel gave.
  void add(const pith::SiteMemory& learned);
  /// Writes it down. A page that is learned again changes nothing, so this may be ahead of the run's state.
  void flush_to_disk();
  /// Adds it to the file of --learn-site.
  void finish();
  /// After the state says that the run is complete.
  void remove_file() const;

  /// Why something cannot be read or written; empty: all went well so far.
  [[nodiscard]] const std::string& error() const noexcept { return error_; }

 private:
  cli::SiteLearning learning_;
  pith::SiteMemory* memory_;  // null: nothing is learned
  std::string path_;
  std::string error_;
};

}  // namespace batch

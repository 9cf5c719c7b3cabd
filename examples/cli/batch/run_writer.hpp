/// The one writer of a run: takes parcels in their order, keeps the counts, and now and then writes down how far it is.
#pragma once

#include <chrono>
#include <string>

#include "batch/arguments.hpp"
#include "batch/learned_sites.hpp"
#include "batch/parcel.hpp"
#include "batch/run_state.hpp"
#include "batch/seen_articles.hpp"
#include "batch/shard_writer.hpp"

namespace batch {

class RunWriter {
 public:
  /// Goes on from `state`. `arguments` has to outlive this.
  RunWriter(const Arguments& arguments, RunState state);

  void write(const Parcel& parcel);
  /// After the last parcel of a run that was stopped.
  void stop();
  /// After the last parcel of the input.
  void finish();

  [[nodiscard]] const RunState& state() const noexcept { return state_; }
  /// Why nothing more can be written; empty: it can.
  [[nodiscard]] const std::string& error() const noexcept { return error_; }

 private:
  void checkpoint();
  void save();

  const Arguments& arguments_;
  RunState state_;
  ShardWriter shards_;
  SeenArticles seen_;
  LearnedSites sites_;
  std::size_t bytes_since_checkpoint_ = 0;
  std::size_t parcels_since_checkpoint_ = 0;
  double seconds_before_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::string error_;
};

}  // namespace batch

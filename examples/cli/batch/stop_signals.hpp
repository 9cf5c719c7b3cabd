/// SIGINT and SIGTERM as a question that can be asked, without a handler or a global.
#pragma once

#include <atomic>
#include <functional>
#include <thread>

namespace batch {

/// While it lives, the two signals do not kill the process. Make it before other threads: they inherit its mask.
class StopSignals {
 public:
  /// `on_stop` is called once, on a thread of its own.
  explicit StopSignals(std::function<void()> on_stop);
  ~StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;

  /// The signal that came; 0: none.
  [[nodiscard]] int received() const noexcept { return received_; }

 private:
  std::function<void()> on_stop_;
  std::atomic<int> received_ = 0;
  std::atomic<bool> is_over_ = false;
  std::thread watcher_;
};

}  // namespace batch

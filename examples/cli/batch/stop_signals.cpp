#include "batch/stop_signals.hpp"

#include <csignal>

namespace batch {
namespace {

sigset_t stop_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}

}  // namespace

StopSignals::StopSignals(std::function<void()> on_stop) : on_stop_(std::move(on_stop)) {
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  watcher_ = std::thread([this, set] {
    int number = 0;
    if (sigwait(&set, &number) != 0 || is_over_) return;
    received_ = number;
    on_stop_();
  });
}

StopSignals::~StopSignals() {
  is_over_ = true;
  if (received_ == 0) pthread_kill(watcher_.native_handle(), SIGTERM);
  watcher_.join();
  const sigset_t set = stop_signals();
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace batch

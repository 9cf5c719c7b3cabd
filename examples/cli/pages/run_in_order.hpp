/// Work on several threads whose results come in the order of the work.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

namespace pages {

/// Calls work(0) to work(count - 1) and take(result) in that order, on this thread, until take() returns false. Each of
/// `jobs` threads has a work function of its own, from `make_work`, which must not throw. No more than two results a
/// job wait to be taken. Throws what starting a thread does.
template <typename Result>
class OrderedRun {
 public:
  using Work = std::function<Result(std::size_t)>;

  OrderedRun(std::size_t count, unsigned jobs) : count_(count), jobs_(jobs) {}

  void run(const std::function<Work()>& make_work, const std::function<bool(std::size_t, Result&&)>& take) {
    std::vector<Work> works;
    for (unsigned i = 0; i < jobs_; ++i) works.push_back(make_work());
    std::vector<std::thread> threads;
    try {
      const std::unique_lock<std::mutex> lock(mutex_);  // nobody begins before all are there
      for (const Work& work : works) threads.emplace_back([this, &work] { work_on(work); });
    } catch (...) {
      end(threads);
      throw;
    }
    for (std::size_t i = 0; i < count_ && take(i, wait_for(i)); ++i) {
    }
    end(threads);
  }

 private:
  /// What is not begun is left.
  void end(std::vector<std::thread>& threads) {
    {
      const std::unique_lock<std::mutex> lock(mutex_);
      next_ = count_;
      changed_.notify_all();
    }
    for (std::thread& thread : threads) thread.join();
  }

  void work_on(const Work& work) {
    for (;;) {
      std::unique_lock<std::mutex> lock(mutex_);
      changed_.wait(lock, [this] { return next_ >= count_ || next_ < taken_ + 2 * std::size_t{jobs_}; });
      if (next_ >= count_) return;
      const std::size_t index = next_++;
      lock.unlock();
      Result result = work(index);
      lock.lock();
      done_.emplace(index, std::move(result));
      changed_.notify_all();
    }
  }

  Result wait_for(std::size_t index) {
    std::unique_lock<std::mutex> lock(mutex_);
    changed_.wait(lock, [&] { return done_.count(index) > 0; });
    Result result = std::move(done_.at(index));
    done_.erase(index);
    taken_ = index + 1;
    changed_.notify_all();
    return result;
  }

  std::size_t count_;
  unsigned jobs_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::size_t, Result> done_;
  std::size_t next_ = 0;
  std::size_t taken_ = 0;
};

}  // namespace pages

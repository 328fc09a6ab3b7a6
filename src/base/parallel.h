// Loops over [0, n) on several threads. Which thread does what is left open; what is done may not depend on it.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

// 0 asks for as many as the machine has.
inline int job_count(int asked) {
  return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// A loop that goes on while its owner does something else. The owner counts as one of the `jobs` threads: it lends a
// hand when it comes to wait, so that neither has to stand idle, whoever of them has more to do.
class Loop {
 public:
  explicit Loop(int jobs) : jobs_(jobs) {}
  // Leaves undone what nobody has begun.
  ~Loop() {
    next_ = n_;
    finish();
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;

  // REQUIRES: finish() since the last start().
  void start(size_t n, std::function<void(size_t)> work) {
    work_ = std::move(work);
    next_ = 0;
    n_ = n;
    for (int j = 1; j < jobs_ && static_cast<size_t>(j) <= n; ++j) threads_.emplace_back([this] { run(); });
  }
  void finish() {
    run();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
  }

 private:
  void run() {
    for (size_t i = next_++; i < n_; i = next_++) work_(i);
  }

  const int jobs_;
  std::function<void(size_t)> work_;
  std::atomic<size_t> next_ = 0;
  size_t n_ = 0;
  std::vector<std::thread> threads_;
};

// With one job, nothing but a loop.
inline void parallel_for(size_t n, int jobs, std::function<void(size_t)> work) {
  Loop loop(jobs);
  loop.start(n, std::move(work));
  loop.finish();
}

}  // namespace dateline

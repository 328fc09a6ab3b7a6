// A loop over [0, n) on several threads. Which thread does what is left open; what is done may not depend on it.
#pragma once

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>
#include <vector>

namespace dateline {

// 0 asks for as many as the machine has.
inline int job_count(int asked) {
  return asked > 0 ? asked : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

template <typename Work>
void parallel_for(size_t n, int jobs, const Work& work) {
  std::atomic<size_t> next = 0;
  const auto run = [&] {
    for (size_t i = next++; i < n; i = next++) work(i);
  };
  std::vector<std::thread> threads;
  for (int j = 1; j < std::min<int>(jobs, static_cast<int>(n)); ++j) threads.emplace_back(run);
  run();
  for (std::thread& thread : threads) thread.join();
}

// Work that goes on while its owner does something else.
class Ahead {
 public:
  Ahead() = default;
  ~Ahead() { wait(); }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;

  // REQUIRES: wait() since the last start().
  template <typename Work>
  void start(Work work) {
    thread_ = std::thread(std::move(work));
  }
  void wait() {
    if (thread_.joinable()) thread_.join();
  }

 private:
  std::thread thread_;
};

}  // namespace dateline

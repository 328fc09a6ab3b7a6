// What happens while the website is open, told to every page that listens (server-sent events).
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace dateline {

class Changes {
 public:
  // Tells all listeners. `json` is one line.
  void tell(const std::string& event, const std::string& json);
  // The messages after number `seen`, in the stream's own format; waits some seconds for one, then gives a comment that
  // keeps the line open. Moves `seen`. Empty once closed.
  std::string wait_after(uint64_t& seen);
  uint64_t latest();
  void close();

  // Listeners hold a thread each, so there are only so many.
  bool enter();
  void leave();

 private:
  std::mutex mutex_;
  std::condition_variable told_;
  std::vector<std::string> recent_;  // the last few messages; the last of them has number last_
  uint64_t last_ = 0;
  int listeners_ = 0;
  bool closed_ = false;
};

}  // namespace dateline

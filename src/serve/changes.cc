#include "serve/changes.h"

#include <chrono>

namespace dateline {
namespace {

constexpr size_t kRecent = 256;
constexpr int kMostListeners = 16;
constexpr auto kPatience = std::chrono::seconds(2);  // a listener that has gone is noticed by then

}  // namespace

void Changes::tell(const std::string& event, const std::string& json) {
  std::lock_guard lock(mutex_);
  if (recent_.size() >= kRecent) recent_.erase(recent_.begin(), recent_.begin() + kRecent / 2);
  recent_.push_back("event: " + event + "\ndata: " + json + "\n\n");
  ++last_;
  told_.notify_all();
}

std::string Changes::wait_after(uint64_t& seen) {
  std::unique_lock lock(mutex_);
  told_.wait_for(lock, kPatience, [&] { return closed_ || last_ > seen; });
  if (closed_) return {};
  if (last_ == seen) return ": still here\n\n";
  std::string out;
  const uint64_t first = last_ - recent_.size();
  for (uint64_t i = std::max(seen, first); i < last_; ++i) out += recent_[i - first];
  seen = last_;
  return out;
}

uint64_t Changes::latest() {
  std::lock_guard lock(mutex_);
  return last_;
}

void Changes::close() {
  std::lock_guard lock(mutex_);
  closed_ = true;
  told_.notify_all();
}

bool Changes::enter() {
  std::lock_guard lock(mutex_);
  return listeners_ < kMostListeners && ++listeners_ > 0;
}

void Changes::leave() {
  std::lock_guard lock(mutex_);
  --listeners_;
}

}  // namespace dateline

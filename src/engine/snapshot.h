// The rows of one state of a record, each listing read when it is first asked for; or the whole of what was known on a
// day. The teller must outlive it.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "engine/sieve.h"
#include "engine/told.h"

namespace dateline {

class Snapshot {
 public:
  using Picked = std::shared_ptr<const std::vector<uint32_t>>;

  Snapshot(const StoryTeller& teller, int64_t version) : teller_(teller), version_(version) {}
  // What was known on a day: held whole, as nothing of it is stored.
  Snapshot(const StoryTeller& teller, int64_t version, Record record, std::vector<ReportView> views);

  int64_t version() const { return version_; }
  // How long reading has taken so far: what it costs to replace this one.
  std::chrono::nanoseconds cost() const { return cost_.load(); }
  // Lives as long as this object.
  Result<const std::vector<Row>*> rows(Store& store, Listing listing);
  // Which rows the filter lets through, in order; the last few answers are kept.
  Result<Picked> pick(Store& store, const Filter& filter);
  // What those rows stand for.
  Result<Slice> fetch(Store& store, const Filter& filter, const std::vector<uint32_t>& picked);

 private:
  Status read(Store& store, Listing listing);
  Result<const Told*> told(Store& store);

  static constexpr size_t kListings = 9;
  const StoryTeller& teller_;
  int64_t version_;
  std::atomic<std::chrono::nanoseconds> cost_{};
  std::optional<Slice> whole_;
  std::mutex telling_;
  std::optional<Told> told_;
  std::mutex reading_[kListings];  // one thread reads a listing, the others wait
  std::optional<std::vector<Row>> rows_[kListings];
  std::mutex remembering_;
  std::unordered_map<std::string, Picked> picked_;  // by the filter, written out
};

}  // namespace dateline

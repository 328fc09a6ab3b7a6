// One state of a record as tables of rows, read whole when the first of them is asked for; or the whole of what was
// known on a day. May be used by several threads at once; engine must outlive it.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "engine/read_rows.h"
#include "engine/sieve.h"
#include "engine/told.h"

namespace dateline {

class Snapshot {
 public:
  using Picked = std::shared_ptr<const std::vector<RowTable::At>>;

  Snapshot(const Engine& engine, std::string db, int64_t version);
  // What was known on a day: held whole, as nothing of it is stored.
  Snapshot(const Engine& engine, int64_t version, Record record, std::vector<ReportView> views);

  int64_t version() const { return version_; }
  // Whether the tables are there without waiting.
  bool ready() const { return ready_.load(); }
  // How long reading has taken: what it costs to replace this one.
  std::chrono::nanoseconds cost() const { return cost_.load(); }
  // Lives as long as this object.
  Result<const RowTable*> rows(Store& store, Listing listing);
  // Which rows the filter lets through, in order; the last few answers are kept.
  Result<Picked> pick(Store& store, const Filter& filter);
  // What those rows stand for.
  Result<Slice> fetch(Store& store, const Filter& filter, const std::vector<RowTable::At>& picked);

 private:
  Result<const Chains*> told(Store& store);
  // One entity with everything of all neighbourhoods that it is met in.
  Result<std::shared_ptr<const Entity>> joined(Store& store, const std::string& id);

  const Engine& engine_;
  const std::string db_;
  const int64_t version_;
  std::atomic<std::chrono::nanoseconds> cost_{};
  std::atomic<bool> ready_ = false;
  std::optional<Slice> whole_;
  std::mutex reading_, telling_;  // one thread reads, the others wait
  RowTables tables_;
  std::optional<Chains> told_;
  std::mutex joining_;
  std::unordered_map<std::string, std::shared_ptr<const Entity>> joined_;  // some: those in many places take long
  std::mutex remembering_;
  std::unordered_map<std::string, Picked> picked_;  // by the filter, written out
};

}  // namespace dateline

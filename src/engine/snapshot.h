// One state of a record as tables of rows, read when the first of them is asked for: whole, or from what has changed
// since an earlier state; or the whole of what was known on a day. May be used by several threads at once; engine must
// outlive it.
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

  // `before`: an earlier state, whose tables are there; may be null.
  Snapshot(const Engine& engine, std::string db, int64_t version, std::shared_ptr<Snapshot> before);
  // What was known on a day: held whole, as nothing of it is stored.
  Snapshot(const Engine& engine, int64_t version, Record record, std::vector<ReportView> views);

  int64_t version() const { return version_; }
  // Whether the tables are there without waiting.
  bool ready() const { return ready_.load(); }
  // How long reading has taken: what it costs to replace this one.
  std::chrono::nanoseconds cost() const { return cost_.load(); }
  // Whether stories and commitments were told.
  bool has_told() const { return has_told_.load(); }
  // Lives as long as this object.
  Result<const RowTable*> rows(Store& store, Listing listing);
  // Which rows the filter lets through, in order; the last few answers are kept.
  Result<Picked> pick(Store& store, const Filter& filter);
  // What those rows stand for.
  Result<Slice> fetch(Store& store, const Filter& filter, const std::vector<RowTable::At>& picked);
  // What the rows that the filter lets through have in common; the last few answers are kept.
  Result<std::shared_ptr<const Counts>> counts(Store& store, const Filter& filter);
  Result<BriefSlice> briefs(Store& store, const Filter& filter, const std::vector<RowTable::At>& picked);

 private:
  template <typename Answer>
  using Remembered = std::unordered_map<std::string, std::shared_ptr<const Answer>>;  // by the filter, written out
  template <typename Answer, typename Make>
  Result<std::shared_ptr<const Answer>> remember(Remembered<Answer>& known, const std::string& key, const Make& make);

  Result<const Chains*> told(Store& store);
  // Reads one picked row's line, by its number where it still stands.
  Status read(Store& store, const RowTable& rows, RowTable::At at, Slice& slice);

  const Engine& engine_;
  const std::string db_;
  const int64_t version_;
  std::atomic<std::chrono::nanoseconds> cost_;
  std::atomic<bool> ready_ = false, has_told_ = false;
  std::optional<Slice> whole_;
  std::mutex reading_, telling_;  // one thread reads, the others wait
  RecordRows rows_;
  std::shared_ptr<Snapshot> before_;  // until the tables are read
  std::optional<Chains> told_;
  std::mutex remembering_;
  Remembered<std::vector<RowTable::At>> picked_;
  Remembered<Counts> counts_;
};

}  // namespace dateline

// A record held open to be read page by page: quick answers from a large record, for the website.
#pragma once

#include <memory>
#include <string>

#include "dateline/engine.h"
#include "dateline/entity_brief.h"

namespace dateline {

// May be used by several threads at once. Sees what others add to the record. Engine must outlive it.
class OpenRecord {
 public:
  static Result<OpenRecord> open(const Engine& engine, std::string db);
  OpenRecord(OpenRecord&&) noexcept;
  OpenRecord& operator=(OpenRecord&&) noexcept;
  ~OpenRecord();

  // One listing (filter.listing), with the filter's offset and limit. The same lines in the same order as recall().
  Result<Slice> list(const Filter& filter);
  // A page of entities, without the words that they rest on: quick also for those met everywhere.
  Result<BriefSlice> briefs(const Filter& filter);
  // What all lines of the listing that pass the filter have in common.
  Result<Counts> counts(const Filter& filter);
  // The one line of that id, whatever its listing. Fails with not_found.
  Result<Slice> find(const std::string& id);
  // The first dated events, without waiting for anything to be read.
  Result<std::vector<Event>> first_events(size_t limit);
  // Changes whenever somebody has changed the record.
  Result<int64_t> version();
  // Reads what the first pages need; later calls are quick.
  Status warm();

 private:
  struct State;
  explicit OpenRecord(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dateline

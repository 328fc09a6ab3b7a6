#include "engine/snapshot.h"

#include <algorithm>

#include "engine/lines.h"
#include "engine/recall.h"
#include "engine/stages.h"

namespace dateline {
namespace {

constexpr size_t kRemembered = 64;
constexpr size_t kJoined = 2000;

// Everything of a filter but offset and limit.
std::string written(const Filter& f) {
  std::string out;
  for (const std::string& part : {f.about, f.type, f.by, f.of, f.status, f.outlet, f.entity, f.report}) {
    out += part;
    out += '\0';
  }
  for (int64_t n : {int64_t{f.when.first}, int64_t{f.when.last}, static_cast<int64_t>(f.listing), int64_t{f.disputed},
                    int64_t{f.main}, int64_t{f.newest_first}}) {
    out += std::to_string(n) + ",";
  }
  return out;
}

// Calls `use` with the vector of a record that a listing is made of.
template <typename Use>
void with_lines(Record& record, Listing listing, const Use& use) {
  switch (listing) {
    case Listing::entities: return use(record.entities);
    case Listing::timeline: return use(record.events);
    case Listing::quotes: return use(record.quotes);
    case Listing::figures: return use(record.figures);
    case Listing::conflicts: return use(record.conflicts);
    default: return use(record.voices);
  }
}

}  // namespace

Snapshot::Snapshot(const Engine& engine, std::string db, int64_t version)
    : engine_(engine), db_(std::move(db)), version_(version) {}

Snapshot::Snapshot(const Engine& engine, int64_t version, Record record, std::vector<ReportView> views)
    : engine_(engine), version_(version), ready_(true), tables_(rows_of(record, views)) {
  whole_.emplace();
  whole_->lines = std::move(record);
  whole_->reports = std::move(views);
}

Result<const Chains*> Snapshot::told(Store& store) {
  std::lock_guard lock(telling_);
  const StoryTeller& teller = engine_.stages().teller;
  if (!told_ && whole_) {
    TRY(told_, tell(teller, store, whole_->lines));
  } else if (!told_) {
    Record record;
    for (Listing listing : {Listing::timeline, Listing::reports}) CHECK_OK(read_kind(store, listing, record));
    TRY(told_, tell(teller, store, record));
  }
  return &*told_;
}

Result<const RowTable*> Snapshot::rows(Store& store, Listing listing) {
  if (listing == Listing::stories || listing == Listing::commitments) {
    TRY(const Chains* all, told(store));
    return listing == Listing::stories ? &all->story_rows : &all->commitment_rows;
  }
  std::lock_guard lock(reading_);
  if (!ready_) {
    const auto began = std::chrono::steady_clock::now();
    TRY(tables_, read_rows(db_));
    cost_ = std::chrono::steady_clock::now() - began;
    ready_ = true;
  }
  return &tables_[index_of(listing)];
}

Result<std::shared_ptr<const Entity>> Snapshot::joined(Store& store, const std::string& id) {
  {
    std::lock_guard lock(joining_);
    if (auto known = joined_.find(id); known != joined_.end()) return known->second;
  }
  Slice found;
  CHECK_OK(read_line(store, Listing::entities, id, found));
  if (found.lines.entities.empty()) return std::shared_ptr<const Entity>();
  auto entity = std::make_shared<const Entity>(std::move(found.lines.entities.front()));
  std::lock_guard lock(joining_);
  if (joined_.size() < kJoined) joined_.emplace(id, entity);
  return std::shared_ptr<const Entity>(entity);
}

Result<Snapshot::Picked> Snapshot::pick(Store& store, const Filter& filter) {
  const std::string key = written(filter);
  {
    std::lock_guard lock(remembering_);
    if (auto known = picked_.find(key); known != picked_.end()) return known->second;
  }
  TRY(const RowTable* all, rows(store, filter.listing));
  TRY(Sieve sieve, Sieve::make(filter, store, [&](Listing listing) { return rows(store, listing); }));
  auto picked = std::make_shared<const std::vector<RowTable::At>>(sieve.pick(*all));
  std::lock_guard lock(remembering_);
  if (picked_.size() >= kRemembered) picked_.clear();
  picked_[key] = picked;
  return Picked(picked);
}

Result<Slice> Snapshot::fetch(Store& store, const Filter& filter, const std::vector<RowTable::At>& picked) {
  Slice slice;
  const size_t begin = std::min<size_t>(filter.offset, picked.size());
  const size_t end = filter.limit == 0 ? picked.size() : std::min<size_t>(begin + filter.limit, picked.size());
  TRY(const RowTable* all, rows(store, filter.listing));
  for (size_t i = begin; i < end; ++i) {
    const RowTable::At at = all->added_as(picked[i]);
    if (filter.listing == Listing::stories || filter.listing == Listing::commitments) {
      TRY(const Chains* telling, told(store));
      if (filter.listing == Listing::stories)
        slice.stories.push_back(telling->stories[at]);
      else
        slice.commitments.push_back(telling->commitments[at]);
    } else if (whole_ && filter.listing == Listing::reports) {
      slice.reports.push_back(whole_->reports[at]);
    } else if (whole_) {
      with_lines(slice.lines, filter.listing, [&](auto& out) {
        with_lines(whole_->lines, filter.listing, [&](auto& in) {
          if constexpr (std::is_same_v<decltype(in), decltype(out)>) out.push_back(in[at]);
        });
      });
    } else if (filter.listing == Listing::entities) {
      TRY(const auto entity, joined(store, all->id(picked[i])));
      if (entity) slice.lines.entities.push_back(*entity);
    } else {
      CHECK_OK(read_line(store, filter.listing, all->id(picked[i]), slice));
    }
  }
  slice.total = static_cast<uint32_t>(picked.size());
  return slice;
}

}  // namespace dateline

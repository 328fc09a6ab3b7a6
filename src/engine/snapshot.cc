#include "engine/snapshot.h"

#include <algorithm>

#include "engine/lines.h"
#include "engine/recall.h"

namespace dateline {
namespace {

constexpr size_t kRemembered = 64;

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

Snapshot::Snapshot(const StoryTeller& teller, int64_t version, Record record, std::vector<ReportView> views)
    : teller_(teller), version_(version) {
  rows_[static_cast<size_t>(Listing::reports)] = rows_of(views);
  for (Listing listing :
       {Listing::entities, Listing::timeline, Listing::quotes, Listing::figures, Listing::conflicts, Listing::voices}) {
    with_lines(record, listing, [&](auto& things) { rows_[static_cast<size_t>(listing)] = rows_of(things); });
  }
  whole_.emplace();
  whole_->lines = std::move(record);
  whole_->reports = std::move(views);
}

Result<const Told*> Snapshot::told(Store& store) {
  std::lock_guard lock(telling_);
  if (!told_ && whole_) {
    TRY(told_, tell(teller_, store, whole_->lines));
  } else if (!told_) {
    Record record;
    for (Listing listing : {Listing::timeline, Listing::reports}) CHECK_OK(read_kind(store, listing, record));
    TRY(told_, tell(teller_, store, record));
  }
  return &*told_;
}

Status Snapshot::read(Store& store, Listing listing) {
  if (listing == Listing::stories || listing == Listing::commitments) {
    TRY(const Told* all, told(store));
    rows_[static_cast<size_t>(listing)] = listing == Listing::stories ? all->story_rows : all->commitment_rows;
    return kDone;
  }
  Record record;
  CHECK_OK(read_kind(store, listing, record));
  std::vector<Row> rows;
  if (listing == Listing::reports) {
    TRY(std::vector<ReportView> views, views_of(store, std::move(record.reports)));
    rows = rows_of(views);
  } else {
    if (listing == Listing::entities) join_entities(record.entities);
    with_lines(record, listing, [&](auto& things) { rows = rows_of(things); });
  }
  rows_[static_cast<size_t>(listing)] = std::move(rows);
  return kDone;
}

Result<const std::vector<Row>*> Snapshot::rows(Store& store, Listing listing) {
  std::lock_guard lock(reading_[static_cast<size_t>(listing)]);
  std::optional<std::vector<Row>>& rows = rows_[static_cast<size_t>(listing)];
  if (!rows) {
    const auto began = std::chrono::steady_clock::now();
    CHECK_OK(read(store, listing));
    cost_ = cost_.load() + (std::chrono::steady_clock::now() - began);
  }
  return &*rows;
}

Result<Snapshot::Picked> Snapshot::pick(Store& store, const Filter& filter) {
  const std::string key = written(filter);
  {
    std::lock_guard lock(remembering_);
    if (auto known = picked_.find(key); known != picked_.end()) return known->second;
  }
  TRY(const std::vector<Row>* all, rows(store, filter.listing));
  TRY(Sieve sieve, Sieve::make(filter, store, [&](Listing listing) { return rows(store, listing); }));
  auto picked = std::make_shared<const std::vector<uint32_t>>(sieve.pick(*all));
  std::lock_guard lock(remembering_);
  if (picked_.size() >= kRemembered) picked_.clear();
  picked_[key] = picked;
  return Picked(picked);
}

Result<Slice> Snapshot::fetch(Store& store, const Filter& filter, const std::vector<uint32_t>& picked) {
  Slice slice;
  const size_t begin = std::min<size_t>(filter.offset, picked.size());
  const size_t end = filter.limit == 0 ? picked.size() : std::min<size_t>(begin + filter.limit, picked.size());
  TRY(const std::vector<Row>* all, rows(store, filter.listing));
  for (size_t i = begin; i < end; ++i) {
    const uint32_t at = picked[i];
    if (filter.listing == Listing::stories || filter.listing == Listing::commitments) {
      TRY(const Told* telling, told(store));
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
    } else {
      CHECK_OK(read_line(store, filter.listing, (*all)[at].id, slice));
    }
  }
  slice.total = static_cast<uint32_t>(picked.size());
  return slice;
}

}  // namespace dateline

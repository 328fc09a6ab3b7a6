#include "engine/snapshot.h"

#include <algorithm>
#include <span>

#include "engine/counting.h"
#include "engine/lines.h"
#include "engine/recall.h"
#include "engine/stages.h"

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

// The rows of the page that the filter asks for.
std::span<const RowTable::At> page_of(const std::vector<RowTable::At>& picked, const Filter& filter) {
  const size_t begin = std::min<size_t>(filter.offset, picked.size()), rest = picked.size() - begin;
  return std::span(picked).subspan(begin, filter.limit == 0 ? rest : std::min<size_t>(filter.limit, rest));
}

}  // namespace

Snapshot::Snapshot(const Engine& engine, std::string db, int64_t version, std::shared_ptr<Snapshot> before)
    : engine_(engine), db_(std::move(db)), version_(version), before_(std::move(before)) {}

Snapshot::Snapshot(const Engine& engine, int64_t version, Record record, std::vector<ReportView> views)
    : engine_(engine), version_(version), ready_(true), rows_(rows_of(record, views)) {
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
    CHECK_OK(read_steps(store, record));
    CHECK_OK(read_kind(store, Listing::reports, record));
    TRY(told_, tell(teller, store, record));
  }
  has_told_ = true;
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
    if (before_ && before_->rows_.last > 0) {
      TRY(rows_, read_changes(db_, before_->rows_));
    } else {
      TRY(rows_, read_rows(db_));
    }
    before_.reset();
    cost_ = std::chrono::steady_clock::now() - began;
    ready_ = true;
  }
  return &rows_.tables[index_of(listing)];
}

Status Snapshot::read(Store& store, const RowTable& rows, RowTable::At at, Slice& slice) {
  if (rows.line(at) != 0) {
    TRY(const std::optional<Line> line, store.line(rows.line(at)));
    if (line && line->id == rows.id(at)) return add_to(store, *line, slice);
  }
  return read_line(store, rows.listing(), rows.id(at), slice);
}

// The answer for `key`: remembered, or made and then remembered.
template <typename Answer, typename Make>
Result<std::shared_ptr<const Answer>> Snapshot::remember(Remembered<Answer>& known, const std::string& key,
                                                         const Make& make) {
  {
    std::lock_guard lock(remembering_);
    if (const auto found = known.find(key); found != known.end()) return found->second;
  }
  TRY(Answer made, make());
  const auto answer = std::make_shared<const Answer>(std::move(made));
  std::lock_guard lock(remembering_);
  if (known.size() >= kRemembered) known.clear();
  known[key] = answer;
  return answer;
}

Result<Snapshot::Picked> Snapshot::pick(Store& store, const Filter& filter) {
  return remember(picked_, written(filter), [&]() -> Result<std::vector<RowTable::At>> {
    TRY(const RowTable* all, rows(store, filter.listing));
    TRY(Sieve sieve, Sieve::make(filter, store, [&](Listing listing) { return rows(store, listing); }));
    return sieve.pick(*all);
  });
}

Result<std::shared_ptr<const Counts>> Snapshot::counts(Store& store, const Filter& filter) {
  return remember(counts_, written(filter), [&]() -> Result<Counts> {
    TRY(const Picked picked, pick(store, filter));
    TRY(const RowTable* all, rows(store, filter.listing));
    return count_rows(*all, *picked);
  });
}

Result<Slice> Snapshot::fetch(Store& store, const Filter& filter, const std::vector<RowTable::At>& picked) {
  Slice slice;
  TRY(const RowTable* all, rows(store, filter.listing));
  if (!whole_) CHECK_OK(store.hold());
  for (const RowTable::At row : page_of(picked, filter)) {
    const RowTable::At at = all->added_as(row);
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
    } else {
      CHECK_OK(read(store, *all, row, slice));
    }
  }
  slice.total = static_cast<uint32_t>(picked.size());
  return slice;
}

Result<BriefSlice> Snapshot::briefs(Store& store, const Filter& filter, const std::vector<RowTable::At>& picked) {
  TRY(const RowTable* all, rows(store, Listing::entities));
  BriefSlice slice;
  slice.total = static_cast<uint32_t>(picked.size());
  for (const RowTable::At at : page_of(picked, filter)) slice.entities.push_back(rows_.briefs[all->added_as(at)]);
  return slice;
}

}  // namespace dateline

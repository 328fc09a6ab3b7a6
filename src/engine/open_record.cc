#include "dateline/open_record.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>

#include "engine/lines.h"
#include "engine/recall.h"
#include "engine/record_states.h"

namespace dateline {
namespace {

Listing listing_of(const std::string& id) {
  constexpr std::pair<std::string_view, Listing> kPrefixes[] = {
      {"r-", Listing::reports}, {"n-", Listing::entities}, {"e-", Listing::timeline},
      {"q-", Listing::quotes},  {"f-", Listing::figures},  {"c-", Listing::conflicts},
      {"v-", Listing::voices},  {"s-", Listing::stories},  {"m-", Listing::commitments}};
  for (const auto& [prefix, listing] : kPrefixes) {
    if (id.starts_with(prefix)) return listing;
  }
  return Listing::all;
}

}  // namespace

struct OpenRecord::State : RecordStates {
  using RecordStates::RecordStates;
};

OpenRecord::OpenRecord(std::unique_ptr<State> state) : state_(std::move(state)) {}
OpenRecord::OpenRecord(OpenRecord&&) noexcept = default;
OpenRecord& OpenRecord::operator=(OpenRecord&&) noexcept = default;
OpenRecord::~OpenRecord() = default;

Result<OpenRecord> OpenRecord::open(const Engine& engine, std::string db) {
  TRY(Store watcher, Store::open(db, Database::Mode::read));
  return OpenRecord(std::make_unique<State>(engine, std::move(db), std::move(watcher)));
}

namespace {

// Whether the filter asks for a page of a whole listing in the order in which the store has its lines.
bool is_plain_page(const Filter& f) {
  const bool in_order = f.listing == Listing::timeline || f.listing == Listing::quotes || f.listing == Listing::figures;
  Filter plain;
  plain.listing = f.listing;
  plain.offset = f.offset;
  plain.limit = f.limit;
  return in_order && f.limit > 0 && f == plain;
}

// The page from the store alone; nullopt: it has undated lines, whose place the store does not know.
Result<std::optional<Slice>> page_from(Store& store, const Filter& filter) {
  TRY(std::vector<Line> lines, store.dated_lines(kind_of(filter.listing), filter.offset, filter.limit));
  if (lines.size() < filter.limit) return std::optional<Slice>();
  Slice slice;
  TRY(const size_t total, store.count(kind_of(filter.listing)));
  slice.total = static_cast<uint32_t>(total);
  for (const Line& line : lines) CHECK_OK(add_line(slice.lines, line));
  return std::optional<Slice>(std::move(slice));
}

}  // namespace

Result<Slice> OpenRecord::list(const Filter& filter) {
  TRY(RecordStates::Lease store, RecordStates::Lease::take(*state_));
  TRY(auto snapshot, state_->snapshot(*store, filter.as_of));
  if (!snapshot->ready() && is_plain_page(filter)) {  // nobody waits for the tables to see the first page
    TRY(std::optional<Slice> page, page_from(*store, filter));
    if (page) return std::move(*page);
  }
  TRY(Snapshot::Picked picked, snapshot->pick(*store, filter));
  return snapshot->fetch(*store, filter, *picked);
}

Result<BriefSlice> OpenRecord::briefs(const Filter& asked) {
  Filter filter = asked;
  filter.listing = Listing::entities;
  TRY(RecordStates::Lease store, RecordStates::Lease::take(*state_));
  TRY(auto snapshot, state_->snapshot(*store, filter.as_of));
  TRY(Snapshot::Picked picked, snapshot->pick(*store, filter));
  return snapshot->briefs(*store, filter, *picked);
}

Result<Counts> OpenRecord::counts(const Filter& filter) {
  TRY(RecordStates::Lease store, RecordStates::Lease::take(*state_));
  TRY(auto snapshot, state_->snapshot(*store, filter.as_of));
  TRY(const auto counts, snapshot->counts(*store, filter));
  return *counts;
}

Result<Slice> OpenRecord::find(const std::string& id) {
  TRY(RecordStates::Lease store, RecordStates::Lease::take(*state_));
  Slice slice;
  const Listing listing = listing_of(id);
  if (listing == Listing::stories || listing == Listing::commitments) {
    TRY(auto snapshot, state_->snapshot(*store, kOpenEnd));
    TRY(const RowTable* rows, snapshot->rows(*store, listing));
    Filter filter;
    filter.listing = listing;
    for (RowTable::At at = 0; at < rows->size() && slice.total == 0; ++at) {
      if (rows->id(at) != id) continue;
      TRY(slice, snapshot->fetch(*store, filter, {at}));
    }
  } else if (listing != Listing::all) {
    CHECK_OK(read_line(*store, listing, id, slice));
  }
  if (slice.total == 0) return Error{ErrorCode::not_found, "nothing on record is called " + id, ""};
  return slice;
}

Result<std::vector<Event>> OpenRecord::first_events(size_t limit) {
  TRY(RecordStates::Lease store, RecordStates::Lease::take(*state_));
  Record record;
  TRY(std::vector<Line> lines, (*store).dated_lines(LineKind::event, 0, limit));
  for (const Line& line : lines) CHECK_OK(add_line(record, line));
  return record.events;
}

Result<int64_t> OpenRecord::version() { return state_->version(); }

Status OpenRecord::warm() {
  Filter filter;
  filter.listing = Listing::timeline;
  if (auto read = counts(filter); !read.ok()) return read.error();  // all stored listings are read together
  filter.listing = Listing::stories;
  if (auto told = counts(filter); !told.ok()) return told.error();
  return kDone;
}

}  // namespace dateline

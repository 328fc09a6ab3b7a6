#include "dateline/open_record.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>

#include "engine/lines.h"
#include "engine/recall.h"
#include "engine/snapshot.h"

namespace dateline {
namespace {

constexpr size_t kDaysRemembered = 4;
constexpr uint32_t kEntitiesAhead = 300;  // those met most take longest to put together
constexpr Day kMonth = 31;
// While a record grows, reading its rows again may take this part of the time at most.
constexpr int kShareOfTime = 4;

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

// counted: how many, by the number of the text.
Counts::Named by_frequency(const RowTable& rows, const std::vector<uint32_t>& counted) {
  Counts::Named out;
  for (uint32_t n = 0; n < counted.size(); ++n) {
    if (counted[n] > 0 && !rows.text(n).empty()) out.emplace_back(rows.text(n), counted[n]);
  }
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return std::tie(b.second, a.first) < std::tie(a.second, b.first); });
  return out;
}

}  // namespace

struct OpenRecord::State {
  State(const Engine& e, std::string path, Store w) : engine(e), db(std::move(path)), watcher(std::move(w)) {}

  // A connection for one call; given back, as opening one costs more than most answers.
  class Lease {
   public:
    static Result<Lease> take(State& state) {
      std::unique_lock lock(state.lending);
      if (!state.free.empty()) {
        Store store = std::move(state.free.back());
        state.free.pop_back();
        return Lease(state, std::move(store));
      }
      lock.unlock();
      TRY(Store store, Store::open(state.db, Database::Mode::read));
      return Lease(state, std::move(store));
    }
    Lease(Lease&& other) noexcept : state_(std::exchange(other.state_, nullptr)), store_(std::move(other.store_)) {}
    ~Lease() {
      if (state_ == nullptr) return;
      store_.rest();
      std::lock_guard lock(state_->lending);
      state_->free.push_back(std::move(store_));
    }
    Store& operator*() { return store_; }

   private:
    Lease(State& state, Store store) : state_(&state), store_(std::move(store)) {}
    State* state_;
    Store store_;
  };

  Result<int64_t> version() {
    std::lock_guard lock(watching);
    return watcher.version();
  }

  // The record as it stands, or as it stood on a day.
  Result<std::shared_ptr<Snapshot>> snapshot(Store& store, Day as_of) {
    TRY(std::shared_ptr<Snapshot> current, newest());
    if (as_of == kOpenEnd) return current;
    std::lock_guard lock(deriving);
    if (auto known = days.find(as_of); known != days.end() && known->second->version() == current->version()) {
      return known->second;
    }
    TRY(Record record, record_as_of(engine, store, as_of));
    join_entities(record.entities);
    TRY(std::vector<ReportView> views, views_of(store, record.reports));
    if (days.size() >= kDaysRemembered) days.clear();
    return days[as_of] = std::make_shared<Snapshot>(engine, current->version(), std::move(record), std::move(views));
  }

  Result<std::shared_ptr<Snapshot>> newest() {
    TRY(int64_t now, version());
    const auto clock = std::chrono::steady_clock::now();
    std::lock_guard lock(choosing);
    if (!latest || (latest->version() != now && clock - read_at >= kShareOfTime * latest->cost())) {
      latest = std::make_shared<Snapshot>(engine, db, now);
      read_at = clock;
    }
    return latest;
  }

  const Engine& engine;
  const std::string db;
  std::mutex watching, lending, choosing, deriving;
  Store watcher;
  std::vector<Store> free;
  std::shared_ptr<Snapshot> latest;
  std::chrono::steady_clock::time_point read_at;
  std::map<Day, std::shared_ptr<Snapshot>> days;
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
  TRY(State::Lease store, State::Lease::take(*state_));
  TRY(auto snapshot, state_->snapshot(*store, filter.as_of));
  if (!snapshot->ready() && is_plain_page(filter)) {  // nobody waits for the tables to see the first page
    TRY(std::optional<Slice> page, page_from(*store, filter));
    if (page) return std::move(*page);
  }
  TRY(Snapshot::Picked picked, snapshot->pick(*store, filter));
  return snapshot->fetch(*store, filter, *picked);
}

Result<Counts> OpenRecord::counts(const Filter& filter) {
  TRY(State::Lease store, State::Lease::take(*state_));
  TRY(auto snapshot, state_->snapshot(*store, filter.as_of));
  TRY(Snapshot::Picked picked, snapshot->pick(*store, filter));
  TRY(const RowTable* rows, snapshot->rows(*store, filter.listing));
  Counts counts;
  counts.total = static_cast<uint32_t>(picked->size());
  std::vector<uint32_t> types(rows->texts()), statuses(rows->texts()), outlets(rows->texts());
  std::vector<Day> days;
  for (RowTable::At at : *picked) {
    ++types[rows->type(at)];
    ++statuses[rows->status(at)];
    if (filter.listing == Listing::reports) ++outlets[rows->name(at)];
    counts.disputed += rows->disputed(at);
    const DayRange when = rows->days(at);
    if (rows->dated(at) && when.bounded() && when.last - when.first < kMonth) days.push_back(when.first);
  }
  counts.types = by_frequency(*rows, types);
  counts.statuses = by_frequency(*rows, statuses);
  counts.outlets = by_frequency(*rows, outlets);
  std::sort(days.begin(), days.end());
  for (Day day : days) {
    if (counts.days.empty() || counts.days.back().first != day) counts.days.emplace_back(day, 0);
    ++counts.days.back().second;
  }
  return counts;
}

Result<Slice> OpenRecord::find(const std::string& id) {
  TRY(State::Lease store, State::Lease::take(*state_));
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
  TRY(State::Lease store, State::Lease::take(*state_));
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
  filter.listing = Listing::entities;
  filter.limit = kEntitiesAhead;
  if (auto met = list(filter); !met.ok()) return met.error();
  filter.listing = Listing::stories;
  if (auto told = counts(filter); !told.ok()) return told.error();
  return kDone;
}

}  // namespace dateline

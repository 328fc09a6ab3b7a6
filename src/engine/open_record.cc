#include "dateline/open_record.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <mutex>

#include "engine/lines.h"
#include "engine/recall.h"
#include "engine/snapshot.h"
#include "engine/stages.h"

namespace dateline {
namespace {

constexpr size_t kDaysRemembered = 4;
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

Counts::Named by_frequency(const std::map<std::string_view, uint32_t>& counted) {
  Counts::Named out;
  for (const auto& [name, n] : counted) {
    if (!name.empty()) out.emplace_back(name, n);
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
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
    return days[as_of] = std::make_shared<Snapshot>(engine.stages().teller, current->version(), std::move(record),
                                                    std::move(views));
  }

  Result<std::shared_ptr<Snapshot>> newest() {
    TRY(int64_t now, version());
    const auto clock = std::chrono::steady_clock::now();
    std::lock_guard lock(choosing);
    if (!latest || (latest->version() != now && clock - read_at >= kShareOfTime * latest->cost())) {
      latest = std::make_shared<Snapshot>(engine.stages().teller, now);
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

Result<Slice> OpenRecord::list(const Filter& filter) {
  TRY(State::Lease store, State::Lease::take(*state_));
  TRY(auto snapshot, state_->snapshot(*store, filter.as_of));
  TRY(Snapshot::Picked picked, snapshot->pick(*store, filter));
  return snapshot->fetch(*store, filter, *picked);
}

Result<Counts> OpenRecord::counts(const Filter& filter) {
  TRY(State::Lease store, State::Lease::take(*state_));
  TRY(auto snapshot, state_->snapshot(*store, filter.as_of));
  TRY(Snapshot::Picked picked, snapshot->pick(*store, filter));
  TRY(const std::vector<Row>* rows, snapshot->rows(*store, filter.listing));
  Counts counts;
  counts.total = static_cast<uint32_t>(picked->size());
  std::map<std::string_view, uint32_t> types, statuses, outlets;
  std::map<Day, uint32_t> days;
  for (uint32_t at : *picked) {
    const Row& row = (*rows)[at];
    ++types[row.type.view()];
    ++statuses[row.status.view()];
    if (filter.listing == Listing::reports) ++outlets[row.name];
    counts.disputed += row.disputed;
    if (row.dated && row.days.bounded() && row.days.last - row.days.first < kMonth) ++days[row.days.first];
  }
  counts.types = by_frequency(types);
  counts.statuses = by_frequency(statuses);
  counts.outlets = by_frequency(outlets);
  counts.days.assign(days.begin(), days.end());
  return counts;
}

Result<Slice> OpenRecord::find(const std::string& id) {
  TRY(State::Lease store, State::Lease::take(*state_));
  Slice slice;
  const Listing listing = listing_of(id);
  if (listing == Listing::stories || listing == Listing::commitments) {
    TRY(auto snapshot, state_->snapshot(*store, kOpenEnd));
    TRY(const std::vector<Row>* rows, snapshot->rows(*store, listing));
    const auto at = std::find_if(rows->begin(), rows->end(), [&](const Row& row) { return row.id == id; });
    if (at != rows->end()) {
      Filter filter;
      filter.listing = listing;
      TRY(slice, snapshot->fetch(*store, filter, {static_cast<uint32_t>(at - rows->begin())}));
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
  TRY(std::vector<Line> lines, (*store).first_lines(LineKind::event, limit));
  for (const Line& line : lines) CHECK_OK(add_line(record, line));
  return record.events;
}

Result<int64_t> OpenRecord::version() { return state_->version(); }

Status OpenRecord::warm() {
  for (Listing listing : {Listing::timeline, Listing::reports, Listing::entities, Listing::quotes, Listing::figures,
                          Listing::conflicts, Listing::voices, Listing::stories}) {
    Filter filter;
    filter.listing = listing;
    filter.limit = 1;
    if (auto slice = list(filter); !slice.ok()) return slice.error();
  }
  return kDone;
}

}  // namespace dateline

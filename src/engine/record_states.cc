#include "engine/record_states.h"

#include "engine/recall.h"

namespace dateline {
namespace {

constexpr size_t kDaysRemembered = 4;
constexpr std::chrono::milliseconds kQuick{200};
// While a record grows, reading its rows again may take this part of the time at most.
constexpr int kShareOfTime = 4;

}  // namespace

RecordStates::RecordStates(const Engine& engine, std::string db, Store watcher)
    : engine_(engine), db_(std::move(db)), watcher_(std::move(watcher)) {}

RecordStates::~RecordStates() {
  if (reader_.joinable()) reader_.join();
}

Result<RecordStates::Lease> RecordStates::Lease::take(RecordStates& states) {
  std::unique_lock lock(states.lending_);
  if (!states.free_.empty()) {
    Store store = std::move(states.free_.back());
    states.free_.pop_back();
    return Lease(states, std::move(store));
  }
  lock.unlock();
  TRY(Store store, Store::open(states.db_, Database::Mode::read));
  return Lease(states, std::move(store));
}

RecordStates::Lease::~Lease() {
  if (states_ == nullptr) return;
  store_.rest();
  std::lock_guard lock(states_->lending_);
  states_->free_.push_back(std::move(store_));
}

Result<int64_t> RecordStates::version() {
  std::lock_guard lock(watching_);
  return watcher_.version();
}

Result<std::shared_ptr<Snapshot>> RecordStates::snapshot(Store& store, Day as_of) {
  TRY(std::shared_ptr<Snapshot> current, newest());
  if (as_of == kOpenEnd) return current;
  std::lock_guard lock(deriving_);
  if (auto known = days_.find(as_of); known != days_.end() && known->second->version() == current->version()) {
    return known->second;
  }
  TRY(Record record, record_as_of(engine_, store, as_of));
  join_entities(record.entities);
  TRY(std::vector<ReportView> views, views_of(store, record.reports));
  if (days_.size() >= kDaysRemembered) days_.clear();
  return days_[as_of] = std::make_shared<Snapshot>(engine_, current->version(), std::move(record), std::move(views));
}

Result<std::shared_ptr<Snapshot>> RecordStates::newest() {
  TRY(int64_t now, version());
  std::lock_guard lock(choosing_);
  if (latest_ && latest_->version() == now) return latest_;
  if (latest_ && latest_->ready() && latest_->cost() > kQuick) {
    if (!reading_ && Clock::now() - read_at_ >= kShareOfTime * latest_->cost())
      read_behind(std::make_shared<Snapshot>(engine_, db_, now, latest_), latest_->has_told());
    return latest_;
  }
  if (latest_ && !latest_->ready()) return latest_;  // being read: what came meanwhile is for the next one
  latest_ = std::make_shared<Snapshot>(engine_, db_, now, latest_);
  read_at_ = Clock::now();
  return latest_;
}

void RecordStates::read_behind(std::shared_ptr<Snapshot> next, bool tell) {
  if (reader_.joinable()) reader_.join();  // it has done all but end
  reading_ = true;
  reader_ = std::thread([this, next = std::move(next), tell] {
    Status read = kDone;
    {
      auto store = Lease::take(*this);
      if (!store.ok()) {
        read = store.error();
      } else if (auto rows = next->rows(**store, Listing::timeline); !rows.ok()) {
        read = rows.error();
      } else if (tell) {
        (void)next->rows(**store, Listing::stories);  // what fails here fails again, and is told, when asked for
      }
    }
    std::lock_guard lock(choosing_);
    if (read.ok()) latest_ = next;
    read_at_ = Clock::now();
    reading_ = false;
  });
}

}  // namespace dateline

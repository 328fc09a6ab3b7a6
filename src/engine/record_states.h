// The states of a record that is held open: the newest one read, those of some days, and connections to look things up.
// When somebody changes the record, its rows are read again: at once where that is quick, else behind what is asked for
// meanwhile, which is answered from the state before. May be used by several threads at once.
#pragma once

#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "engine/snapshot.h"

namespace dateline {

class RecordStates {
 public:
  RecordStates(const Engine& engine, std::string db, Store watcher);
  ~RecordStates();

  // A connection for one call; given back, as opening one costs more than most answers.
  class Lease {
   public:
    static Result<Lease> take(RecordStates& states);
    Lease(Lease&& other) noexcept : states_(std::exchange(other.states_, nullptr)), store_(std::move(other.store_)) {}
    ~Lease();
    Store& operator*() { return store_; }

   private:
    Lease(RecordStates& states, Store store) : states_(&states), store_(std::move(store)) {}
    RecordStates* states_;
    Store store_;
  };

  // Changes whenever somebody has changed the record.
  Result<int64_t> version();
  // The record as it stands, or as it stood on a day.
  Result<std::shared_ptr<Snapshot>> snapshot(Store& store, Day as_of);

 private:
  using Clock = std::chrono::steady_clock;

  Result<std::shared_ptr<Snapshot>> newest();
  // Reads the next state in a thread of its own and puts it in the place of the one before.
  void read_behind(std::shared_ptr<Snapshot> next, bool tell);

  const Engine& engine_;
  const std::string db_;
  std::mutex watching_, lending_, choosing_, deriving_;
  Store watcher_;
  std::vector<Store> free_;
  std::shared_ptr<Snapshot> latest_;
  Clock::time_point read_at_;
  std::thread reader_;
  std::atomic<bool> reading_ = false;
  std::map<Day, std::shared_ptr<Snapshot>> days_;
};

}  // namespace dateline

// A model that is read where it lies in the program, until so many reports have asked for it that a copy in large
// pages pays: for a report or two, copying it is more work than it saves. Thread-safe.
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

#include "base/large_pages.h"
#include "base/resources.h"

namespace dateline {

template <typename Model>
class Warmed {
 public:
  static Result<Warmed> load(const Resources& resources) {
    Warmed out;
    TRY(out.state_->bytes, resources.get(Model::kFile));
    TRY(out.state_->cold, Model::open(out.state_->bytes));
    return out;
  }

  // To be asked for once a report.
  const Model& get() const {
    State& state = *state_;
    if (state.asked.load(std::memory_order_relaxed) < kCold) {
      ++state.asked;
      return state.cold;
    }
    std::call_once(state.copied, [&state] {
      state.pages = LargePages(state.bytes);
      if (Result<Model> warm = Model::open(state.pages.bytes()); warm.ok()) state.warm = *std::move(warm);
    });
    return state.warm ? *state.warm : state.cold;
  }

 private:
  static constexpr int kCold = 16;  // reports; copying takes as long as a report or two

  struct State {
    std::string_view bytes;
    Model cold;
    std::atomic<int> asked = 0;
    std::once_flag copied;
    LargePages pages;
    std::optional<Model> warm;
  };
  std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace dateline

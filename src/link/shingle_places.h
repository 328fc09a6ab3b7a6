// Which tellings share a run of words.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace dateline {

// Where shingles of words stand in the tellings met so far: lists by hash that share one array, as most hold one place.
class ShinglePlaces {
 public:
  struct Place {
    uint32_t telling;
    uint32_t next;  // of the same shingle, or kNowhere
  };
  static constexpr uint32_t kNowhere = UINT32_MAX;

  // Room for so many shingles.
  explicit ShinglePlaces(size_t shingles) : slots_(std::bit_ceil(2 * shingles + 1)) { places_.reserve(shingles); }

  uint32_t first(uint64_t shingle) const { return slots_[slot_of(shingle)].first; }
  const Place& operator[](uint32_t place) const { return places_[place]; }
  // Once a telling, and for the first kMost of them: a shingle that more share is a formula.
  void add(uint64_t shingle, uint32_t telling) {
    constexpr uint32_t kMost = 24;
    Slot& slot = slots_[slot_of(shingle)];
    if (slot.count == kMost || (slot.count > 0 && places_[slot.last].telling == telling)) return;
    const auto place = static_cast<uint32_t>(places_.size());
    (slot.count++ == 0 ? slot.first : places_[slot.last].next) = place;
    slot.shingle = shingle;
    slot.last = place;
    places_.push_back({telling, kNowhere});
  }

 private:
  struct Slot {
    uint64_t shingle = 0;
    uint32_t first = kNowhere, last = kNowhere;
    uint32_t count = 0;  // 0: free
  };
  size_t slot_of(uint64_t shingle) const {
    size_t at = shingle & (slots_.size() - 1);
    while (slots_[at].count > 0 && slots_[at].shingle != shingle) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  std::vector<Slot> slots_;  // a power of two of them, at most half in use
  std::vector<Place> places_;
};

}  // namespace dateline

// Linear classifiers over hashed features, with whole-number weights: the same scores on every machine.
#pragma once

#include <cstdint>
#include <cstring>

#include "text/model_file.h"

namespace dateline {

// Mixes two numbers into one; the start of every feature. Frozen: trained models depend on it.
inline uint64_t mix(uint64_t a, uint64_t b) {
  uint64_t h = (a ^ (b + 0x9E3779B97F4A7C15ull)) * 0xD6E8FEB86659FD93ull;
  return h ^ (h >> 32);
}
inline uint32_t feature_key(uint64_t h) { return static_cast<uint32_t>((h * 0x9FB21C651E98DF25ull) >> 32) | 1; }

// Features with weights for some classes only: an open-addressed table from a feature's key to its list.
class SparseLinear {
 public:
  struct Slot {
    uint32_t key = 0;          // 0: free
    uint32_t first_count = 0;  // first entry << 7 | number of entries
  };
  struct Entry {
    uint8_t cls;
    int8_t weight;
  };
  static constexpr uint32_t kMaxEntries = 127;

  static Result<SparseLinear> open(const ModelFile& file, std::string_view prefix) {
    SparseLinear model;
    TRY(auto slots, file.part<Slot>(std::string(prefix) + ".s"));
    TRY(auto entries, file.part<Entry>(std::string(prefix) + ".e"));
    model.slots_ = slots.first;
    model.mask_ = static_cast<uint32_t>(slots.second - 1);
    model.entries_ = entries.first;
    return model;
  }

  // Adds the weights of all features to scores[class]. REQUIRES: n <= 64. In three sweeps, so that the waits for
  // memory, which are most of the time, overlap.
  void add(const uint32_t* keys, int n, int32_t* scores) const {
    for (int i = 0; i < n; ++i) __builtin_prefetch(&slots_[keys[i] & mask_]);
    uint32_t lists[64];
    int found = 0;
    for (int i = 0; i < n; ++i) {
      const uint32_t key = keys[i];
      for (uint32_t at = key & mask_; slots_[at].key != 0; at = (at + 1) & mask_) {
        if (slots_[at].key != key) continue;
        lists[found++] = slots_[at].first_count;
        __builtin_prefetch(entries_ + (slots_[at].first_count >> 7));
        break;
      }
    }
    for (int i = 0; i < found; ++i) {
      const Entry* e = entries_ + (lists[i] >> 7);
      for (const Entry* end = e + (lists[i] & 127); e != end; ++e) scores[e->cls] += e->weight;
    }
  }

 private:
  const Slot* slots_ = nullptr;
  const Entry* entries_ = nullptr;
  uint32_t mask_ = 0;
};

// The class with the highest score; the first of equals.
inline int best_of(const int32_t* scores, int n) {
  int best = 0;
  for (int i = 1; i < n; ++i) best = scores[i] > scores[best] ? i : best;
  return best;
}

}  // namespace dateline

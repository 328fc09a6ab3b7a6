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

// Eight keys and what they stand for, in one or two cache lines; a key's bucket is the only place where it may be. So a
// look-up is one wait for memory and no branch that could be guessed wrong. Key 0: free.
template <typename Value>
struct alignas(64) Bucket {
  static constexpr int kSize = 8;
  uint32_t key[kSize] = {};
  Value value[kSize] = {};

  static uint32_t index(uint32_t key, uint32_t mask) { return key >> 1 & mask; }
  // The place of `wanted`, counted from 1; 0 if it is not there.
  int find(uint32_t wanted) const {
    int place = 0;
    for (int i = 0; i < kSize; ++i) place |= key[i] == wanted ? i + 1 : 0;
    return place;
  }
};

// From features to weights for some of the classes. A list that names many classes is kept as a row with a weight for
// each of them, which adds faster.
class SparseLinear {
 public:
  using List = uint32_t;  // first entry << 7 | number of entries, or kRow
  struct Entry {
    uint8_t cls;
    int8_t weight;
  };
  static constexpr uint32_t kRow = 127;
  static constexpr int kMaxClasses = 128;
  using Scores = int16_t[kMaxClasses];

  // The bytes of a row, and the length from which a list is kept as one.
  static constexpr int row_size(int classes) { return (classes + 15) / 16 * 16; }
  static constexpr int row_from(int classes) { return row_size(classes) / 3; }

  // REQUIRES: classes <= kMaxClasses.
  static Result<SparseLinear> open(const ModelFile& file, std::string_view prefix, int classes) {
    SparseLinear model;
    TRY(auto buckets, file.part<Bucket<List>>(std::string(prefix) + ".b"));
    TRY(auto entries, file.part<Entry>(std::string(prefix) + ".e"));
    model.buckets_ = buckets.first;
    model.mask_ = static_cast<uint32_t>(buckets.second - 1);
    model.entries_ = entries.first;
    model.row_ = row_size(classes);
    return model;
  }

  // Adds the weights of all features to scores[class]. REQUIRES: n <= 64. In three sweeps, so that the waits for
  // memory, which are most of the time, overlap.
  void add(const uint32_t* keys, int n, Scores& scores) const {
    for (int i = 0; i < n; ++i) __builtin_prefetch(&buckets_[Bucket<List>::index(keys[i], mask_)]);
    List lists[65];
    int found = 0;
    for (int i = 0; i < n; ++i) {
      const Bucket<List>& bucket = buckets_[Bucket<List>::index(keys[i], mask_)];
      const int place = bucket.find(keys[i]);
      lists[found] = bucket.value[place == 0 ? 0 : place - 1];
      __builtin_prefetch(entries_ + (lists[found] >> 7));
      found += place != 0;
    }
    for (int i = 0; i < found; ++i) {
      const Entry* e = entries_ + (lists[i] >> 7);
      const uint32_t count = lists[i] & 127;
      if (count == kRow) {
        add_row(reinterpret_cast<const int8_t*>(e), scores);
      } else {
        for (const Entry* end = e + count; e != end; ++e)
          scores[e->cls] = static_cast<int16_t>(scores[e->cls] + e->weight);
      }
    }
  }

 private:
  void add_row(const int8_t* row, Scores& scores) const {
    for (int block = 0; block < row_; block += 16) {
      for (int c = block; c < block + 16; ++c) scores[c] = static_cast<int16_t>(scores[c] + row[c]);
    }
  }

  const Bucket<List>* buckets_ = nullptr;
  const Entry* entries_ = nullptr;
  uint32_t mask_ = 0;
  int row_ = 0;
};

// The class with the highest score; the first of equals.
template <typename Score>
int best_of(const Score* scores, int n) {
  int best = 0;
  for (int i = 1; i < n; ++i) best = scores[i] > scores[best] ? i : best;
  return best;
}

}  // namespace dateline

// Linear classifiers over hashed features, with whole-number weights: the same scores on every machine.
#pragma once

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <bit>
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
#ifdef __SSE2__  // which every x86-64 has
    const __m128i want = _mm_set1_epi32(static_cast<int>(wanted));
    const auto* keys = reinterpret_cast<const __m128i*>(key);
    const __m128i same = _mm_packs_epi32(_mm_cmpeq_epi32(want, keys[0]), _mm_cmpeq_epi32(want, keys[1]));
    const auto bits = static_cast<uint32_t>(_mm_movemask_epi8(same));
    return bits == 0 ? 0 : std::countr_zero(bits) / 2 + 1;
#else
    int place = 0;
    for (int i = 0; i < kSize; ++i) place |= key[i] == wanted ? i + 1 : 0;
    return place;
#endif
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
  static constexpr int row_from(int classes) { return row_size(classes) / 10; }

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

  // A look-up in three steps, each of which asks memory for what the next one reads: who has more than one to do takes
  // their steps by turns, and waits less.
  static constexpr int kMostKeys = 64;
  struct LookUp {
    uint32_t keys[kMostKeys];
    const Entry *rows[kMostKeys + 1], *lists[kMostKeys + 1];
    uint8_t sizes[kMostKeys + 1];  // of the lists
    int count = 0, row_count = 0, list_count = 0;
  };
  // First: the keys and their count are there.
  void ask(const LookUp& x) const {
    for (int i = 0; i < x.count; ++i) __builtin_prefetch(&buckets_[Bucket<List>::index(x.keys[i], mask_)]);
  }
  void find(LookUp& x) const;
  // Adds the weights of all features to scores[class].
  void sum(const LookUp& x, Scores& scores) const;
  // All three.
  void add(LookUp& x, Scores& scores) const {
    ask(x);
    find(x);
    sum(x, scores);
  }

 private:
  const Bucket<List>* buckets_ = nullptr;
  const Entry* entries_ = nullptr;
  uint32_t mask_ = 0;
  int row_ = 0;
};

// The class with the highest score; the first of equals.
template <typename Score>
int best_of(const Score* scores, int n) {
  Score most = scores[0];
  for (int i = 1; i < n; ++i) most = scores[i] > most ? scores[i] : most;
  int best = 0;
  while (scores[best] != most) ++best;
  return best;
}

}  // namespace dateline
